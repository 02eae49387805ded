import type { Article } from '../../corpus/article.js';
import { tag } from '../../language/segment.js';
import { paragraphs, titleParts } from './material.js';

/** What happens once, on a day that an article tells. */
const HAPPENS =
  '合龙|通车|开工|动工|开通|启用|开馆|开园|开幕|闭幕|开业|开张|开学|建成|投用|投入使用|竣工|完工|交付|逝世|去世|病逝|夺冠|' +
  '卫冕|开赛|开跑|开拍|首演|首映|举行|举办|召开|启动|启航|首航|成立|揭牌|挂牌|发布|上线|上市|试运行|复工|恢复|停水|停电|放假|' +
  '入库|出土|抵达|出发|返航|发射|签约|获奖|当选|退休|搬迁|改名|更名';
const EVENT = new RegExp(
  `^(?<who>.{2,}?)(?:将于?|即将|已经?|正式|今日?|昨日?|明日?)*(?<event>(?:${HAPPENS}).*)$`,
  'u',
);
/** A title that goes on with what there is to read is no event. */
const DOCUMENT = /(?:的|公告|通告|通知|公示|启事|办法|方案|意见|名单|仪式|指南)$/;

/** A title that tells when needs no asking. */
const TELLS_WHEN =
  /今年|去年|明年|本[周月年]|上[周月]|下[周月]|周[一二三四五六日末]|今[天日春夏秋冬]|明[天日]|昨[天日]|[春夏秋冬]季/;

/** A title that tells what happened asks when it did: 澜江大桥主桥合龙 asks 澜江大桥主桥什么时候合龙. */
export function whenQuestion(article: Article): string | undefined {
  if (!tellsTime(article)) return undefined;
  for (const part of titleParts(article)) {
    const { who, event } = EVENT.exec(part)?.groups ?? {};
    if (who === undefined || event === undefined || /\d/.test(part) || DOCUMENT.test(part)) continue;
    if (TELLS_WHEN.test(part)) continue;
    return `${who}什么时候${event}？`;
  }
  return undefined;
}

/** Whether the article tells a date or time in its first paragraph. */
function tellsTime(article: Article): boolean {
  const [first = ''] = paragraphs(article);
  return tag(first).some(({ kind }) => kind === 'time');
}
