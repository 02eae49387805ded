// Reads the Dockerfile as far as this project uses it: stages with COPY, RUN, ENV, CMD, HEALTHCHECK and what only describes.

/**
 * @typedef {{ instruction: string, args: string }} Step
 * @typedef {{ name: string, base: string, steps: Step[] }} Stage
 */

/** @param {string} text @returns {Stage[]} */
export function stagesOf(text) {
  /** @type {Stage[]} */
  const stages = [];
  for (const line of logicalLines(text)) {
    const [, instruction = '', args = ''] = /^([A-Z]+)\s+(.*)$/s.exec(line) ?? [];
    if (instruction === '') throw new Error(`Dockerfile: not understood: ${line}`);
    if (instruction === 'FROM') {
      const [, base = '', name = String(stages.length)] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(args) ?? [];
      stages.push({ name, base, steps: [] });
    } else stages.at(-1)?.steps.push({ instruction, args });
  }
  return stages;
}

/** What a COPY copies: from the context, or from another stage. @param {string} args */
export function copyOf(args) {
  const words = args.split(/\s+/);
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const paths = words.filter((word) => !word.startsWith('--'));
  return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
}

/** Names and values of an ENV. @param {string} args */
export function variablesOf(args) {
  return Object.fromEntries(args.split(/\s+/).map((pair) => pair.split('=', 2)));
}

/** The words of a command in JSON form, with the options before it left out. @param {string} args */
export function wordsOf(args) {
  return JSON.parse(args.slice(args.indexOf('[')));
}

/** Lines without comments, those that go on (`\`) joined. @param {string} text */
function logicalLines(text) {
  return text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
