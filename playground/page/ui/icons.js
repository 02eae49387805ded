import { h } from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Outlines on a square of 24, drawn with a stroke. */
const PATHS = {
  send: 'M4.5 12 3.6 4.7c-.1-.8.7-1.4 1.4-1l15 7.4c.8.4.8 1.4 0 1.8l-15 7.4c-.7.4-1.5-.2-1.4-1L4.5 12Zm0 0h8',
  reply: 'M9 7 4 12l5 5M4.5 12H13c4 0 7 2 7 6.5',
  edit: 'm14.5 5.5 4 4M4 20l1-4L16.5 4.5a1.4 1.4 0 0 1 2 0l1 1a1.4 1.4 0 0 1 0 2L8 19Z',
  forward: 'm15 7 5 5-5 5M19.5 12H11c-4 0-7 2-7 6.5',
  out: 'M9 6h9v9M17.5 6.5 6 18',
  react:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM8.3 14c.7 1.6 2 2.5 3.7 2.5s3-.9 3.7-2.5M9.2 9.2v.9m5.6-.9v.9',
  eye: 'M2.5 12c2-4 5.3-6.5 9.5-6.5s7.5 2.5 9.5 6.5c-2 4-5.3 6.5-9.5 6.5S4.5 16 2.5 12Zm9.5-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  clip: 'm19.5 11-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8.3-8.3a3 3 0 0 1 4.3 4.3l-8.1 8.1a1.5 1.5 0 0 1-2.1-2.1l7.3-7.3',
  close: 'm6 6 12 12M18 6 6 18',
  menu: 'M14.5 5 9.5 19',
  settings:
    'M4 7h9m5 0h2M4 17h2m5 0h9M13 7a2.5 2.5 0 1 0 5 0 2.5 2.5 0 0 0-5 0ZM6 17a2.5 2.5 0 1 0 5 0 2.5 2.5 0 0 0-5 0Z',
  code: 'm8.5 7-5 5 5 5m7-10 5 5-5 5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-5v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1m10.6 10.6 1.1 1.1m0-12.8-1.1 1.1M6.7 17.3l-1.1 1.1',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20c.8-3.6 3.7-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  people:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 19c.6-3 3-5 6.5-5s5.9 2 6.5 5M16 5.3a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .7 3.2 2.3 3.6 4.5',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4.5 4.5',
  copy: 'M9 9h9.5a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1ZM5 15.5a1 1 0 0 1-.5-.9V4.5a1 1 0 0 1 1-1h10a1 1 0 0 1 .9.5',
  check: 'm4.5 12.5 5 5 10-11',
  checks: 'm1.5 12.5 5 5 9-11m-4 10 1 1 9.5-11',
  down: 'm6 9.5 6 6 6-6',
  file: 'M6.5 3.5h7l5 5v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1Zm7 0v5h5',
};

/** @typedef {keyof typeof PATHS} IconName */

/**
 * A drawing that says nothing to a screen reader: what it stands for is the label of what holds it.
 * @param {IconName} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/**
 * A button that shows an icon alone.
 * @param {IconName} name
 * @param {string} label
 * @param {(event: MouseEvent) => void} onPress
 * @param {import('./dom.js').Properties} [properties]
 */
export function iconButton(name, label, onPress, properties = {}) {
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': label,
      title: label,
      on: { click: onPress },
      ...properties,
    },
    icon(name),
  );
}
