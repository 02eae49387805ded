import { expect, test } from 'vitest';
import {
  decodeOfficeButton,
  encodeOfficeButton,
  type OfficeButton,
} from '../../../src/telegram/administration/buttons.js';
import {
  type CallbackData,
  decodeCallbackData,
  encodeCallbackData,
  FIRST_VIEW,
} from '../../../src/telegram/rendering/callback-data.js';
import { decodeOffer, encodeOffer, type OfferData } from '../../../src/telegram/rendering/offer-data.js';
import { decodeToldData, encodeToldData, type ToldData } from '../../../src/telegram/rendering/told-data.js';

const ID = 'AbCd_-12';
const view = FIRST_VIEW;

const BUTTONS: readonly string[] = [
  ...(
    [
      { show: 'clipping', id: ID, view },
      { show: 'list', id: ID, view },
      { show: 'article', id: ID, view },
      { show: 'answer', view },
      { show: 'post', id: ID, view },
    ] satisfies CallbackData[]
  ).map(encodeCallbackData),
  ...(
    [
      { offer: 'more', passage: ID },
      { offer: 'ask', passage: ID, question: ID },
      { offer: 'meant', question: ID },
    ] satisfies OfferData[]
  ).map(encodeOffer),
  ...(
    [
      { wish: 'begin' },
      { wish: 'end-all' },
      { wish: 'end', id: ID },
      { wish: 'drop', id: ID },
      { judge: 'useful', id: ID },
      { judge: 'wrong', id: ID },
      { judge: 'typo', id: ID },
    ] satisfies ToldData[]
  ).map(encodeToldData),
  ...(
    [
      { kind: 'broadcast', chats: 3 },
      { kind: 'remove', key: ID },
      { kind: 'follow', channel: -1001234567890 },
      { kind: 'unfollow', channel: -1001234567890 },
    ] satisfies OfficeButton[]
  ).map(encodeOfficeButton),
];

test.each(BUTTONS)('%s is understood by one feature alone', (data) => {
  const understood = [decodeCallbackData, decodeOffer, decodeToldData, decodeOfficeButton].filter(
    (decode) => decode(data) !== undefined,
  );
  expect(understood).toHaveLength(1);
});
