/** What the bot says about being told later, about what people think of its answers, and where it does not answer. */
export interface ToldWording {
  /** A button under a refusal: tell this chat when an article answers. */
  readonly wish: string;
  /** What that button becomes. */
  readonly unwish: string;
  /** Shown for a moment, as everything up to `gone`: at most 200 characters. */
  readonly wished: (days: number) => string;
  readonly unwished: string;
  /** The chat waits for so many answers that no further one is noted. */
  readonly tooManyHere: (most: number) => string;
  /** The bot as a whole does. */
  readonly tooMany: string;
  /** How many wishes were ended by one tap. */
  readonly stopped: (count: number) => string;
  readonly gone: string;
  /** Stands above the clipping that is told. */
  readonly found: (question: string) => string;
  /** A button under it: no more of this chat's wishes. */
  readonly stop: string;
  /** For /alerts. */
  readonly list: (count: number, days: number) => string;
  readonly listEmpty: string;
  /** A button of that list. */
  readonly end: (question: string) => string;
  /** Buttons under an answer. */
  readonly judge: { readonly useful: string; readonly wrong: string; readonly typo: string };
  /** Shown for a moment after them. */
  readonly judged: string;
  readonly judgedEnough: string;
  /** Asks for the right reading; stands after the title of the article. */
  readonly askReading: string;
  /** In the empty field for it, 1–64 characters. */
  readonly readingField: string;
  readonly readingNoted: string;
  /** In the empty field after the bot has asked for a question, 1–64 characters. */
  readonly questionField: string;
  /** A refusal in a group, where it takes up everybody's screen. */
  readonly shortRefusal: string;
  /** To an owner of a business account who has connected the bot. */
  readonly business: string;
  /** For the menu of commands. */
  readonly command: string;
}

export const toldZh: ToldWording = {
  wish: '有答案了告诉我',
  unwish: '不用告诉我了',
  wished: (days) => `记下了。${days} 天里有新文章能回答，就在这里告诉你。`,
  unwished: '好，不再留意这个问题了。',
  tooManyHere: (most) => `这里已经在等 ${most} 个问题了。发 /alerts 取消几个再来吧。`,
  tooMany: '现在等消息的人太多了，暂时记不下新的问题。',
  stopped: (count) => (count > 0 ? `好，${count} 个问题都不再留意了。` : '这里没有在等的问题。'),
  gone: '这个问题已经不在等了。',
  found: (question) => `之前问的“${question}”，新收的文章里有答案了：`,
  stop: '其他的不用告诉我了',
  list: (count, days) => `这里在等 ${count} 个问题的答案，每个最多等 ${days} 天。点一下就取消：`,
  listEmpty: '这里没有在等的问题。问不到答案时，点回复下面的“有答案了告诉我”就行。',
  end: (question) => `✕ ${question}`,
  judge: { useful: '有用', wrong: '答非所问', typo: '错字' },
  judged: '谢谢，记下了。',
  judgedEnough: '今天的反馈已经很多了，谢谢，明天再来吧。',
  askReading: '这一段哪里印错或认错了？回复这条消息，写上正确的写法，我会转给管理员。',
  readingField: '正确的写法',
  readingNoted: '谢谢，会转给管理员。',
  questionField: '你的问题',
  shortRefusal: '文章里没有找到答案。',
  business: '你把我接到了商务账号上。我不会在那里看消息，也不会替你回复；想查文章，在这里问我就好。',
  command: '看看在等哪些问题的答案',
};

export const toldZhHant: ToldWording = {
  wish: '有答案就通知我',
  unwish: '不用通知我了',
  wished: (days) => `記下了。${days} 天內有新文章能回答，就在這裡通知你。`,
  unwished: '好，不再留意這個問題了。',
  tooManyHere: (most) => `這裡已經在等 ${most} 個問題了。傳送 /alerts 取消幾個再來吧。`,
  tooMany: '目前等候通知的人太多，暫時記不下新的問題。',
  stopped: (count) => (count > 0 ? `好，${count} 個問題都不再留意了。` : '這裡沒有在等的問題。'),
  gone: '這個問題已經不在等了。',
  found: (question) => `之前問的「${question}」，新收錄的文章裡有答案了：`,
  stop: '其他的不用通知我了',
  list: (count, days) => `這裡在等 ${count} 個問題的答案，每個最多等 ${days} 天。點一下就取消：`,
  listEmpty: '這裡沒有在等的問題。找不到答案時，點回覆下面的「有答案就通知我」即可。',
  end: (question) => `✕ ${question}`,
  judge: { useful: '有用', wrong: '答非所問', typo: '錯字' },
  judged: '謝謝，記下了。',
  judgedEnough: '今天的意見已經很多了，謝謝，明天再來吧。',
  askReading: '這一段哪裡印錯或認錯了？請回覆這則訊息，寫上正確的寫法，我會轉給管理員。',
  readingField: '正確的寫法',
  readingNoted: '謝謝，會轉給管理員。',
  questionField: '你的問題',
  shortRefusal: '文章裡沒有找到答案。',
  business: '你把我連結到商業帳號了。我不會在那裡讀取訊息，也不會替你回覆；想查文章，在這裡問我就好。',
  command: '看看在等哪些問題的答案',
};

export const toldEn: ToldWording = {
  wish: 'Tell me when there is an answer',
  unwish: 'Never mind',
  wished: (days) => `Noted. If a new article answers this within ${days} days, I’ll say so in this chat.`,
  unwished: 'All right, I’ll no longer look out for this.',
  tooManyHere: (most) =>
    `This chat is waiting for ${most} answers already. Send /alerts to drop some of them first.`,
  tooMany: 'Too many people are waiting for answers, so I can’t note another one just now.',
  stopped: (count) =>
    count > 0
      ? `All right, I’ll no longer look out for ${count === 1 ? 'that question' : `those ${count} questions`}.`
      : 'This chat isn’t waiting for anything.',
  gone: 'This chat is no longer waiting for that.',
  found: (question) => `You asked “${question}”. A new article has the answer:`,
  stop: 'Don’t tell me about the others',
  list: (count, days) =>
    `This chat is waiting for ${count === 1 ? 'one answer' : `${count} answers`}, each for ${days} days at most. Tap one to drop it:`,
  listEmpty:
    'This chat isn’t waiting for anything. When I find no answer, tap “Tell me when there is an answer”.',
  end: (question) => `✕ ${question}`,
  judge: { useful: 'Useful', wrong: 'Off topic', typo: 'Misprint' },
  judged: 'Thank you, noted.',
  judgedEnough: 'That’s plenty for today, thank you. Please come back tomorrow.',
  askReading:
    'What is misprinted in this passage? Reply to this message with the right reading, and I’ll pass it on to the administrators.',
  readingField: 'The right reading',
  readingNoted: 'Thank you, I’ll pass it on.',
  questionField: 'Your question',
  shortRefusal: 'I found no answer in the articles.',
  business:
    'You connected me to your business account. I don’t read messages there and won’t reply for you; to look something up, just ask me here.',
  command: 'Which answers this chat is waiting for',
};
