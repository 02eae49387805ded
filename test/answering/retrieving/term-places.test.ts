import { describe, expect, it } from 'vitest';
import { queryTermsOf } from '../../../src/answering/retrieving/query-terms.js';
import { TermFinder } from '../../../src/answering/retrieving/term-places.js';
import { fold, unitsOf } from '../../../src/language/fold.js';
import { analyseQuestion } from '../../../src/language/question.js';

/** What stands in a text of a question's query terms: `written`, or `~heard` where it only sounds like it. */
function found(question: string, text: string): string[] {
  const queryTerms = queryTermsOf(analyseQuestion(question));
  const { places, bySound } = new TermFinder(queryTerms).locate(unitsOf(fold(text)));
  return places.flatMap((list, c) =>
    list.map(({ start, end }) => (bySound[c] ? '~' : '') + text.slice(start, end)),
  );
}

describe('clues in a text', () => {
  it.each([
    ['words and pairs of characters', '清江大桥', '新建的清江大桥通车', ['清江', '大桥', '江大']],
    ['Traditional characters', '龙门', '龍門石窟', ['龍門']],
    ['another spelling of a number', '12000人', '约1.2万人', ['1.2万', '人']],
    ['no number that is part of a longer one', '5米', '15米，5.5米', ['米', '米']],
    ['no Chinese number that is part of a longer one', '10日', '二十日闭馆', []],
    ['another name of a day', '周三', '星期三休息', ['星期三']],
    ['a Latin word of its own', 'app', 'happy app', ['app']],
    ['what sounds alike, where nothing is written so', '龙门', '隆门的夜', ['~隆门']],
    ['nothing that sounds alike, where it is written', '龙门', '龙门不是隆门', ['龙门']],
  ])('%s: %s in “%s”', (_, question, text, expected) => {
    expect(found(question, text).sort()).toEqual([...expected].sort());
  });
});
