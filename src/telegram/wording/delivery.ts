/** What the bot says of what comes faster than it may answer. */
export interface DeliveryWording {
  /** Questions were left out, since only so many of the newest are kept. */
  readonly skipped: (kept: number) => string;
  /** The press of a button was left out; at most 200 characters, as an alert bears. */
  readonly pressSkipped: string;
}

export const deliveryZh: DeliveryWording = {
  skipped: (kept) => `问题来得太快，我只答得过来最近的 ${kept} 条，前面的就跳过了。`,
  pressSkipped: '这会儿有点忙，刚才那一下没来得及处理，过一会儿再点吧。',
};

export const deliveryZhHant: DeliveryWording = {
  skipped: (kept) => `問題來得太快，我只來得及回答最近的 ${kept} 則，前面的就略過了。`,
  pressSkipped: '現在有點忙，剛才那一下來不及處理，過一會兒再點吧。',
};

export const deliveryEn: DeliveryWording = {
  skipped: (kept) =>
    `That’s more than I can keep up with: I’ll answer the latest ${kept} and skip the ones before.`,
  pressSkipped: 'I’m a bit busy and skipped that tap. Please try again in a moment.',
};
