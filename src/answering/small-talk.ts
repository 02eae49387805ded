export { smallTalkIn } from './deciding/small-talk.js';
