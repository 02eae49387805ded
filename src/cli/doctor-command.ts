import { jsonLine, visibleInLine } from '../app/terminal.js';
import type { Bilingual, Language } from '../language/bilingual.js';
import { widthOf } from './columns.js';
import { examine, type Patient } from './doctor/checks.js';
import { CHECKS, type Check, type Finding, type Verdict } from './doctor/finding.js';
import type { DoctorWording, Said } from './doctor/wording.js';
import { doctorWording } from './doctor/wording-for.js';
import type { Surroundings } from './surroundings.js';
import { parseCommandLine, UsageError } from './usage.js';

const USAGE = `Usage: npm run doctor -- [options] [CHECK …]

Looks at all that the bot needs (Node.js, settings, network, token, webhook, privacy and inline mode, clock, disk,
articles, memory, reader) and says of each whether it is well (✓), worth a look (!), wrong (✗) or
not to be known yet (–), and what to do.
It changes nothing and shows no secret. CHECK makes these alone: ${CHECKS.join(', ')}.

  --json          one line of JSON per finding
  --help          this text

It ends with 0 where all is well, with 1 where something is worth a look, with 2 where something is wrong.`;

const SIGNS: Readonly<Record<Verdict, string>> = { good: '✓', look: '!', wrong: '✗', open: '–' };

/** How long one check may take, and the reading of all files, in milliseconds. */
const LIMITS = { checkMs: 20_000, filesMs: 120_000 };

/** What `doctor` runs in; `node`, `freeBytes` and `limits` are this process's own where they are not given. */
export type DoctorSurroundings = Omit<Surroundings, 'stdin'> &
  Partial<Pick<Patient, 'node' | 'freeBytes' | 'limits'>>;

/**
 * Runs `doctor` to its end.
 * @param args the command's own arguments
 * @returns the exit code
 * @throws UsageError
 */
export async function doctor(args: readonly string[], surroundings: DoctorSurroundings): Promise<0 | 1 | 2> {
  const { env, fileNames, stdout } = surroundings;
  const { values, positionals } = parseCommandLine(
    {
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    },
    USAGE,
  );
  if (values.help) {
    stdout.write(`${USAGE}\n`);
    return 0;
  }
  const wording = doctorWording(env);
  const write = values.json ? jsonOf(wording) : linesOf(wording);
  const counts = { good: 0, look: 0, wrong: 0, open: 0 };
  for await (const finding of examine({
    env,
    fileNames,
    checks: checksOf(positionals),
    node: surroundings.node ?? process.versions.node,
    freeBytes: surroundings.freeBytes ?? process.availableMemory(),
    limits: surroundings.limits ?? LIMITS,
  })) {
    counts[finding.verdict] += 1;
    stdout.write(`${write(finding)}\n`);
  }
  if (!values.json) stdout.write(`\n${wording.summary(counts)}\n`);
  return counts.wrong > 0 ? 2 : counts.look > 0 ? 1 : 0;
}

/** Those that are named; all where none is. */
function checksOf(names: readonly string[]): readonly Check[] {
  const unknown = names.find((name) => !CHECKS.some((check) => check === name));
  if (unknown !== undefined) throw new UsageError(`There is no check "${unknown}".\n\n${USAGE}`);
  return names.length === 0 ? CHECKS : CHECKS.filter((check) => names.includes(check));
}

/** A finding as one line, and one more below it for what to do. */
function linesOf(wording: DoctorWording): (finding: Finding) => string {
  const width = Math.max(...CHECKS.map((check) => widthOf(wording.checks[check])));
  return (finding) => {
    const name = wording.checks[finding.check];
    const [line, remedy] = saidOf(finding, wording);
    const head = `${SIGNS[finding.verdict]} ${name}${' '.repeat(width - widthOf(name))}  `;
    const below = remedy === undefined ? '' : `\n${' '.repeat(width + 4)}→ ${visibleInLine(remedy)}`;
    return `${head}${visibleInLine(line)}${below}`;
  };
}

function jsonOf(wording: DoctorWording): (finding: Finding) => string {
  return (finding) => {
    const [text, remedy] = saidOf(finding, wording);
    const facts = factsIn(wording.language, finding.facts);
    return jsonLine({ ...finding, facts, text, ...(remedy !== undefined && { remedy }) });
  };
}

/** The facts with those that are words in one language. */
function factsIn(language: Language, facts: Finding['facts']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]: [string, string | number | Bilingual]) => [
      name,
      typeof fact === 'object' ? fact[language] : fact,
    ]),
  );
}

function saidOf({ kind, facts }: Finding, { say }: DoctorWording): Said {
  return (say[kind] as (facts: Finding['facts']) => Said)(facts);
}
