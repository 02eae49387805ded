import { writeDigits, writeHan } from './numerals.js';

/**
 * Spellings in which a number may stand in a text, for finding it without reading every number there.
 * @param term a canonical spelling, as `findNumbers` gives it
 * @returns folded spellings, the canonical one first; each is read as `term` again
 */
export function numberForms(term: string): string[] {
  const clock = /^(\d+):(\d+)$/.exec(term);
  if (clock) return clockForms(term, clock[1] as string, clock[2] as string);
  const share = /^(\d+)\/(\d+)$/.exec(term);
  if (share) return shareForms(term, share[1] as string, share[2] as string);
  const measured = /^(\d+)(\.\d+)?(\D*)$/.exec(term);
  if (!measured) return [term];
  const [, whole = '', fraction = '', unit = ''] = measured;
  return [...new Set([term, ...unitForms(whole, fraction, unit)])];
}

function unitForms(whole: string, fraction: string, unit: string): string[] {
  const number = whole + fraction;
  const han = hanForms(whole, fraction);
  const all = [number, ...han];
  if (unit === '%') return [`${number}个百分点`, ...all.map((form) => `百分之${form}`)];
  if (unit === '‰') return all.map((form) => `千分之${form}`);
  if (unit === '年') return [...han.map((form) => form + unit), ...yearForms(whole)];
  if (unit === '日') return all.flatMap((form) => [form + unit, `${form}号`]);
  if (unit === '月') return all.flatMap((form) => [form + unit, `${form}月份`]);
  if (unit === '点') return [...all.flatMap((form) => [form + unit, `${form}时`]), ...fullHours(number)];
  if (unit !== '') return all.map((form) => form + unit);
  // A single 三 may be part of any word, and 三点一 of 三点一起.
  return [
    ...groupedForms(whole, fraction),
    ...han.filter((form) => form.length > 1 && !form.endsWith('点一')),
  ];
}

function hanForms(whole: string, fraction: string): string[] {
  if (/^0./.test(whole)) return [];
  return writeHan(whole).map(
    (form) => form + (fraction === '' ? '' : `点${writeDigits(fraction.slice(1), '零')}`),
  );
}

function yearForms(year: string): string[] {
  return year.length < 4 ? [] : ['〇', '○', '零'].map((zero) => `${writeDigits(year, zero)}年`);
}

function fullHours(hour: string): string[] {
  if (hour.length > 2 || Number(hour) > 24) return [];
  return [':', '：'].map((colon) => `${hour}${colon}00`);
}

function clockForms(term: string, hour: string, minute: string): string[] {
  const forms = [hour, hour.padStart(2, '0')].flatMap((h) => [`${h}:${minute}`, `${h}：${minute}`]);
  const spoken = ['点', '时'].flatMap((unit) => [
    `${hour}${unit}${minute}分`,
    `${writeHan(hour)[0]}${unit}${writeHan(String(Number(minute)))[0]}分`,
  ]);
  return [...new Set([term, ...forms, ...spoken])];
}

function shareForms(term: string, above: string, below: string): string[] {
  return [term, `${below}分之${above}`, `${writeHan(below)[0]}分之${writeHan(above)[0]}`];
}

/** With commas, and by ten thousands and hundred millions: 12000 → 12,000 and 1.2万. */
function groupedForms(whole: string, fraction: string): string[] {
  if (whole.length < 4 || whole.startsWith('0')) return [];
  const forms = [whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction];
  if (fraction !== '') return forms;
  for (const [sign, power] of [
    ['万', 4],
    ['亿', 8],
  ] as const) {
    if (whole.length <= power) continue;
    const rest = whole.slice(-power).replace(/0+$/, '');
    forms.push(`${whole.slice(0, -power)}${rest ? `.${rest}` : ''}${sign}`);
  }
  return forms;
}
