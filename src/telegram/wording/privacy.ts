/** What a bot keeps, as its settings say. */
export interface PrivacyFacts {
  /** Whether anything outlasts the process; else all is in memory alone. */
  readonly onDisk: boolean;
  /**
   * Whether questions are kept, without who asked: those that found no answer for 30 days, those whose answer somebody judged for
   * 90.
   */
  readonly questions: boolean;
}

/** What is said of privacy. */
export interface PrivacyWords {
  /** For /privacy: two sentences, the second on what can be deleted. */
  readonly privacy: (facts: PrivacyFacts) => string;
  /** For /forget. */
  readonly forgotten: string;
  /** To a member of a group who is none of its administrators. */
  readonly onlyAdministrators: string;
}

export const privacyZh: PrivacyWords = {
  privacy: ({ onDisk, questions }) =>
    [
      questions
        ? '没找到答案的提问留 30 天，有人评价过的留 90 天，都不记是谁问的'
        : '我不保存你的提问，也不记录是谁问的',
      '，此外只记每天的提问数、消息的处理编号、还在排队的消息（答完就删），和不记名的评价、纠错（90 天）',
      onDisk ? '。' : '，都只在内存里，重启就没了。',
      '你让我记的例外：等答案的问题（最多 90 天）和 /use 选的文件夹会和这个聊天记在一起，发 /forget 就全部删掉。',
    ].join(''),
  forgotten: '好，属于这个聊天的记录都删掉了。',
  onlyAdministrators: '在群里，只有群管理员才能让我删掉记录。',
};

export const privacyZhHant: PrivacyWords = {
  privacy: ({ onDisk, questions }) =>
    [
      questions
        ? '沒找到答案的提問保留 30 天，有人評價過的保留 90 天，都不記是誰問的'
        : '我不保存你的提問，也不記錄是誰問的',
      '，此外只記每天的提問數、訊息的處理編號、還在排隊的訊息（答完就刪），和不記名的評價、勘誤（90 天）',
      onDisk ? '。' : '，都只在記憶體裡，重新啟動就沒了。',
      '你要我記的例外：等答案的問題（最多 90 天）和 /use 選的資料夾會和這個聊天室記在一起，傳送 /forget 就全部刪除。',
    ].join(''),
  forgotten: '好，屬於這個聊天室的紀錄都刪除了。',
  onlyAdministrators: '在群組裡，只有群組管理員才能要我刪除紀錄。',
};

export const privacyEn: PrivacyWords = {
  privacy: ({ onDisk, questions }) =>
    [
      questions
        ? 'Questions that find no answer are kept for 30 days and those whose answer was judged for 90, without who asked; besides'
        : 'I don’t keep your questions or who asked them;',
      ' I only keep daily counts, the numbers of handled messages, messages in the queue until they are answered, and judgements and corrections without who gave them (90 days)',
      onDisk ? '.' : ', all of it in memory until I restart.',
      ' What you ask me to keep is noted with this chat, questions that await an answer (90 days at most) and the folder chosen with /use, until you send /forget.',
    ].join(''),
  forgotten: 'Done: whatever belonged to this chat is deleted.',
  onlyAdministrators: 'In a group, only its administrators can have me delete what I keep.',
};
