export { isSmallTalk } from './deciding/small-talk.js';
