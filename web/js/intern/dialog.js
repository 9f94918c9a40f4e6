import { make } from '../dom.js';

/**
 * Asks something over the page, which waits; afterwards the focus is where it was.
 *
 * @param yes the words on the button that says so
 * @param href where that leads, in another window; then only `until` says yes
 * @param until aborted when the question has answered itself
 * @returns whether it was yes
 */
export function ask({ heading, text, yes, no, href, until }) {
  const sure = href ? make('a', { class: 'button', href, target: '_blank', rel: 'noopener' }, yes)
    : make('button', { class: 'button', value: 'yes' }, yes);
  const dialog = make('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title', 'aria-describedby': 'dialog-text' },
    make('form', { method: 'dialog', class: 'flow' }, make('h2', { id: 'dialog-title' }, heading), make('p', { id: 'dialog-text' }, text),
      make('p', { class: 'actions' }, sure, make('button', { class: 'button quiet', value: '' }, no))));
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
