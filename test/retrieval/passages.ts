import type { Article, Passage } from '../../src/corpus/article.js';
import { composeText } from '../../src/corpus/article-text.js';

export interface PassageSketch {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  /** First line in the file. */
  readonly line?: number;
  readonly date?: string;
  /** Where its file lies; default: at the top. */
  readonly folder?: string;
  /** What else its article states. */
  readonly facts?: Partial<Pick<Article, 'publication' | 'page' | 'when'>>;
}

/** A passage that is the whole text of an article of its own. */
export function passageOf({
  id,
  title = '简讯',
  text,
  line = 1,
  date,
  folder,
  facts,
}: PassageSketch): Passage {
  const lines = [line, line] as const;
  const composed = composeText([{ role: 'paragraph', text, lines }]);
  const article = {
    id: `${id}-article`,
    source: folder === undefined ? `${id}.txt` : `${folder}/${id}.txt`,
    title,
    lines,
    ...(date && { date }),
    ...facts,
    ...composed,
  };
  return { id, article, text, start: 0, end: text.length, lines };
}

/** Five notices of a town, each about a matter of its own. */
export const NOTICES: readonly Passage[] = [
  {
    id: 'bridge',
    title: '清江大桥封闭施工',
    text: '清江大桥因更换伸缩缝，将于11月3日起封闭施工，预计15天。过往车辆请绕行北滨路。',
  },
  {
    id: 'bus',
    title: '公交线路调整',
    text: '大桥施工期间，102路公交车改走北滨路，末班车提前到21点。乘客可在“清江出行”App查询。',
  },
  {
    id: 'market',
    title: '周末市集开张',
    text: '城南周末市集本周六开张，八十多个摊位出售蔬菜、鲜花和手工艺品，入场免费。',
  },
  {
    id: 'library',
    title: '图书馆延长开放',
    text: '市图书馆自下月起延长开放时间，每晚开到21点，周一照常闭馆。全年接待读者1.2万人次。',
  },
  {
    id: 'water',
    title: '停水通知',
    text: '因管道检修，城南片区周三停水8小时，请居民提前储水。',
  },
].map(passageOf);
