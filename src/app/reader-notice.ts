import type { ReaderFault } from '../answering/learned-reader.js';
import type { Bilingual } from '../language/bilingual.js';

/** What became of the reader at the start. */
export type ReaderOutcome =
  /** It reads. */
  | { readonly kind: 'on' }
  /** `READER` is off. */
  | { readonly kind: 'off' }
  /** It should read and cannot, for a reason that is told in a few words. */
  | { readonly kind: 'unavailable'; readonly why: Bilingual };

/** A line for the log, or for who asks in a terminal. */
export interface Notice {
  readonly level: 'info' | 'warn';
  readonly text: Bilingual;
}

/** What is said of the reader at the start: nothing while it reads, else what follows for the answers. */
export function readerNotice(outcome: ReaderOutcome): Notice | undefined {
  switch (outcome.kind) {
    case 'on':
      return undefined;
    case 'off':
      return {
        level: 'info',
        text: {
          en: `the reader is off (READER=off); ${CONSEQUENCE.en}`,
          zh: `阅读模型已关闭（READER=off），${CONSEQUENCE.zh}`,
        },
      };
    case 'unavailable':
      return {
        level: 'warn',
        text: {
          en: `the reader cannot be used (${outcome.why.en}); ${CONSEQUENCE.en}`,
          zh: `阅读模型不能用（${outcome.why.zh}），${CONSEQUENCE.zh}`,
        },
      };
  }
}

/** What is said of a reader that was ready and fails. */
export function faultNotice(fault: ReaderFault): Bilingual {
  const { en, zh } = fault.why;
  switch (fault.kind) {
    case 'unread':
      return {
        en: `the reader failed at a passage (${en}); where that happens, ${CONSEQUENCE.en}. It is told only once`,
        zh: `阅读模型读一段文字时出错（${zh}）；这种时候${CONSEQUENCE.zh}。只提示这一次`,
      };
    case 'reopening': {
      const seconds = fault.pauseMs / 1000;
      return {
        en: `the reader stopped (${en}); it is opened again in ${seconds} s. Meanwhile ${CONSEQUENCE.en}`,
        zh: `阅读模型停了（${zh}），${seconds} 秒后重新打开；这期间${CONSEQUENCE.zh}`,
      };
    }
    case 'gone':
      return {
        en: `the reader stopped again (${en}); from now on ${CONSEQUENCE.en}. Start the bot again to have it read`,
        zh: `阅读模型又停了（${zh}），从现在起${CONSEQUENCE.zh}；重新启动机器人才能恢复`,
      };
  }
}

const CONSEQUENCE: Bilingual = {
  en: 'what is found is shown as possible, never as the answer',
  zh: '找到的只作为“可能”的答案给出',
};
