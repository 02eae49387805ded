import type { Article } from '../../corpus/article.js';
import { looksLikeName } from '../../language/names.js';
import { paragraphs } from './material.js';

/** What somebody is, before the name; those who report are not what their reports are about. */
const ROLE =
  '(?:工程师|教授|研究员|讲解员|预报员|驾驶员|志愿者|队员|教练|馆长|校长|院长|局长|县长|镇长|乡长|村长|队长|厂长|店长|会长|' +
  '主任|书记|经理|老板|店主|医生|护士|老师|教师|律师|作家|画家|诗人|导演|演员|歌手|农民|村民|居民|市民|工人|学生|传承人|负责人|' +
  '创始人|植物学家|科学家|艺术家|书法家|收藏家|企业家)';
const NAMED = new RegExp(
  String.raw`${ROLE}(\p{Script=Han}{3}|\p{Script=Han}{2})(?=[，,、。说介告表认指是在从为和的把带])`,
  'gu',
);
/** Somebody named this often is worth a question. */
const LEAST_MENTIONS = 2;

/** Asks who somebody is whom the article introduces with what he is, and names again. */
export function whoQuestion(article: Article): string | undefined {
  const text = [...paragraphs(article)].join('\n');
  const names = Array.from(text.matchAll(NAMED), ([, name = '']) => name);
  const known = names.find((name) => looksLikeName(name) && text.split(name).length > LEAST_MENTIONS);
  return known && `${known}是谁？`;
}
