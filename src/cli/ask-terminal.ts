import { styleText } from 'node:util';
import type { Answer, Answerer, Citation, Clipping } from '../answering/answer.js';
import { visible, visibleIn } from '../app/terminal.js';
import { citedFacts, sectionName, title } from '../telegram/wording/cited-facts.js';
import { citedPlace } from '../telegram/wording/cited-place.js';
import { howFound, wordsNowhere } from '../telegram/wording/label.js';
import type { Locale } from '../telegram/wording/locale.js';
import { named } from '../telegram/wording/named.js';
import { limitName } from '../telegram/wording/reading.js';
import { refusalOf } from '../telegram/wording/refusal.js';
import { smallTalk } from '../telegram/wording/small-talk.js';
import type { AskLocale } from './ask-locale.js';

/**
 * An answer as a person reads it in a terminal, in the bot's own words.
 * @param answerer that gave it
 * @param styled whether the terminal shows bold and colour
 */
export function toTerminal(
  question: string,
  found: Answer,
  answerer: Answerer,
  locale: AskLocale,
  styled: boolean,
): string {
  const answer = visibleIn(found);
  const after = answer.after === undefined ? '' : `${locale.bot.followUp.after(answer.after)}\n`;
  return after + answerText(question, answer, answerer, locale, styled);
}

function answerText(
  question: string,
  answer: Answer,
  answerer: Answerer,
  locale: AskLocale,
  styled: boolean,
): string {
  const above = aboveAnswer(answer, locale.bot);
  if (answer.status !== 'refused') {
    const label = answer.status === 'possible' ? [locale.bot.possible([])] : [];
    return `${[...above, ...label, list(answer.results, locale, styled, true)].join('\n\n')}\n`;
  }
  if (answer.reason === 'greeting') return `${visible(smallTalk(question, locale.bot))}\n`;
  if (answer.reason === 'empty') return `${locale.bot.empty}\n`;
  const nowhere = wordsNowhere(answer);
  const refusal = visible(
    nowhere ? locale.bot.reading.nowhere(nowhere) : refusalOf(question, answer.missing, answerer, locale.bot),
  );
  if (answer.results.length === 0) return `${[...above, refusal].join('\n\n')}\n`;
  return `${[...above, refusal, locale.nearest, list(answer.results, locale, styled, false)].join('\n\n')}\n`;
}

/** What the question was limited to, and how what follows was found; a line each, as far as there is something to tell. */
function aboveAnswer(answer: Answer, bot: Locale): string[] {
  const heeded = (answer.filters ?? []).filter(({ kind, leftNothing }) => !leftNothing && kind !== 'phrase');
  const within = heeded.length > 0 ? [bot.reading.within(heeded.map(limitName))] : [];
  return [...within, ...howFound(answer, bot)];
}

/** @param notes whether it is told which words of the question an article lacks */
function list(clippings: readonly Clipping[], locale: AskLocale, styled: boolean, notes: boolean): string {
  return clippings
    .map((clipping, i) => {
      const unmentioned = notes ? named(clipping.unmentioned) : [];
      const note = unmentioned.length > 0 ? `${locale.bot.unmentioned(unmentioned)}\n   ` : '';
      const lines = [cited(clipping.citation, locale), ...relatives(clipping, locale)];
      return `${i + 1}. ${note}${marked(clipping, styled)}\n   ${lines.join('\n   ')}`;
    })
    .join('\n\n');
}

/** The excerpt with the answer in bold and the question's words underlined. */
function marked({ excerpt, highlights, answer }: Clipping, styled: boolean): string {
  if (!styled) return indented(excerpt);
  const cuts = new Set([0, excerpt.length]);
  for (const { start, end } of [...highlights, ...(answer ? [answer] : [])]) cuts.add(start).add(end);
  const at = [...cuts].sort((a, b) => a - b);
  let text = '';
  for (let i = 0; i + 1 < at.length; i++) {
    const [start, end] = [at[i] as number, at[i + 1] as number];
    let piece = excerpt.slice(start, end);
    if (highlights.some((range) => range.start <= start && end <= range.end))
      piece = styleText('underline', piece);
    if (answer && answer.start <= start && end <= answer.end) piece = styleText(['bold', 'green'], piece);
    text += piece;
  }
  return indented(text);
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n   ');
}

/** Where else the same was printed, and what has taken its place. */
function relatives({ also = [], newer }: Clipping, locale: AskLocale): string[] {
  const { reading } = locale.bot;
  return [
    ...also.map((citation) => reading.alsoIn + whole(citation, locale)),
    ...(newer ? [reading.newer + whole(newer, locale)] : []),
  ];
}

function cited(citation: Citation, locale: AskLocale): string {
  return `—— ${whole(citation, locale)}`;
}

/** A citation with file, lines and address. */
function whole(citation: Citation, { bot }: AskLocale): string {
  const place = `${citation.source} ${citedPlace(citation, bot)}`.trimEnd();
  const address = citation.url === undefined ? [] : [citation.url];
  const section = citation.section ? ` › ${sectionName(citation.section)}` : '';
  const facts = [...citedFacts(citation, bot), place, ...address].map((fact) => ` · ${fact}`);
  return title(citation.title) + section + facts.join('');
}
