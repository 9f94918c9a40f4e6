/**
 * Makes an element; text always as text.
 *
 * @template {string} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | undefined>} attributes true is an attribute without a value, false and undefined are none
 * @param {...(Node | string)} children
 * @returns {Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = /** @type {any} */ (document.createElement(tag));
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/**
 * The first that the selector finds.
 *
 * @param {string} selector
 * @param {any} within an element, or part of a page
 * @returns {Found}
 */
export const one = (selector, within = document) => within.querySelector(selector);

/**
 * Everything that the selector finds.
 *
 * @param {string} selector
 * @param {any} within an element, or part of a page
 * @returns {Found[]}
 */
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];
