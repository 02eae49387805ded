/** What the bot says where it offers questions to ask. */
export interface SuggestingWording {
  /** Button under an answer: other questions that its article answers. */
  readonly more: string;
  /** There are none; at most 200 characters, as an alert bears. */
  readonly noMore: string;
  /** Button under what is no answer: asks what may have been meant. */
  readonly meant: (question: string) => string;
  /**
   * Stands in a line of its own above the answer to a question that was chosen by a button. It is read again from the message,
   * so nothing follows the question.
   */
  readonly asked: (question: string) => string;
  /** A button's question is not answered any more; at most 200 characters. */
  readonly gone: string;
}

export const suggestingZh: SuggestingWording = {
  more: '还可以问 ›',
  noMore: '这篇文章暂时没有别的推荐问题。',
  meant: (question) => `您是不是要找：${question}`,
  asked: (question) => `问：${question}`,
  gone: '文章有更新，这个问题已经答不了了。',
};

export const suggestingZhHant: SuggestingWording = {
  more: '還可以問 ›',
  noMore: '這篇文章暫時沒有其他建議的問題。',
  meant: (question) => `您是不是要找：${question}`,
  asked: (question) => `問：${question}`,
  gone: '文章有更新，這個問題已經答不了了。',
};

export const suggestingEn: SuggestingWording = {
  more: 'You could also ask ›',
  noMore: 'I have no other questions for this article at the moment.',
  meant: (question) => `Did you mean: ${question}`,
  asked: (question) => `Question: ${question}`,
  gone: 'The articles have changed and no longer answer this question.',
};
