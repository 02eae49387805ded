import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../bin/start.js', import.meta.url));
/** How many lines of the log are kept. */
const LOG_LINES = 50;
/** How a line at the level `error` begins, which stands for a defect; what the network does is a warning. */
const DEFECT = '{"level":50';

/** The bot as users run it, a process that can be ended in any way and started again with the same settings. */
export class BotUnderTest {
  #child: ChildProcess | undefined;
  #ended: Promise<unknown> = Promise.resolve();
  #isToEnd = false;
  readonly #faults: string[] = [];

  /** @param settings all that it is told; nothing else of the environment gets to it */
  constructor(
    private readonly settings: Readonly<Record<string, string>>,
    private readonly folder: string,
  ) {}

  /** What it did that it should not: ends that nobody asked for, ends in bad order, lines of the log that tell of a defect. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /** Starts it, and resolves when it is ready, or has been ended before. @throws Error when it ends by itself */
  async start(): Promise<void> {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [START], {
      cwd: this.folder,
      env: { PATH, HOME, HTTP_PORT: '0', ...this.settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    this.#isToEnd = false;
    this.#ended = once(child, 'close');
    const log: string[] = [];
    let isReady = false;
    child.once('close', (code, signal) => {
      if (!this.#isToEnd) this.#faults.push(`it ended by itself (${code ?? signal}): ${log.join('\n')}`);
      else if (isReady && code !== 0 && signal !== 'SIGKILL')
        this.#faults.push(`it did not stop in good order (${code ?? signal}): ${log.join('\n')}`);
    });
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stderr }).on('line', (line) => {
        log.push(line);
        if (log.length > LOG_LINES) log.shift();
        if (line.startsWith(DEFECT)) this.#faults.push(line);
        isReady ||= line.includes('"ready"');
        if (isReady) resolve();
      });
      child.once('close', () => {
        if (this.#isToEnd) resolve();
        else reject(new Error(`the bot ended before it was ready:\n${log.join('\n')}`));
      });
    });
  }

  /** Ends it, and resolves when it has. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.#isToEnd = true;
    this.#child?.kill(signal);
    await this.#ended;
  }

  /** Memory that it holds, in megabytes; 0 while it does not run. */
  get megabytes(): number {
    const { pid, exitCode } = this.#child ?? {};
    if (pid === undefined || exitCode !== null) return 0;
    try {
      return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
    } catch {
      return 0;
    }
  }
}
