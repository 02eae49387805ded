import { styleText } from 'node:util';
import type { Answer, Citation, Clipping } from '../answering/answer.js';

/**
 * An answer as a person reads it in a terminal.
 * @param styled whether the terminal shows bold and colour
 */
export function toTerminal(answer: Answer, styled: boolean): string {
  if (answer.status === 'answered') return `${list(answer.results, styled)}\n`;
  if (answer.reason === 'greeting') return '你好！有什么想知道的，直接问就好。\n';
  if (answer.reason === 'empty') return '没有看出要问什么，换个说法试试？\n';
  const missing =
    answer.missing.length > 0
      ? `资料里没有提到：${answer.missing.map((word) => `“${word}”`).join('、')}。`
      : '';
  const nearest =
    answer.results.length > 0 ? `\n\n最接近的段落（不一定答得上）：\n\n${list(answer.results, styled)}` : '';
  return `没有在资料里找到答案。${missing}${nearest}\n`;
}

function list(clippings: readonly Clipping[], styled: boolean): string {
  return clippings
    .map((clipping, i) => `${i + 1}. ${marked(clipping, styled)}\n   ${cited(clipping.citation)}`)
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

function cited({ title, publication, date, page, byline, source, lines }: Citation): string {
  const facts = [`《${title}》`, publication, date, page, byline].filter((fact) => fact !== undefined);
  const place = lines[0] === lines[1] ? `${lines[0]}` : `${lines[0]}–${lines[1]}`;
  return `—— ${facts.join(' ')} · ${source}:${place}`;
}
