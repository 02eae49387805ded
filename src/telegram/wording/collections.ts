/** What is said of the folders that a chat can be bound to. */
export interface CollectionsWording {
  /** @param current the folder that is asked here; `undefined`: all */
  readonly list: (names: readonly string[], current: string | undefined) => string;
  readonly bound: (name: string) => string;
  /** @param current what a topic is answered from then, as its chat is; `undefined`: everything */
  readonly freed: (current: string | undefined) => string;
  readonly unknown: (name: string, names: readonly string[]) => string;
  readonly administratorsOnly: string;
}

export const zh: CollectionsWording = {
  list: (names, current) =>
    names.length === 0
      ? '文章没有分文件夹，这里查的是全部文章。'
      : [
          current === undefined ? '这里查的是全部文章。' : `这里只查“${current}”。`,
          `可以只查其中一个文件夹，发 /use 加名称：\n${names.map((name) => `· ${name}`).join('\n')}`,
          ...(current === undefined ? [] : ['发 /use * 恢复查全部。']),
        ].join('\n\n'),
  bound: (name) => `好的，从现在起这里只查“${name}”。发 /use * 恢复查全部。`,
  freed: (current) =>
    current === undefined ? '好的，这里查全部文章。' : `好的，这里和整个群一样，只查“${current}”。`,
  unknown: (name, names) =>
    `没有“${name}”这个文件夹。${names.length > 0 ? `有的是：${names.join('、')}` : '文章没有分文件夹。'}`,
  administratorsOnly: '只有群管理员可以改这里查哪些文章。',
};

export const en: CollectionsWording = {
  list: (names, current) =>
    names.length === 0
      ? 'The articles are in no folders; all of them are searched here.'
      : [
          current === undefined ? 'All articles are searched here.' : `Only “${current}” is searched here.`,
          `To search one folder alone, send /use and its name:\n${names.map((name) => `· ${name}`).join('\n')}`,
          ...(current === undefined ? [] : ['/use * goes back to all of them.']),
        ].join('\n\n'),
  bound: (name) => `Done: from now on only “${name}” is searched here. /use * goes back to all articles.`,
  freed: (current) =>
    current === undefined
      ? 'Done: all articles are searched here.'
      : `Done: as in the whole group, only “${current}” is searched here.`,
  unknown: (name, names) =>
    `There is no folder “${name}”. ${names.length > 0 ? `There are: ${names.join(', ')}` : 'The articles are in no folders.'}`,
  administratorsOnly: 'Only administrators of this group can change what is searched here.',
};
