import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../bin/start.js', import.meta.url));

/** The bot as users run it, a process that can be ended in any way and started again with the same settings. */
export class BotUnderTest {
  #child: ChildProcess | undefined;
  #ended: Promise<unknown> = Promise.resolve();

  /** @param settings all that it is told; nothing else of the environment gets to it */
  constructor(
    private readonly settings: Readonly<Record<string, string>>,
    private readonly folder: string,
  ) {}

  /** Starts it, and resolves when it is ready. @throws Error when it ends before */
  async start(): Promise<void> {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [START], {
      cwd: this.folder,
      env: { PATH, HOME, HTTP_PORT: '0', ...this.settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    this.#ended = once(child, 'close');
    let log = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        log = (log + text).slice(-20_000);
        if (log.includes('"ready"')) resolve();
      });
      child.once('close', () => reject(new Error(`the bot ended before it was ready:\n${log}`)));
    });
  }

  /** Ends it, and resolves when it has. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
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
