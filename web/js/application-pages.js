import {
  address,
  heading,
  open,
  page,
  pageAt,
  reachable,
  sections,
  showAnswers,
  showDifference,
  showTasks,
} from './application-sections.js';
import { all, make, one } from './dom.js';
import { conflicts, current, draft, isCorrecting, unsaved } from './draft.js';
import { clearErrors } from './errors.js';
import { fillForm } from './fields.js';

/** Which page of the application is shown: one question group at a time, with an address of its own. */

const title = document.title;

/** @type {(form: HTMLElement) => void} */
let locked = () => {};

/** Closes the fields that nobody may change now. */
export const lock = (form) => locked(form);

/** @param {(form: HTMLElement) => void} locker */
export function lockBy(locker) {
  locked = locker;
}

let picker;
let shown;

/** The list of municipalities and its picker come when somebody needs them. */
async function showPicker() {
  if (!one('[data-combobox] input[type=hidden]').value) {
    one('[data-combobox] [role=combobox]').value = '';
    one('[data-combobox] [data-taken]').replaceChildren();
  }
  const { combobox } = await import('./combobox.js');
  picker ??= combobox(one('[data-combobox]'), ({ population }) => {
    if (population) one('#f-municipality\\.population').value = population;
    // As if it had been typed.
    page('municipality').dispatchEvent(new Event('input'));
  });
  await picker.show();
  lock(page('municipality'));
}

/** The page that the address means, as far as it can be reached. */
export function wanted() {
  const name = pageAt(new URLSearchParams(location.search).get('seite') ?? (draft.id ? 'uebersicht' : 'start'));
  if (draft.justSent) return 'danke';
  if (conflicts().length > 0) return 'konflikt';
  return reachable(page(CSS.escape(name)) && !['danke', 'konflikt', 'abgemeldet'].includes(name) ? name : 'uebersicht');
}

export function go(name) {
  history.pushState(null, '', `?seite=${address(reachable(name))}`);
  show(reachable(name));
}

/** Overview and check speak of what the server has. */
export const needsSaving = (name) => draft.id && !isCorrecting() && (name === 'pruefen' || (name === 'uebersicht' && unsaved().length > 0));

export function show(name) {
  clearErrors();
  one('#notice').replaceChildren();
  all('[data-page]').forEach((element) => {
    element.hidden = element.dataset.page !== name;
  });
  const first = !shown;
  shown = page(name);
  if (sections.includes(name)) {
    fillForm(shown, current());
    lock(shown);
    showStep(name);
  }
  if (name === 'municipality') showPicker();
  if (name === 'uebersicht') showTasks();
  if (name === 'konflikt') showDifference();
  if (name === 'pruefen' || name === 'danke') showAnswers(one('[data-answers]', shown), name === 'pruefen');
  if (name === 'pruefen') one('#f-declaration').checked = false;
  if (name === 'pruefen') one('[data-unsaved]').hidden = isCorrecting() || unsaved().length === 0;
  if (name === 'danke') {
    one('[data-reference]').textContent = draft.reference;
    import('./application-copies.js').then(({ showCopies }) => showCopies(one('[data-copies]'), draft));
  }
  document.title = title.startsWith(heading(name)) ? title : `${heading(name)} – ${title}`;
  // Who has just come begins at the top, with the way past the menu.
  if (first) return;
  one('h1', shown).focus();
  scrollTo(0, 0);
}

/** Where one is, and the way back. */
function showStep(name) {
  const steps = open();
  const i = steps.indexOf(name);
  const back = steps[i - 1] ?? (draft.id ? 'uebersicht' : 'start');
  all('.back, .step', shown).forEach((element) => element.remove());
  one('h1', shown).before(
    make('p', { class: 'back' }, make('a', { href: `?seite=${address(back)}`, 'data-go': back }, 'Zurück')),
    ...(i < 0 ? [] : [make('p', { class: 'step', id: `step-${name}` }, `Abschnitt ${i + 1} von ${steps.length}`)]),
  );
  one('h1', shown).setAttribute('aria-describedby', `step-${name}`);
}
