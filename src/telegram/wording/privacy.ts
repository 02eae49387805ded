/** What a bot keeps, as its settings say. */
export interface PrivacyFacts {
  /** Whether questions without an answer are kept, for 30 days and without who asked. */
  readonly questions: boolean;
}

/** What is said of privacy. */
export interface PrivacyWords {
  /** For /privacy: two sentences. */
  readonly privacy: (facts: PrivacyFacts) => string;
  /** For /forget. */
  readonly forgotten: string;
  /** To a member of a group who is none of its administrators. */
  readonly onlyAdministrators: string;
}

export const privacyZh: PrivacyWords = {
  privacy: ({ questions }) =>
    [
      questions
        ? '没找到答案的问题会保留 30 天，但不记是谁问的，此外只记每天有多少提问。'
        : '我不保存你的提问，也不记录是谁问的，只记每天有多少提问。',
      '你在这里设的东西（比如提醒）会一直留着，发 /forget 就全部删掉。',
    ].join(''),
  forgotten: '好，属于这个聊天的记录都删掉了。',
  onlyAdministrators: '在群里，只有群管理员才能让我删掉记录。',
};

export const privacyEn: PrivacyWords = {
  privacy: ({ questions }) =>
    [
      questions
        ? 'Questions that find no answer are kept for 30 days without who asked; besides that I only count how many are asked a day.'
        : 'I don’t keep your questions or who asked them; I only count how many are asked a day.',
      'What you set up here, such as alerts, stays until you send /forget.',
    ].join(' '),
  forgotten: 'Done: whatever belonged to this chat is deleted.',
  onlyAdministrators: 'In a group, only its administrators can have me delete what I keep.',
};
