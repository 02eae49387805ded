import { type Playground, type PlaygroundOptions, startPlayground } from '../playground/playground.js';
import { type Config, DEFAULT_HTTP_PORT } from '../src/app/config.js';
import { EXAMPLES_AT_START, type RunningBot } from '../src/app/run.js';
import { isEveryAddress, isThisMachine, whoElseReaches } from '../src/app/this-machine.js';
import { type Bilingual, BilingualError } from '../src/language/bilingual.js';

const TAKEN: Bilingual = {
  en: 'Another program uses this port. Set HTTP_PORT to a free one, or leave it out to have one found.',
  zh: '另一个程序占用了这个端口。请把 HTTP_PORT 设成空闲的端口，或者不设，会自动找一个。',
};
const UNUSABLE: Bilingual = {
  en: 'Set HTTP_HOST to an address of this machine, such as 127.0.0.1, and HTTP_PORT to a port above 1023.',
  zh: '请把 HTTP_HOST 设成本机的地址，例如 127.0.0.1，把 HTTP_PORT 设成 1023 以上的端口。',
};

/** Thrown when the chat page cannot be served where the settings say. */
export class AddressUnusableError extends BilingualError {
  override readonly name = 'AddressUnusableError';
  readonly exitCode = 2;

  constructor(host: string, port: number, code: string, options: ErrorOptions) {
    const remedy = code === 'EADDRINUSE' ? TAKEN : UNUSABLE;
    super(
      {
        en: `The chat page cannot be served at ${host}, port ${port} (${code}).\n${remedy.en}`,
        zh: `聊天页面不能用 ${host} 的端口 ${port}（${code}）。\n${remedy.zh}`,
      },
      options,
    );
  }
}

/**
 * Starts the Bot API server with the chat page on this machine. Where no port was asked for and the usual one is
 * taken, a line on standard error says so, and a free one is used.
 * @throws AddressUnusableError when nothing can be served at `HTTP_HOST`, or not at the port that was asked for
 */
export async function openLocalServer({ httpHost: host, httpPort }: Config): Promise<Playground> {
  // Privacy mode is off, as README has it set with BotFather, so that mentions get through.
  const options = {
    host,
    bot: { firstName: '剪报 Jianbao' },
    settings: { canReadAllGroupMessages: true },
    pageForOthers: !isThisMachine(host) && !isEveryAddress(host),
  };
  warnOfOthers(host);
  try {
    return await startAt({ ...options, port: httpPort ?? DEFAULT_HTTP_PORT });
  } catch (error) {
    if (
      httpPort !== undefined ||
      !(error instanceof AddressUnusableError) ||
      codeOf(error.cause) !== 'EADDRINUSE'
    )
      throw error;
    process.stderr.write(
      `Port ${DEFAULT_HTTP_PORT} is taken, so the chat page moves to a free one. HTTP_PORT chooses another.\n` +
        `端口 ${DEFAULT_HTTP_PORT} 已被占用，聊天页面改用空闲端口。可以用 HTTP_PORT 指定。\n`,
    );
    return startAt({ ...options, port: 0 });
  }
}

/**
 * Whoever opens the chat page acts as a Telegram user. One address that was chosen is meant for others; all addresses at once
 * are often chosen for the health checks, so that the page stays closed there.
 */
function warnOfOthers(host: string): void {
  const others = whoElseReaches(host);
  if (others === undefined) return;
  process.stderr.write(
    isEveryAddress(host)
      ? `HTTP_HOST is ${host}: ${others} reaches the health checks. The chat page answers this machine only; to share it, set HTTP_HOST to one address of this machine.\n` +
          `HTTP_HOST 设成了 ${host}：这台机器所在的各个网络都能访问健康检查。聊天页面只对本机开放；想让别人也能用，请把 HTTP_HOST 设成本机的某个具体地址。\n`
      : `HTTP_HOST is ${host}: ${others} can open the chat page and ask as anybody in it.\n` +
          `HTTP_HOST 设成了 ${host}：同一网络里的人都能打开聊天页面，以页面里任何人的身份提问。\n`,
  );
}

/**
 * Prints the address of the chat page, last of all. What it suggests to ask has to be read first, and comes to the page as
 * soon as it is known.
 */
export async function welcomeVisitors(local: Playground, { answerer, published }: RunningBot): Promise<void> {
  answerer.examples(EXAMPLES_AT_START).then(
    (questions) => local.suggest(questions),
    () => {},
  );
  await Promise.allSettled([published]);
  process.stdout.write(notice(local));
}

/** What to print when the bot is ready; the last line is the page's address alone. */
function notice({ url }: Playground): string {
  return [
    '',
    'BOT_TOKEN is not set, so Jianbao runs on this machine alone, with a chat page in place of Telegram.',
    'To get a token, open https://t.me/BotFather in Telegram, send /newbot, and put BOT_TOKEN=… into .env.',
    'To ask in the terminal: npm run ask -- "your question"',
    '',
    '没有设置 BOT_TOKEN，剪报只在本机运行，用聊天页面代替 Telegram。',
    '要接到 Telegram：打开 https://t.me/BotFather，发送 /newbot，把令牌写进 .env：BOT_TOKEN=…',
    '也可以在终端里提问：npm run ask -- "你的问题"',
    '',
    'Open the chat page in a browser · 用浏览器打开聊天页面：',
    url,
    '',
  ].join('\n');
}

async function startAt(options: PlaygroundOptions & { host: string; port: number }): Promise<Playground> {
  try {
    return await startPlayground(options);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    throw new AddressUnusableError(options.host, options.port, code, { cause });
  }
}

/** The system's name for what went wrong, such as EADDRINUSE; `undefined` when it is no fault of the system's. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
