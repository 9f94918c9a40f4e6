import { make } from '../dom.js';

/**
 * Asks something over the page, which waits; afterwards the focus is where it was.
 *
 * @param says what follows from it, and for whom: texts, or elements
 * @param careful whether no is at hand first
 * @param yes the words on the button that says so
 * @param href where that leads, in another window; then only `until` says yes
 * @param until aborted when the question has answered itself
 * @returns whether it was yes
 */
export function ask({ heading, text, says = [text], yes, no, href, until, careful = false }) {
  const sure = href ? make('a', { class: 'button', href, target: '_blank', rel: 'noopener' }, yes)
    : make('button', { class: 'button', value: 'yes' }, yes);
  const dialog = make('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title', 'aria-describedby': 'dialog-text' },
    make('form', { method: 'dialog', class: 'flow' }, make('h2', { id: 'dialog-title' }, heading), make('div', { id: 'dialog-text', class: 'flow' }, ...says.map((it) => typeof it === 'string' ? make('p', {}, it) : it)),
      make('p', { class: 'actions' }, sure, make('button', { class: 'button quiet', value: '', autofocus: careful }, no))));
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
export const asked = (work, ...question) => async () => {
  if (await confirmed(...question)) await work();
};
