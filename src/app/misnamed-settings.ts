import { isTypoOf } from '../corpus/typo.js';
import type { Bilingual } from '../language/bilingual.js';

/** A name that no setting has, and the setting that it is likely to stand for. */
export interface Misnamed {
  readonly name: string;
  readonly meant: string;
}

/** Names that other programs have settings of their own near to: `LOGLEVEL`, `LEADER`. In `.env` they are ours. */
const COMMON: ReadonlySet<string> = new Set([
  'HTTP_HOST',
  'HTTP_PORT',
  'HTTPS_PROXY',
  'LOG_LEVEL',
  'NO_PROXY',
  'READER',
]);

/** Words that say little by themselves, so that a name of just one of them stands for no setting. */
const EVERYBODYS: ReadonlySet<string> = new Set(['NAME', 'PASSWORD', 'USER']);

/**
 * Names that no setting has and that are near to one which is not set, each once. Values are not looked at.
 * @param settings the names that settings have
 * @param file names in `.env`, where all are meant for Jianbao
 * @param environment names in the environment, most of which are other programs'
 */
export function misnamedSettings(
  settings: readonly string[],
  file: readonly string[],
  environment: readonly string[],
): Misnamed[] {
  const unset = settings.filter((setting) => !file.includes(setting) && !environment.includes(setting));
  const particular = unset.filter((setting) => !COMMON.has(setting));
  const found = [
    ...misnamed(file, (name) => nearTo(name, settings) ?? inOtherWords(name, unset)),
    ...misnamed(environment, (name) => nearTo(name, particular)),
  ].filter(({ name }) => !settings.includes(name));
  return [...new Map(found.map((each) => [`${each.name} ${each.meant}`, each])).values()];
}

/** Says so in a sentence. */
export function didYouMean({ name, meant }: Misnamed): Bilingual {
  return {
    en: `${name} is no setting; did you mean ${meant}?`,
    zh: `没有 ${name} 这项设置，是不是想写 ${meant}？`,
  };
}

function misnamed(names: readonly string[], near: (name: string) => string | undefined): Misnamed[] {
  return names.flatMap((name) => {
    const meant = near(name);
    return meant === undefined ? [] : { name, meant };
  });
}

/** The setting of the same name but for case, `_` and `-`, and one typing error. */
function nearTo(name: string, settings: readonly string[]): string | undefined {
  const written = plain(name);
  return settings.find((setting) => plain(setting) === written || isTypoOf(written, plain(setting)));
}

/** The one setting whose words the name has with others (`TELEGRAM_BOT_TOKEN`), or whose last word it is (`PORT`). */
function inOtherWords(name: string, settings: readonly string[]): string | undefined {
  const upper = name.toUpperCase();
  if (EVERYBODYS.has(upper)) return undefined;
  const near = settings.filter((setting) => upper.endsWith(`_${setting}`) || setting.endsWith(`_${upper}`));
  return near.length === 1 ? near[0] : undefined;
}

function plain(name: string): string {
  return name.toUpperCase().replace(/[_-]/g, '');
}
