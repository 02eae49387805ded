import type { Article } from '../../corpus/article.js';
import { titleParts } from './material.js';

/** What a notice is, at the end of its title. */
const NOTICE = /^关于.+的(?:通告|公告|通知|公示|意见|办法|规定|决定|倡议书?)$/;
/** Titles that name what there is to read, and tell nothing. */
const NAMES_ONLY = /(?:表|名单|公告|启事|指南|目录|须知|一览|评测|简介|记事|随笔|札记)$/;
const ASKS = /[吗呢]$|为何|为什么|如何|怎|什么|谁|哪|几时|多少/;

/** Asks about what a title tells. */
export function topicQuestion(article: Article): string | undefined {
  for (const part of titleParts(article)) {
    if (ASKS.test(part)) return `${part}？`;
    if (NOTICE.test(part)) return `${part}说了什么？`;
    if (!NAMES_ONLY.test(part)) return `“${part}”是怎么回事？`;
  }
  return undefined;
}
