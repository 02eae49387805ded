/** Words that carry grammar rather than content; folded. They are neither searched for nor highlighted. */
const FUNCTION_WORDS =
  '的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 哦 啦 么 之 其 所 以 而 且 并 并且 或 或者 与 和 及 以及 跟 同 对 对于 关于 把 被 让 给 向 往 从 自 由 ' +
  '于 在 到 至 为 为了 因 因为 由于 所以 因此 如果 若 虽然 但 但是 不过 然而 则 即 就 才 都 也 还 又 再 更 最 很 太 非常 十分 比较 已 已经 曾 曾经 正在 ' +
  '将 会 能 能够 可 可以 可能 应 应该 要 想 需要 是 为 有 没有 无 不 没 未 这 那 这个 那个 这些 那些 这里 那里 此 该 某 每 各 任何 本 我 你 您 他 她 它 我们 你们 他们 她们 它们 ' +
  '自己 大家 一个 一种 一些 一下 个 种 些 等 等等 时 时候 当 当时 中 里 上 下 内 外 间 之间 以来 来 去 说 请 请问 问 告诉 知道 想知道 帮 帮忙 查 查一下 介绍 介绍一下 讲 讲讲 ' +
  '里面 其中 方面 情况 东西 事 事情 样 样子 这样 那样 的话 来说 而言 有关 相关 目前 现在 大概 大约 你好 您好 谢谢 麻烦 那边 这边 这儿 那儿 那会儿 听说 我家 我妈 我爸 我弟 我哥 我姐 我妹 我爷爷 我奶奶 我朋友 我同事 我老公 我老婆 我儿子 我女儿 我孩子 叫 叫做 名叫 究竟 到底 一共 总共 想问 请教 问下 ' +
  '那天 那次 那晚 那年 那种 这次 这种 以后 之后 后来 还是 还有 还要 才能 要是 有人 地方 我娃 我女 ' +
  '嘅 咗 喺 嗰 啲 嚟 㗎 咁 唔 佢 佢哋 哋 我哋 你哋 系 呢个 嗰个 ' +
  'a an the this that these those it its they them their there he she his her i you we my your our me us of is are was were be been ' +
  'in on at to and or but not for by with from about into as than do does did has have had can could will would should may please tell';

/** Words that ask; they tell the kind of answer that is wanted, and are not searched for. */
const QUESTION_WORDS =
  '什么 甚么 什麽 啥 哪 哪个 哪些 哪里 哪儿 哪位 哪种 哪样 哪年 哪天 哪一 哪一个 哪一年 哪一位 哪一种 哪一天 谁 何 何时 何地 何处 何人 何种 何年 何以 为何 为什么 为甚么 如何 怎么 怎样 怎么样 怎么办 ' +
  '怎 咋 多少 几 几个 几时 多 多久 多长 多大 多高 多远 多重 多深 多宽 多快 是否 是不是 有没有 能否 可否 因何 缘何 何故 咋办 星期几 礼拜几 周几 干什么 干嘛 做什么 几块 几块钱 几多 几多钱 几钱 几耐 初几 点解 点样 咩 乜 乜嘢 边度 边个 边位 边间 边日 who whom whose what when where why how which many much';

const stopWords = new Set(`${FUNCTION_WORDS} ${QUESTION_WORDS}`.split(' '));
const questionWords = new Set(QUESTION_WORDS.split(' '));

/** @param term a folded word */
export function isStopWord(term: string): boolean {
  return stopWords.has(term);
}

/** @param term a folded word */
export function isQuestionWord(term: string): boolean {
  return questionWords.has(term);
}
