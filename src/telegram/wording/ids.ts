/** What the bot says of ids, which Telegram's own apps show nobody. */
export interface IdWording {
  /**
   * For /id, to be copied into settings.
   * @param person of whoever asks; `undefined` where they speak as a chat
   * @param chat of the group or channel; `undefined` in private
   */
  readonly ids: (person: number | undefined, chat: number | undefined) => string;
}

export const idsZh: IdWording = {
  ids: (person, chat) => lines(person, chat, ['你的 ID：', '这个群的 ID：']),
};

export const idsZhHant: IdWording = {
  ids: (person, chat) => lines(person, chat, ['你的 ID：', '這個群組的 ID：']),
};

export const idsEn: IdWording = {
  ids: (person, chat) => lines(person, chat, ['Your ID: ', 'This group’s ID: ']),
};

function lines(
  person: number | undefined,
  chat: number | undefined,
  [own, here]: readonly [string, string],
): string {
  return [
    ...(person === undefined ? [] : [`${own}${person}`]),
    ...(chat === undefined ? [] : [`${here}${chat}`]),
  ].join('\n');
}
