import { createHash } from 'node:crypto';

/** What a button that offers questions asks for. */
export type OfferData =
  /** List other questions that the article of a passage answers. */
  | { readonly offer: 'more'; readonly passage: string }
  /** Ask one of them. */
  | { readonly offer: 'ask'; readonly passage: string; readonly question: string }
  /** Ask what may have been meant by the question that the message replies to. */
  | { readonly offer: 'meant'; readonly question: string };

const FORM = /^(?:m:(?<more>[\w-]{1,40})|a:(?<passage>[\w-]{1,40})~(?<ask>[\w-]{8})|d:(?<meant>[\w-]{8}))$/;

/**
 * Callback data of such a button, 1–64 bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton
 * A question does not fit, so its mark stands for it: the questions are found again, and the one of that mark is meant. One that
 * is no longer among them is not taken for another.
 * @param data questions by their marks (`markOf`)
 */
export function encodeOffer(data: OfferData): string {
  switch (data.offer) {
    case 'more':
      return `m:${data.passage}`;
    case 'ask':
      return `a:${data.passage}~${data.question}`;
    case 'meant':
      return `d:${data.question}`;
  }
}

/** What the data asks for, or `undefined` where it is not of such a button. */
export function decodeOffer(data: string): OfferData | undefined {
  const { more, passage, ask, meant } = FORM.exec(data)?.groups ?? {};
  if (more !== undefined) return { offer: 'more', passage: more };
  if (passage !== undefined && ask !== undefined) return { offer: 'ask', passage, question: ask };
  return meant === undefined ? undefined : { offer: 'meant', question: meant };
}

/** Stands for a question in a button, 8 characters. */
export function markOf(question: string): string {
  return createHash('sha256').update(question).digest('base64url').slice(0, 8);
}
