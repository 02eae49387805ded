import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** How `package.json` starts the bot. */
const START = /(?:^|&& )node dist\/bin\/start\.js$/;
/** Milliseconds between two looks. */
const PAUSE_MS = 1_000;

/**
 * Resolves when `npm start` has ended without a word to the bot, as when npm alone is killed: it would go on unseen,
 * with its port. Never resolves where npm did not start it, or where the system does not tell. What started npm may go:
 * a shell may end, or `nohup` have made room.
 * @param env usually `process.env`
 * @param launcher names the process that npm started and npm itself, as far as the system tells
 */
export function npmGone(env: Environment, launcher: () => string = () => launcherOf(env)): Promise<void> {
  return new Promise((resolve) => {
    // Other programs that npm started may start the bot and end, so the name of the script has to be ours.
    if (!START.test(env.npm_lifecycle_script ?? '')) return;
    const first = launcher();
    const timer = setInterval(() => {
      if (launcher() === first) return;
      clearInterval(timer);
      resolve();
    }, PAUSE_MS);
    timer.unref();
  });
}

/**
 * The parent, which is npm where the shell between them makes room for what it runs; where it does not, such as dash, the
 * shell and its parent.
 */
function launcherOf({ npm_lifecycle_script: script }: Environment): string {
  const parent = process.ppid;
  return isShellFor(parent, script) ? `${parent} ${parentOf(parent)}` : `${parent}`;
}

/** Whether a process is `sh -c SCRIPT`; only Linux tells. */
function isShellFor(pid: number, script: string | undefined): boolean {
  const [, option, command] = processFile(pid, 'cmdline').split('\0');
  return option === '-c' && command === script;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: id, (name), state, parent's id … */
function parentOf(pid: number): string | undefined {
  const stat = processFile(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
}

function processFile(pid: number, name: 'cmdline' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
