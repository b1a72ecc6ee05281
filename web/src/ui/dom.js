// @ts-check
// The only way elements are made: no HTML strings anywhere.
const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Node|string|number|null|undefined|false} Child */

/**
 * @param {Element} element @param {Record<string, any>} props attributes; `on` holds listeners, `class` the classes,
 *   true stands for an attribute without value, false and null for none
 */
function dress(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === 'value') {
      /** @type {any} */ (element).value = value;
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
}

/** @param {Element} element @param {any[]} children */
function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/**
 * @param {string} tag @param {Record<string, any>} [props] @param {...any} children
 * @returns {any} HTML element
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  append(element, children);
  dress(element, props);
  return element;
}

/**
 * @param {string} tag @param {Record<string, any>} [props] @param {...any} children
 * @returns {any} SVG element
 */
export function s(tag, props = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  append(element, children);
  dress(element, props);
  return element;
}

/**
 * Replaces what an element holds. The focus stays on the new element that carries the same `data-focus`, and scrolled
 * parts with the same `data-scroll` stay where they were.
 * @param {Element} host @param {...any} children
 */
export function fill(host, ...children) {
  const focused = host.contains(document.activeElement)
    ? /** @type {HTMLElement} */ (document.activeElement).dataset.focus : undefined;
  const scrolled = [...host.querySelectorAll('[data-scroll]')].map(part =>
    [/** @type {HTMLElement} */ (part).dataset.scroll, part.scrollTop]);
  host.replaceChildren();
  append(host, children);
  for (const [name, top] of scrolled) {
    const part = host.querySelector(`[data-scroll="${name}"]`);
    if (part) part.scrollTop = Number(top);
  }
  if (focused) {
    /** @type {HTMLElement|null} */ (host.querySelector(`[data-focus="${focused}"]`))?.focus({ preventScroll: true });
  }
}

/** Text for screen readers only. */
export const unseen = text => h('span', { class: 'unseen' }, text);

export const isMotionReduced = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
export const isPhone = () => matchMedia('(max-width: 760px), (max-height: 480px)').matches;
