import { describe, expect, test } from 'vitest';
import { answererOf, article, FakeReader, SURE } from './support.js';

const LENDING = article('河湾镇图书借阅规定', [
  '第一条 为了方便居民借阅图书，制定本规定。',
  '第二条 借阅第三条所列图书，凭居民卡办理。',
  '第三条 可以借阅的图书包括：',
  '（一）纸质书；',
  '（二）有声书。',
  '第四条 借期为二十八日，第三条所列图书相同。',
  '第十三条 损坏第三条所列图书的，照价赔偿。',
]);
const PARKS = article('河湾镇公园管理规定', [
  '第一条 为了管理公园，制定本规定。',
  '第三条 公园每日六时开放。',
  '第十三条 公园内禁止垂钓。',
]);

describe('a question about 第三条 is answered by the article that bears the label, not by those that mention it', () => {
  test.each([
    ['图书借阅规定第三条是什么内容', '第三条 可以借阅的图书包括：\n（一）纸质书；\n（二）有声书。', LENDING],
    ['图书借阅规定第3条', '第三条 可以借阅的图书包括：\n（一）纸质书；\n（二）有声书。', LENDING],
    ['圖書借閱規定第三條的規定', '第三条 可以借阅的图书包括：\n（一）纸质书；\n（二）有声书。', LENDING],
    ['公园管理规定第三条', '第三条 公园每日六时开放。', PARKS],
    ['公园管理规定第十三条规定了什么', '第十三条 公园内禁止垂钓。', PARKS],
    ['图书借阅规定第四条写了什么', '第四条 借期为二十八日，第三条所列图书相同。', LENDING],
  ])('%s', async (text, excerpt, of) => {
    const answerer = await answererOf([LENDING, PARKS]);
    const { status, results } = await answerer.answer({ text });
    expect(status).toBe('answered');
    expect(results[0]).toMatchObject({ excerpt, citation: { title: of.title } });
  });

  test('where two documents have one and the question names neither, it is not sure', async () => {
    const answerer = await answererOf([LENDING, PARKS], new FakeReader());
    expect((await answerer.answer({ text: '第十三条是什么内容' })).status).toBe('possible');
  });

  test('a question about what it says is read', async () => {
    const reader = new FakeReader([{ window: '借期', answers: SURE, stretch: '二十八日' }]);
    const answerer = await answererOf([LENDING, PARKS], reader);
    const { status, results } = await answerer.answer({ text: '图书借阅规定第四条的借期多长' });
    const [first] = results;
    expect(status).toBe('answered');
    expect(first?.excerpt).toBe('第四条 借期为二十八日，第三条所列图书相同。');
    expect(first?.excerpt.slice(first.answer?.start, first.answer?.end)).toBe('二十八日');
  });

  test('a long one begins at its label and ends with a sentence', async () => {
    const answerer = await answererOf([LENDING, PARKS]);
    const { results } = await answerer.answer({ text: '图书借阅规定第三条是什么内容' }, { chars: 24 });
    expect(results[0]?.excerpt).toBe('第三条 可以借阅的图书包括：\n（一）纸质书；');
  });
});
