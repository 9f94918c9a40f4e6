import { all, make, one } from './dom.js';

/**
 * In a correction, what was not asked for is text: to be read and copied, not changed.
 *
 * @param isOpen whether a field may be changed
 * @returns what closes the fields of a form that has just been filled
 */
export const locker = (isOpen) => (form) => {
  all('.locked', form).forEach((text) => text.remove());
  for (const control of form.elements) {
    if (!control.name || isOpen(control.name)) continue;
    const group = groupOf(control);
    if (group.previousElementSibling?.matches('.locked')) continue;
    group.before(
      make('div', { class: 'locked' }, make('p', { class: 'kern-label' }, labelOf(control, group)), make('p', {}, valueOf(control, group))),
    );
    all('input, textarea', group).forEach((it) => {
      it.disabled = true;
    });
    group.hidden = true;
  }
  all('[data-list]', form)
    .filter((list) => !isOpen(list.dataset.list))
    .forEach((list) =>
      all('[data-add], [data-remove]', list).forEach((button) => {
        button.closest('p').hidden = true;
      }),
    );
};

const groupOf = (control) =>
  control.type === 'radio' ? control.closest('fieldset') : control.closest('.kern-form-input, .kern-form-check');

const labelOf = (control, group) => (control.type === 'hidden' ? 'Kommune' : one('legend, label', group).firstChild.textContent.trim());

function valueOf(control, group) {
  if (control.type === 'hidden') return one('[role=combobox]', group).value || control.value;
  if (control.type === 'radio') return one('input:checked + label', group)?.textContent ?? 'keine Angabe';
  if (control.type === 'checkbox') return control.checked ? 'ja' : 'nein';
  return control.value || 'keine Angabe';
}
