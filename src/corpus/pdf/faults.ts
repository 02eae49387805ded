import type { Bilingual } from '../../language/bilingual.js';
import { DIVIDE, type Fault, unreadableBecause } from '../fault.js';
import type { PdfError } from './pdf-thread.js';

/** More pages are no document of articles, and their text takes too much memory. */
export const MOST_PAGES = 5_000;

const WITH_OCR: Bilingual = {
  en: 'Recognise its text (OCR), and save it as a PDF with text, or as .txt.',
  zh: '请先识别文字（OCR），存成带文字的 PDF 或 .txt。',
};

export const NO_TEXT: Fault = {
  problem: unreadableBecause({
    en: 'its pages are pictures without text',
    zh: '各页都是图片，没有文字',
  }),
  remedy: WITH_OCR,
};
export const UNKNOWN_CHARACTERS: Fault = {
  problem: unreadableBecause({
    en: 'its fonts do not say which characters they show',
    zh: '字体里没有说明各是什么字',
  }),
  remedy: WITH_OCR,
};
export const TOO_MANY_PAGES: Fault = {
  problem: { en: `It has more than ${MOST_PAGES} pages.`, zh: `超过 ${MOST_PAGES} 页。` },
  remedy: DIVIDE,
};

/** Of pages whose text is left out, since most of it stands on its side. */
export function turnedPages(turned: number, pages: number): Fault {
  return {
    problem: {
      en: `Text that stands on its side is left out, on ${turned} of its ${pages} pages.`,
      zh: `${pages} 页里有 ${turned} 页的文字是横躺着的，没有读。`,
    },
    remedy: {
      en: 'Turn those pages upright and save the PDF, or save their text as .txt.',
      zh: '请把这些页转正后保存，或把文字另存为 .txt。',
    },
  };
}

/** Of pages that are pictures, where others are read. */
export function picturePages(pictures: number, pages: number): Fault {
  return {
    problem: {
      en: `${pictures} of its ${pages} pages are pictures without text.`,
      zh: `${pages} 页里有 ${pictures} 页是图片，没有文字。`,
    },
    remedy: WITH_OCR,
  };
}

/** Of a file that pdf.js does not open or read to its end. What pdf.js says of one that is damaged, it says in English. */
export function faultOf({ kind, message }: PdfError): Fault {
  switch (kind) {
    case 'PasswordException':
      return {
        problem: unreadableBecause({ en: 'it is protected by a password', zh: '有密码保护' }),
        remedy: { en: 'Save a copy of it without the password.', zh: '请另存一份不带密码的。' },
      };
    case 'Timeout':
      return {
        problem: unreadableBecause({ en: 'one of its pages takes too long', zh: '有一页要读太久' }),
        remedy: {
          en: 'Print it to a new PDF, or save its text as .txt.',
          zh: '请打印成新的 PDF，或把文字另存为 .txt。',
        },
      };
    case 'Ended':
      return {
        problem: unreadableBecause({ en: 'it takes too much memory', zh: '太占内存' }),
        remedy: {
          en: 'Divide it into smaller files, or save its text as .txt.',
          zh: '请拆成几个小文件，或把文字另存为 .txt。',
        },
      };
    default:
      return {
        problem: unreadableBecause({
          en: `it is damaged or no PDF (${message.split('\n', 1)[0]?.replace(/\.$/, '')})`,
          zh: '文件损坏，或者不是 PDF',
        }),
        remedy: {
          en: 'Save or copy it again from where it is whole.',
          zh: '请重新保存，或从完整的地方重新复制。',
        },
      };
  }
}
