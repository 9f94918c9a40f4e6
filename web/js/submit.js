import { newKey, Problem } from './api.js';
import { unreadable } from './control.js';
import { one } from './dom.js';
import { clearErrors, showErrors, showProblem } from './errors.js';

/** Tells everybody, the screen reader included, what was done. */
export const tell = (text) => {
  one('#notice').textContent = text;
};

/**
 * Does something and shows what was refused.
 *
 * @param {(problem: Problem) => boolean | void} otherwise may take a refusal over; true when it did
 * @returns a function that does the work, and whether it went well; field names of a refusal get the prefix of their form
 */
export function attempting(otherwise = () => false) {
  /**
   * @param {() => unknown} work
   * @param {string} prefix
   */
  return async (work, prefix = '') => {
    try {
      clearErrors();
      await work();
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (otherwise(problem)) return false;
      if (problem.body.errors) showErrors(problem.body.errors.map(({ field, message }) => ({ field: prefix + field, message })));
      else showProblem(problem.body);
      return false;
    }
  };
}

/**
 * One thing at a time; the key stays until it went well or something else is typed, so that a second try has no second effect.
 * The form hears of it: `sending`, then `sent` or `unsent`.
 */
export function onSubmit(form, attempt, work) {
  const tellForm = (name) => form.dispatchEvent(new Event(name));
  let key = newKey();
  form.addEventListener('input', () => {
    key = newKey();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = one('.button', form);
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    tellForm('sending');
    let went = false;
    try {
      const errors = unreadable(form);
      const readable = () => {
        if (errors.length) throw new Problem(422, { errors });
      };
      went = await attempt(async () => {
        readable();
        await work(key);
      }, form.dataset.prefix);
      if (went) key = newKey();
    } finally {
      tellForm(went ? 'sent' : 'unsent');
      button.ariaDisabled = null;
    }
  });
  return form;
}
