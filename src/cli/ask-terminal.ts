import { styleText } from 'node:util';
import type { Answer, Answerer, Citation, Clipping } from '../answering/answer.js';
import { citedFacts, sectionName, title } from '../telegram/wording/cited-facts.js';
import { citedPlace } from '../telegram/wording/cited-place.js';
import { named } from '../telegram/wording/named.js';
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
  answer: Answer,
  answerer: Answerer,
  locale: AskLocale,
  styled: boolean,
): string {
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
  if (answer.status === 'answered') return `${list(answer.results, locale, styled, true)}\n`;
  if (answer.status === 'possible')
    return `${locale.bot.possible([])}\n\n${list(answer.results, locale, styled, true)}\n`;
  if (answer.reason === 'greeting') return `${smallTalk(question, locale.bot)}\n`;
  if (answer.reason === 'empty') return `${locale.bot.empty}\n`;
  const refusal = refusalOf(question, answer.missing, answerer, locale.bot);
  if (answer.results.length === 0) return `${refusal}\n`;
  return `${refusal}\n\n${locale.nearest}\n\n${list(answer.results, locale, styled, false)}\n`;
}

/** @param notes whether it is told which words of the question an article lacks */
function list(clippings: readonly Clipping[], locale: AskLocale, styled: boolean, notes: boolean): string {
  return clippings
    .map((clipping, i) => {
      const unmentioned = notes ? named(clipping.unmentioned) : [];
      const note = unmentioned.length > 0 ? `${locale.bot.unmentioned(unmentioned)}\n   ` : '';
      return `${i + 1}. ${note}${marked(clipping, styled)}\n   ${cited(clipping.citation, locale)}`;
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

function cited(citation: Citation, { bot }: AskLocale): string {
  const place = `${citation.source} ${citedPlace(citation, bot)}`.trimEnd();
  const address = citation.url === undefined ? [] : [citation.url];
  const section = citation.section ? ` › ${sectionName(citation.section)}` : '';
  return `—— ${title(citation.title)}${section} ${[...citedFacts(citation, bot), place, ...address].join(' · ')}`;
}
