import { expect, test } from 'vitest';
import { missingWords, unmentionedWords } from '../../../src/answering/deciding/missing-words.js';
import { retrieve } from '../../../src/answering/retrieving/retrieve.js';
import { EmbeddedIndex } from '../../../src/retrieval/embedded-index.js';
import { alone } from '../support.js';

const TEXT =
  '澜江大桥十一月四日合龙。记者今天写了一篇文章，说天气很好。市民骑车过桥。公租房可以申请。停水请找自来水公司。';

test.each<[question: string, missing: readonly string[], why: string]>([
  ['长江大桥几点合龙', ['长江大桥'], 'only a part of the name is there'],
  ['这篇文章说了吗', [], 'jieba takes 篇文章 for a word, yet 文章 is there'],
  ['今天天气怎么样', [], 'jieba has it as one word, yet both of its words are there'],
  ['柿子为什么能放得更久了', ['柿子'], '能放得 is a word that segmentation guessed'],
  ['田民是谁', ['田民'], 'the name is not lost with the words that ask for it'],
  ['有没有无人机', ['无人机'], 'a word that is not there'],
  ['公租房谁能住', [], 'segmentation cuts it in the text as well'],
  ['书能停在桥上吗', [], 'a single character may be part of any word'],
  ['打完针能走吗', [], '完针 is a word that segmentation guessed'],
  ['合龙停到几点', [], '停到 is a word that the dictionary hardly ever met'],
  ['大桥下有自来水吗', [], '自来水公司 is one word to jieba, and holds it'],
  ['Starlink是什么', ['Starlink'], 'a Latin word, as it is written'],
])('%s names %j as missing: %s', async (question, missing) => {
  const index = new EmbeddedIndex();
  await index.add([alone(TEXT)]);
  expect(missingWords(await retrieve(index, question))).toEqual(missing);
});

const NOTICE = '博物馆周二闭馆。馆内有停车场，游客可乘坐电动自行车前往。办公室主任何敏说，展品有一百二十件。';

test.each<[question: string, unmentioned: readonly string[], why: string]>([
  ['博物馆的馆长是谁', ['馆长'], 'whoever is asked for is not spoken of'],
  ['博物馆的办公室主任是谁', [], 'he is'],
  ['博物馆的门票多少钱', ['门票'], 'nor is what the price is asked of'],
  ['博物馆有什么特点', [], 'a notice need not say 特点 to tell of them'],
  ['电瓶车能去博物馆吗', [], 'it is there in another word'],
  ['博物馆的停车场收费吗', [], 'a verb may be said in too many ways'],
  ['馆长叫什么', ['馆长'], 'nor is whose name is asked'],
  ['去博物馆一趟要多久', [], '一趟 counts and names nothing'],
  ['museum opening hours 博物馆', [], 'an article in Chinese has no English words'],
  ['博物馆有WiFi吗', ['WiFi'], 'a Latin word, as the question writes it'],
])('of %s an article does not mention %j: %s', async (question, unmentioned) => {
  const index = new EmbeddedIndex();
  const passage = alone(NOTICE);
  await index.add([passage]);
  expect(unmentionedWords(await retrieve(index, question), passage)).toEqual(unmentioned);
});
