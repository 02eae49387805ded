/** What the bot says of questions that come faster than it may answer. */
export interface DeliveryWording {
  /** Questions were left out, since only so many of the newest are kept. */
  readonly skipped: (kept: number) => string;
}

export const deliveryZh: DeliveryWording = {
  skipped: (kept) => `问题来得太快，我只答得过来最近的 ${kept} 条，前面的就跳过了。`,
};

export const deliveryZhHant: DeliveryWording = {
  skipped: (kept) => `問題來得太快，我只來得及回答最近的 ${kept} 則，前面的就略過了。`,
};

export const deliveryEn: DeliveryWording = {
  skipped: (kept) =>
    `That’s more than I can keep up with: I’ll answer the latest ${kept} and skip the ones before.`,
};
