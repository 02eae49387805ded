/** What is said while the index cannot be asked; each fits an alert of 200 characters. */
export interface UnavailableWords {
  readonly text: string;
  /** The same above the inline results. */
  readonly inline: string;
}

export const unavailableZh: UnavailableWords = {
  text: '文章库暂时连不上，这次没能查成。请稍后再试。',
  inline: '暂时查不了，请稍后再试',
};

export const unavailableZhHant: UnavailableWords = {
  text: '文章庫暫時連不上，這次沒能查成。請稍後再試。',
  inline: '暫時查不了，請稍後再試',
};

export const unavailableEn: UnavailableWords = {
  text: 'I can’t reach the articles right now, so I couldn’t look that up. Please try again in a while.',
  inline: 'Can’t search right now. Please try again in a while',
};
