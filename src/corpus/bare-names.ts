import { fold } from '../language/fold.js';

/**
 * Lines that stand where titles do and tell of no one article: who issues papers, columns and sites, kinds of papers. Many
 * articles bear the same.
 */

/** Longest name of who issues a paper, and of a column or site; UTF-16 units. */
const [LONGEST_BODY, LONGEST_COLUMN] = [40, 14];
/** A title of so few characters is a kind of text (`公告`) or a column (`简讯`), if it is no name of a body. */
const FEWEST = 4;

/** What the names of authorities, companies, schools, societies end in. */
const BODY =
  /(?:政府|[党团工常]委|委员会|委|办公[室厅]|[县区市乡镇局院处]办|局|厅|部|院|处|科|署|所|站|中心|公司|集团|厂|大学|学校|党校|分校|[一二三四五六七八九十]中|中学|小学|幼儿园|园|银行|报社|联社|合作社|会|[党总]支部|总支|支队|大队|队|组|街道|[镇乡村]|馆|[妇文侨残科]联|工商联|科协)$/u;
const NAME = /^[\p{Script=Han}\p{Script=Latin}\d·（）()]{2,}$/u;
/** What titles have and names have not. */
const TELLS = /关于|的/u;
const COLUMN =
  /(?:首页|主页|新闻|要闻|快讯|简讯|短讯|动态|资讯|(?:通知|公告|公示)公[告示]|公示公告|(?:信息|政务|校务|村务)公开|频道|栏目|专栏|专题|论坛|网站?|在线|门户|平台|[日晚早晨商周时]报|都市报|周刊|月刊|导读|头条|热点|之窗|园地|中心|正文|详情|详细(?:内容|信息)?|内容页?|文章(?:内容|详情)?|无标题(?:文档|页)?|untitled(?: document)?|home|index|news)$/u;
const KIND = /(?:文件|令|公告|通告|通知|公报|简报|启事|公示)$/u;
/** Between the names in the title of a page: `新闻中心-青石网`. */
const BETWEEN = /\s?[-_|｜–—·»›>/]{1,2}\s?/u;

/** Whether a line names those who issue papers, alone or several, as a letterhead does: `青石县人民政府办公室文件`. */
export function isIssuer(text: string): boolean {
  const line = fold(text).trim();
  const name = (/\p{Script=Han}\s\p{Script=Han}\s/u.test(line) ? line.replace(/\s/gu, '') : line).replace(
    /文件$/u,
    '',
  );
  return name.length <= LONGEST_BODY && name.split(/[\s、]+/u).every(isBody);
}

function isBody(name: string): boolean {
  return NAME.test(name) && BODY.test(name) && !TELLS.test(name);
}

/** Whether a line is the name of a column or a site, as it may stand for the title of all pages of one. */
export function isColumn(text: string): boolean {
  const name = fold(text).trim();
  return name.length <= LONGEST_COLUMN && COLUMN.test(name) && !TELLS.test(name);
}

/** The parts of a page's title, most of which has the names of column and site behind it. */
export function partsOfTitle(title: string): string[] {
  return title.split(BETWEEN).filter((part) => part.trim() !== '');
}

/** Whether a title says no more than who speaks, in which column, or what kind of text it is, and so may be that of many. */
export function namesNoArticle(title: string): boolean {
  return partsOfTitle(title).every((part) => {
    const name = fold(part).trim();
    return name.length <= FEWEST || isIssuer(name) || isColumn(name) || isIssuer(name.replace(KIND, ''));
  });
}
