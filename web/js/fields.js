import { whole } from './control.js';
import { all, make, one } from './dom.js';

/** Reads and fills a form whose field names are paths into the answers, such as `contacts.0.mail`. */
export function readForm(form) {
  const answers = {};
  all('[data-list]', form).forEach((list) => put(answers, list.dataset.list, []));
  for (const control of form.elements) {
    if (!control.name || (control.type === 'radio' && !control.checked)) continue;
    const value = control.type === 'checkbox' ? control.checked : control.value.trim();
    if (value === '' || value === false) continue;
    put(answers, control.name, control.matches('[data-number-value]') ? whole(value) : value);
  }
  return answers;
}

export function fillForm(form, answers) {
  all('[data-list]', form).forEach((list) => showEntries(list, Math.max(1, (answers[list.dataset.list] ?? []).length)));
  for (const control of form.elements) {
    if (!control.name) continue;
    const value = get(answers, control.name);
    if (control.type === 'radio') control.checked = value === control.value;
    else if (control.type === 'checkbox') control.checked = value === true;
    else control.value = value ?? '';
  }
  all('[data-count]', form).forEach(count);
}

export const get = (answers, path) => path.split('.').reduce((value, name) => value?.[name], answers);

function put(answers, path, value) {
  const names = path.split('.');
  const last = names.pop();
  let place = answers;
  names.forEach((name, i) => {
    place[name] ??= /^\d+$/.test(names[i + 1] ?? last) ? [] : {};
    place = place[name];
  });
  place[last] = value;
}

/** Groups that can be added and removed: contacts, projects. */
export function entries(list, changed) {
  one('[data-add]', list).addEventListener('click', () => {
    const answers = readEntries(list);
    showEntries(list, answers.length + 1);
    fillEntries(list, answers);
    all('[data-entry]', list).at(-1)?.querySelector('input')?.focus();
    changed();
  });
  list.addEventListener('click', (event) => {
    const button = event.target.closest('[data-remove]');
    if (!button) return;
    const index = all('[data-entry]', list).indexOf(button.closest('[data-entry]'));
    const answers = readEntries(list).toSpliced(index, 1);
    showEntries(list, Math.max(1, answers.length));
    fillEntries(list, answers);
    one('[data-add]', list).focus();
    changed();
  });
}

function readEntries(list) {
  const answers = readForm(list.closest('form'))[list.dataset.list];
  return all('[data-entry]', list).map((_, i) => answers[i] ?? {});
}

function fillEntries(list, answers) {
  all('[name]', list).forEach((control) => {
    const value = get({ [list.dataset.list]: answers }, control.name);
    if (control.type === 'radio') control.checked = value === control.value;
    else control.value = value ?? '';
  });
  all('[data-count]', list).forEach(count);
}

function showEntries(list, number) {
  const shown = one('[data-entries]', list);
  shown.replaceChildren(
    ...Array.from({ length: number }, (_, index) => {
      const entry = one('template', list).content.cloneNode(true);
      for (const element of all('*', entry)) {
        for (const name of ['id', 'name', 'for', 'aria-describedby']) {
          if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).replaceAll('.#.', `.${index}.`));
        }
      }
      // The first person is whoever types; a browser knows no others.
      if (index > 0)
        all('[autocomplete]', entry).forEach((control) => {
          control.autocomplete = 'off';
        });
      one('[data-number]', entry).textContent = String(index + 1);
      one('[data-remove]', entry).closest('p').hidden = number === 1;
      return entry;
    }),
  );
  one('[data-add]', list).closest('p').hidden = number >= Number(list.dataset.most);
}

/** Tells how much room is left, in words that a screen reader gets when typing pauses. */
export function count(area) {
  area.nextElementSibling?.matches('.count') || area.after(make('p', { class: 'count', 'aria-live': 'polite' }));
  const left = area.maxLength - area.value.length;
  area.nextElementSibling.textContent = `Noch ${left.toLocaleString('de')} von ${area.maxLength.toLocaleString('de')} Zeichen`;
}
