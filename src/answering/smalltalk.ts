import { fold } from '../language/fold.js';

/** What people say to a bot that asks nothing: greetings, thanks, goodbyes, a test. Folded, signs left out. */
const SMALL_TALK =
  /^(?:(?:你|您|大家|各位|老师|小编|机器人|bot)*(?:好|们好)(?:呀|啊|哦|吗|吧|哇)?|哈喽|哈罗|嗨|嘿|喂|hi|hello|hey|hey there|在吗|在么|在不在|有人吗|早|早安|早上好|上午好|中午好|下午好|晚上好|晚安|(?:多?谢+|谢谢|非常感谢|十分感谢|感谢|多谢|感恩|辛苦|麻烦)(?:你|您|你们|您们|大家|了|啦|啊|呀|哦)*|thanks?|thank you(?: very much)?|thx|ty|再见|拜拜|bye(?: bye)?|goodbye|好的?|ok|okay|嗯+|哦+|收到|知道了|明白了?|不客气|辛苦了|test|测试(?:一下)?)+$/;

/** Whether a text is only a greeting, thanks or the like, which wants a friendly word and no clipping. */
export function isSmallTalk(text: string): boolean {
  const bare = fold(text)
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return bare.length > 0 && SMALL_TALK.test(bare);
}
