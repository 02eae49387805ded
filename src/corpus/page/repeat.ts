import { endingOf } from './forms.js';

/** Longest repetition looked for, in UTF-16 units. */
const LONGEST = 12;
/** Shortest repetition across the end of a sentence, signs included: a shorter one may be meant. */
const SHORTEST_CLOSED = 3;

/**
 * Characters that Chinese doubles to make a word (常常, 渐渐, 人人), so that one at the end of a line and one at the
 * beginning of the next may both belong to the text. They stay, since a lost character is worse than a doubled one.
 */
const DOUBLED =
  '常渐刚天人年慢往偏仅明白好看想说谈走听试问大小高低早晚轻重深浅远近长短多少快真实清楚热闹红火层步处事时日月家户村镇条座件个种样点滴星等比津欣蒸源熊滔彬孜兢勃井绵茫皑冉徐区纷连恰匆悄默静紧牢足整统通隐暗苦迟淡浓满双频头落面心爸妈哥姐弟妹爷奶叔姑舅谢哈呵嘻嘿哗潺淙涓盈洋烈萧瑟濛蒙朗亮句字声片团阵丝缕串排行队代世辈朵棵株颗粒块盏道扇间栋门口角落翩跃栩郁葱苍森莹粼泱默寥历漫巍耿拳殷谆循楚铮缈袅依恋切略稍屡每累万千';

/**
 * How many UTF-16 units at the head of a line repeat the tail of the line before, as column breaks do: `特别` and
 * `别是通过` share one, `握手言和”。` and `和”。互联网` three. Letters and digits are never taken for a repetition.
 * @returns 0 when there is none, or when it may be meant
 */
export function repeatedUnits(before: string, after: string): number {
  const closed = endingOf(before) === 'closed';
  const limit = Math.min(LONGEST, before.length, after.length - 1);
  for (let length = limit; length > 0; length--) {
    const shared = after.slice(0, length);
    if (!before.endsWith(shared)) continue;
    if (closed ? isRepeatedEnd(before, shared) : isRepeatedWord(shared)) return length;
  }
  return 0;
}

/** The end of a sentence, cut out of its middle. */
function isRepeatedEnd(before: string, shared: string): boolean {
  const character = before.at(-shared.length - 1) ?? '';
  return (
    shared.length >= SHORTEST_CLOSED && /^\p{Script=Han}/u.test(shared) && /^\p{Script=Han}$/u.test(character)
  );
}

function isRepeatedWord(shared: string): boolean {
  if (!/^[\p{Script=Han}，、“”《》（）]+$/u.test(shared) || !/\p{Script=Han}/u.test(shared)) return false;
  return shared.length > 1 || !DOUBLED.includes(shared);
}
