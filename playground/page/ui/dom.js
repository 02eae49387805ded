/**
 * What an element is made with: `on` holds listeners, `class` and other names are attributes. `true` sets an empty
 * attribute; `false` and `undefined` set none.
 * @typedef {{ on?: Record<string, (event: any) => void>, [attribute: string]: unknown }} Properties
 */

/** @typedef {Node | string | undefined | false} Child */

/**
 * Makes an element. Texts become text nodes, so nothing that people or bots wrote is ever read as HTML.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Properties} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  const { on = {}, ...attributes } = properties;
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  for (const [type, listener] of Object.entries(on)) element.addEventListener(type, listener);
  append(element, children);
  return element;
}

/**
 * Sets an attribute, or takes it away.
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
export function setAttribute(element, name, value) {
  if (value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

/**
 * Puts other children in the place of those that are there.
 * @param {Element} parent
 * @param {...Child} children
 */
export function replace(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

/**
 * @param {Element} parent
 * @param {readonly Child[]} children
 */
function append(parent, children) {
  for (const child of children) {
    if (child !== undefined && child !== false) parent.append(child);
  }
}

let ids = 0;

/**
 * An id that no other element has.
 * @param {string} name
 */
export function uniqueId(name) {
  ids += 1;
  return `${name}-${ids}`;
}
