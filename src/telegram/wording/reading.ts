import type { QuestionFilter } from '../../answering/answer.js';
import { shorten } from './shorten.js';

/** What stands around quotations and on the buttons beneath them, in one language. */
export interface ReadingWording {
  /** @param when a day, month or year as ISO 8601 has it */
  readonly date: (when: string) => string;
  /** In front of the other places where the same text was printed; and behind them, when there are more. */
  readonly alsoIn: string;
  readonly alsoMore: (count: number) => string;
  /** In front of an article that takes this one's place. */
  readonly newer: string;
  /** A link to the passage with the bot. */
  readonly readOn: string;
  /** Above what holds exactly the words that were asked for. @param more whether there may be more places */
  readonly exactly: (words: string, places: number, more: boolean) => string;
  /** Exactly these words stand nowhere. */
  readonly nowhere: (words: string) => string;
  /** Below a refusal, above the buttons that lead to the nearest passages. */
  readonly closest: string;
  /** Nothing was left within these limits, so what follows was found without them; at least one. */
  readonly leftNothing: (filters: readonly QuestionFilter[]) => string;
  /** In the terminal: what the question was limited to. */
  readonly within: (limits: readonly string[]) => string;
  readonly buttons: {
    readonly article: string;
    /** Leads back from an article to the answer. */
    readonly back: string;
    readonly others: (count: number) => string;
    readonly newestFirst: string;
    readonly bestFirst: string;
    readonly fold: string;
    readonly copy: string;
    readonly share: string;
    readonly newer: (title: string) => string;
    readonly quotePost: string;
  };
  /** The post cannot be quoted here, but opened. At most 200 characters, as an alert bears. */
  readonly postUnquotable: string;
}

/** Longest limit that a line or a button names, in UTF-16 units. */
const LIMIT_UNITS = 16;

/** What a limit is called: as it was asked. */
export function limitName({ text }: QuestionFilter): string {
  return shorten(text.replace(/\s+/gu, ' ').trim(), LIMIT_UNITS);
}

/** Year, month and day, as far as they are known. */
function partsOf(when: string): [year: number, month: number, day: number] {
  const [year = 1, month = 1, day = 1] = when.split('-').map(Number);
  return [year, month, day];
}

export const zhReading: ReadingWording = {
  date(when) {
    const [year, month, day] = partsOf(when);
    if (when.length < 7) return `${year}年`;
    return when.length < 10 ? `${year}年${month}月` : `${year}年${month}月${day}日`;
  },
  alsoIn: '也见于 ',
  alsoMore: (count) => ` 等 ${count} 处`,
  newer: '有更新的一篇：',
  readOn: '看全文',
  exactly: (words, places, more) => `“${words}”${more ? '至少' : '共'}出现 ${places} 处：`,
  nowhere: (words) => `“${words}”一处也没有。`,
  closest: '最接近的是这些：',
  leftNothing(filters) {
    const [only] = filters;
    const names = filters.map(limitName).join('、');
    if (filters.length > 1 || !only) return `${names}，合起来没有找到，下面是不限这些的：`;
    return {
      date: `${names}的没有找到，下面是不限时间的：`,
      publication: `${names}上没有找到，下面是别处的：`,
      page: `${names}上没有找到，下面是其他版面的：`,
      title: `${names}里没有找到，下面是其他文章里的：`,
      phrase: `${names}没有原样出现过，下面是接近的：`,
    }[only.kind];
  },
  within: (limits) => `只看：${limits.join(' · ')}`,
  buttons: {
    article: '全文',
    back: '‹ 返回',
    others: (count) => `另有 ${count} 处`,
    newestFirst: '最新的在前',
    bestFirst: '最相关的在前',
    fold: '收起',
    copy: '复制出处',
    share: '转发',
    newer: (title) => `更新：${title}`,
    quotePost: '引用原帖',
  },
  postUnquotable: '这里引用不了原帖，点标题可以打开看。',
};

export const zhHantReading: ReadingWording = {
  date: zhReading.date,
  alsoIn: '也刊於 ',
  alsoMore: (count) => ` 等 ${count} 處`,
  newer: '有較新的一篇：',
  readOn: '看全文',
  exactly: (words, places, more) => `「${words}」${more ? '至少' : '共'}出現 ${places} 處：`,
  nowhere: (words) => `「${words}」一處也沒有。`,
  closest: '最接近的是這些：',
  leftNothing(filters) {
    const [only] = filters;
    const names = filters.map(limitName).join('、');
    if (filters.length > 1 || !only) return `${names}，合起來沒有找到，下面是不限這些條件的：`;
    return {
      date: `${names}的沒有找到，下面是不限時間的：`,
      publication: `${names}上沒有找到，下面是其他地方的：`,
      page: `${names}上沒有找到，下面是其他版面的：`,
      title: `${names}裡沒有找到，下面是其他文章裡的：`,
      phrase: `${names}沒有一字不差地出現過，下面是接近的：`,
    }[only.kind];
  },
  within: (limits) => `只看：${limits.join(' · ')}`,
  buttons: {
    article: '全文',
    back: '‹ 返回',
    others: (count) => `另有 ${count} 處`,
    newestFirst: '最新的在前',
    bestFirst: '最相關的在前',
    fold: '收合',
    copy: '複製出處',
    share: '轉傳',
    newer: (title) => `更新：${title}`,
    quotePost: '引用原貼文',
  },
  postUnquotable: '這裡無法引用原貼文，點標題可以打開看。',
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const enReading: ReadingWording = {
  date(when) {
    const [year, month, day] = partsOf(when);
    if (when.length < 7) return `${year}`;
    const named = `${MONTHS[month - 1]} ${year}`;
    return when.length < 10 ? named : `${day} ${named}`;
  },
  alsoIn: 'Also in ',
  alsoMore: (count) => ` (${count} places in all)`,
  newer: 'There is a newer article: ',
  readOn: 'Read on',
  exactly(words, places, more) {
    const count = places === 1 ? 'one place' : `${places} places`;
    return `“${words}” stands in ${more ? `at least ${count}` : count}:`;
  },
  nowhere: (words) => `“${words}” stands nowhere, word for word.`,
  closest: 'These come closest:',
  leftNothing(filters) {
    const [only] = filters;
    const names = filters.map(limitName).join(', ');
    if (filters.length > 1 || !only) return `Nothing within ${names} together; without these limits:`;
    return {
      date: `Nothing from ${names}; from any time:`,
      publication: `Nothing in ${names}; from elsewhere:`,
      page: `Nothing on ${names}; from other pages:`,
      title: `Nothing in ${names}; from other articles:`,
      phrase: `${names} stands nowhere as written; the closest:`,
    }[only.kind];
  },
  within: (limits) => `Only: ${limits.join(' · ')}`,
  buttons: {
    article: 'Article',
    back: '‹ Back',
    others: (count) => `${count} more`,
    newestFirst: 'Newest first',
    bestFirst: 'Best first',
    fold: 'Close',
    copy: 'Cite',
    share: 'Share',
    newer: (title) => `Newer: ${title}`,
    quotePost: 'Quote the post',
  },
  postUnquotable: 'The post can’t be quoted here. Tap the title to open it.',
};
