import { make } from '../dom.js';

/**
 * Asks something over the page, which waits; afterwards the focus is where it was.
 *
 * @param {object} question
 * @param {string} question.heading
 * @param {string} [question.text]
 * @param {(string | Node)[]} [question.says] what follows from it, and for whom, where that is more than a text
 * @param {string} question.yes the words on the button that says so
 * @param {string} question.no
 * @param {string} [question.href] where yes leads, in another window; then only `until` says yes
 * @param {AbortSignal} [question.until] aborted when the question has answered itself
 * @param {boolean} [question.careful] whether no is at hand first
 * @returns {Promise<boolean>} whether it was yes
 */
export function ask({ heading, text = '', says = [text], yes, no, href, until, careful = false }) {
  const sure = href
    ? make('a', { class: 'button', href, target: '_blank', rel: 'noopener' }, yes)
    : make('button', { class: 'button', value: 'yes' }, yes);
  const dialog = make(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'dialog-title', 'aria-describedby': 'dialog-text' },
    make(
      'form',
      { method: 'dialog', class: 'flow' },
      make('h2', { id: 'dialog-title' }, heading),
      make('div', { id: 'dialog-text', class: 'flow' }, ...says.map((it) => (typeof it === 'string' ? make('p', {}, it) : it))),
      make('p', { class: 'actions' }, sure, make('button', { class: 'button quiet', value: '', autofocus: careful }, no)),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  until?.addEventListener('abort', () => dialog.close('yes'));
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}

/** Whether to go on with what others will feel. */
export const confirmed = (heading, yes, ...says) => ask({ heading, says, yes, no: 'Abbrechen', careful: true });

/** The same work, after a question. */
export const asked =
  (work, ...question) =>
  async () => {
    if (await confirmed(...question)) await work();
  };
