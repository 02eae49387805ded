import type { BlockDraft } from '../block-draft.js';

/** `一、`, `（二）`, `3.`, `2.1 `: what numbers a line. */
const NUMBER = String.raw`(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:\.\d{1,2}){0,2}[、.．\s])\s?`;
const REMARK = '(?:[（(][^（）()]{1,60}[)）])?';
/** A label and its value: `项目编号：ZFCG-2026-031`, `项目编号（或招标编号）：…`. */
const FIELD = new RegExp(`^(${NUMBER})?(\\p{Script=Han}{2,16})${REMARK}\\s?[：:]\\s*\\S`, 'u');
/** What is told in a value and not in a section. */
const KNOWN =
  /(?:编号|名称|方式|金额|预算|限价|单位|[购标]人|机构|供应商|联系人|负责人|电话|传真|邮编|邮箱|网址|地址|地点|时间|日期|期限|工期|代码|文号|账号|类别|类型|数量|单价|总价|报价)$/u;

/** Whether a line is a label with its value (`一、项目编号：ZFCG-2026-031`) and no heading with a colon in it (`一、背景：渡口的由来`). */
export function isField(text: string): boolean {
  return KNOWN.test(FIELD.exec(text)?.[2] ?? '');
}

/** Makes paragraphs of the headings that are a label with its value and have nothing below them: all that they tell is the value. */
export function withFields<Draft extends BlockDraft>(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    const isEmpty = draft.role === 'subhead' && endsSection(drafts[i + 1], draft.level ?? 1);
    return isEmpty && isNumberedOrKnown(draft.text) ? { ...draft, role: 'paragraph' } : draft;
  });
}

/** Whether a section ends here: with the article, or with a heading that stands as high. */
function endsSection(next: BlockDraft | undefined, level: number): boolean {
  return next === undefined || (next.role === 'subhead' && (next.level ?? 1) <= level);
}

function isNumberedOrKnown(text: string): boolean {
  const [, number, label = ''] = FIELD.exec(text) ?? [];
  return number !== undefined || KNOWN.test(label);
}
