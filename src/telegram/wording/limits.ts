/** What is said in place of an answer; each fits an alert of 200 characters. */
export interface LimitWords {
  /** Somebody has asked too much within a minute. */
  readonly person: string;
  /** A group has. */
  readonly chat: string;
  /** The administrators have the bot pause. */
  readonly paused: string;
  /** The same above the inline results. */
  readonly pausedInline: string;
}

export const limitsZh: LimitWords = {
  person: '问得有点快，我先歇口气，一分钟后再来问吧。',
  chat: '这个群里问得有点多，过一分钟再问我吧。',
  paused: '管理员暂停了回答，请过些时候再来。',
  pausedInline: '暂停回答，请过些时候再来',
};

export const limitsZhHant: LimitWords = {
  person: '問得有點快，我先歇一下，請一分鐘後再來問。',
  chat: '這個群組裡問得有點多，請過一分鐘再問我。',
  paused: '管理員暫停了回答，請晚點再來。',
  pausedInline: '暫停回答，請晚點再來',
};

export const limitsEn: LimitWords = {
  person: 'That’s a lot of questions at once. Please give me a minute and ask again.',
  chat: 'This group has asked a lot just now. Please try again in a minute.',
  paused: 'The administrator has paused me. Please come back later.',
  pausedInline: 'Paused for now. Please come back later',
};
