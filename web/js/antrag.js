import { Problem } from './api.js';
import { all, make, one } from './dom.js';
import { adopt, current, draft, forget, isCorrecting, isOpen, load, remember, save, send, sendCorrection } from './draft.js';
import { clearErrors, showErrors, showProblem } from './errors.js';
import { count, entries, fillForm, get, readForm } from './fields.js';

const sections = all('form[data-page]').map((form) => form.dataset.page).filter((page) => page !== 'pruefen');
const pageOf = (field) => field.split('.')[0];
const page = (name) => one(`[data-page="${name}"]`);
const heading = (name) => one('h1', page(name)).textContent;
const title = document.title;
let picker;

/** The list of municipalities and its picker come when somebody needs them. */
async function showPicker() {
  const { combobox } = await import('./combobox.js');
  picker ??= combobox(one('[data-combobox]'), ({ population }) => {
    if (population) document.getElementById('f-municipality.population').value = population;
    typed(page('municipality'));
  });
  await picker.show();
}

async function nameOf(ags) {
  const { label, named } = await import('./municipalities.js');
  const municipality = await named(ags);
  return municipality ? label(municipality) : ags;
}

/* ---- Which page is shown: one question group at a time, with an address of its own ---- */

function wanted() {
  const name = new URLSearchParams(location.search).get('seite') ?? (draft.id ? 'uebersicht' : 'start');
  if (draft.justSent) return 'danke';
  if (!draft.id && !['start', 'contacts'].includes(name)) return 'contacts';
  return page(name) && !['danke', 'konflikt'].includes(name) ? name : 'uebersicht';
}

function go(name) {
  history.pushState(null, '', `?seite=${name}`);
  show(name);
}

function show(name) {
  clearErrors();
  one('#notice').replaceChildren();
  all('[data-page]').forEach((element) => { element.hidden = element.dataset.page !== name; });
  const shown = page(name);
  if (sections.includes(name)) { fillForm(shown, current()); closeFields(shown); }
  if (name === 'municipality') showPicker();
  if (name === 'uebersicht') showTasks();
  if (name === 'pruefen' || name === 'danke') showAnswers(one('[data-answers]', shown), name === 'pruefen');
  if (name === 'danke') one('[data-reference]').textContent = draft.reference;
  document.title = `${heading(name)} – ${title}`;
  one('h1', shown).focus();
  scrollTo(0, 0);
}

/** In a correction, what was not asked for can be read, not changed. */
function closeFields(form) {
  if (!isCorrecting()) return;
  for (const control of form.elements) if (control.name) control.disabled = !isOpen(control.name);
  for (const control of all('[role=combobox]', form)) control.disabled = true;
  all('[data-list]', form).forEach((list) => all('[data-add], [data-remove]', list).forEach((button) => { button.hidden = !isOpen(list.dataset.list); }));
}

/* ---- Typing is kept at once, by the tab ---- */

function typed(form) {
  const name = form.dataset.page;
  if (isCorrecting()) closeFields(form);
  draft.typed = { ...draft.typed, [name]: readForm(form)[name] };
  remember();
}

/* ---- Overview and answers ---- */

const missingOn = (name) => (draft.missing ?? []).filter(({ field }) => pageOf(field) === name);
const isEmpty = (value) => value === undefined || value === '' || (typeof value === 'object' && Object.values(value).every(isEmpty));

function stateOf(name) {
  if (isCorrecting()) return name in (draft.typed ?? {}) ? ['done', 'bearbeitet'] : ['part', 'zu berichtigen'];
  if (missingOn(name).length === 0) return ['done', 'vollständig'];
  return isEmpty(get(current(), name)) ? ['', 'noch nicht begonnen'] : ['part', 'unvollständig'];
}

/** In a correction only the pages that hold a named field. */
const open = () => isCorrecting() ? sections.filter((name) => draft.correction.fields.some((field) => pageOf(field) === name)) : sections;

function showTasks() {
  one('[data-correcting]').hidden = !isCorrecting();
  one('[data-draft]').hidden = isCorrecting();
  if (isCorrecting()) one('[data-reason]').textContent = draft.correction.reason;
  const sections = open();
  const done = sections.filter((name) => stateOf(name)[0] === 'done').length;
  one('[data-progress]').textContent = isCorrecting() ? `${done} von ${sections.length} Abschnitten sind bearbeitet.` : `${done} von ${sections.length} Abschnitten sind vollständig.`;
  one('[data-tasks]').replaceChildren(...sections.map((name) => {
    const [kind, words] = stateOf(name);
    return make('li', { class: 'task' },
      make('a', { href: `?seite=${name}`, 'data-go': name, 'aria-describedby': `state-${name}` }, heading(name)),
      make('span', { class: `state ${kind}`, id: `state-${name}` }, words));
  }));
}

/** Label and value of every field of a page, in the words of the form itself. */
function pairs(name, answers) {
  const form = page(name).cloneNode(true);
  fillForm(form, answers);
  return [...form.elements].filter((control) => control.name && (control.type !== 'radio' || control.checked)).map((control) => {
    const label = control.type === 'hidden' ? 'Kommune' : control.type === 'radio'
      ? one('legend', control.closest('fieldset')).textContent
      : one(`label[for="${control.id}"]`, form).firstChild.textContent.trim();
    const value = control.type === 'checkbox' ? (control.checked ? 'ja' : '')
      : control.type === 'radio' ? one(`label[for="${control.id}"]`, form).textContent : control.value;
    const optional = control.type !== 'hidden' && one(`label[for="${control.id}"] .kern-label__optional`, form);
    return { label, value, optional, field: control.name };
  });
}

function showAnswers(place, changeable) {
  place.replaceChildren(...sections.map((name) => {
    const list = make('dl');
    for (const { label, value, optional, field } of pairs(name, current())) {
      const shown = make('dd', value || optional ? {} : { class: 'empty' }, value || (optional ? 'keine Angabe' : 'fehlt noch'));
      list.append(make('dt', {}, label), shown);
      if (field === 'municipality.ags' && value) nameOf(value).then((words) => { shown.textContent = words; });
    }
    return make('section', { class: 'answers' },
      make('header', {}, make('h2', {}, heading(name)),
        changeable && open().includes(name) ? make('a', { href: `?seite=${name}`, 'data-go': name, 'aria-label': `Ändern: ${heading(name)}` }, 'Ändern') : ''), list);
  }));
}

/* ---- Saving and sending ---- */

/** Runs one thing at a time, so that a double click is one click. */
async function busy(form, work) {
  const button = one('.button:not([type=button])', form) ?? one('.button', form);
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  try {
    await work();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    refuse(problem, form);
  } finally {
    button.ariaDisabled = null;
  }
}

function refuse(problem, form) {
  const { status, body } = problem;
  if (status === 409 && body.type.endsWith('#inzwischen-geaendert')) return showDifference(body.current);
  if (status === 409 && body.type.endsWith('#schon-gesendet')) { location.href = '/vorgang/'; return; }
  if (status === 401) return showLinkVoid(body);
  if (!body.errors) return showProblem(body);
  const here = form.dataset.page;
  showErrors(body.errors, { linkTo: (field) => field === 'declaration' || pageOf(field) === here ? `#${encodeURIComponent(`f-${field}`)}` : `?seite=${pageOf(field)}` });
}

function showLinkVoid(body) {
  showProblem(body);
  one('.error-summary').append(make('p', {}, make('a', { href: '/antrag/link/' }, 'Neuen Link anfordern')));
}

async function saveAndGoOn(form) {
  const name = form.dataset.page;
  if (name === 'municipality' && !form.elements['municipality.ags'].value && one('[role=combobox]', form).value.trim()) {
    return showErrors([{ field: 'municipality.ags', message: 'Wählen Sie Ihre Kommune aus der Liste aus.' }]);
  }
  typed(form);
  if (isCorrecting()) return go('uebersicht');
  const first = !draft.id;
  await save();
  const missing = missingOn(name);
  if (missing.length > 0) return showErrors(missing, { heading: 'Gespeichert. Hier fehlt noch etwas:' });
  const next = sections.slice(sections.indexOf(name) + 1).find((later) => missingOn(later).length > 0);
  go(first || !next ? 'uebersicht' : next);
  if (first) one('#notice').textContent = 'Ihr Entwurf ist gesichert. Den Link zum Weiterschreiben finden Sie in Ihrem Postfach.';
}

async function sendNow(form) {
  if (isCorrecting()) {
    await sendCorrection();
    location.href = '/vorgang/';
    return;
  }
  if (!form.elements.declaration.checked) {
    return showErrors([{ field: 'declaration', message: 'Bestätigen Sie, dass Sie für Ihre Kommune sprechen, um den Antrag zu senden.' }]);
  }
  await send();
  draft.justSent = true;
  go('danke');
}

/* ---- Two people, or two tabs, saved the same draft ---- */

let theirs;

function showDifference(stored) {
  theirs = stored;
  const mine = current();
  // Everything else that they changed is taken over either way; only what both touched needs a decision.
  const different = sections.filter((name) => name in (draft.typed ?? {}) && text(name, mine) !== text(name, stored.answers));
  one('[data-difference]').replaceChildren(...different.flatMap((name) => [
    make('h2', {}, heading(name)),
    make('div', { class: 'versions' },
      make('div', {}, make('h3', {}, 'Ihre Fassung'), make('p', {}, text(name, mine))),
      make('div', {}, make('h3', {}, 'Gespeicherte Fassung'), make('p', {}, text(name, stored.answers)))),
  ]));
  show('konflikt');
}

/** A page's answers as they read, whatever order they are stored in. */
function text(name, answers) {
  const lines = pairs(name, answers).filter(({ value }) => value).map(({ label, value }) => `${label}: ${value}`);
  return lines.join('\n') || 'leer';
}

one('[data-mine]').addEventListener('click', () => busy(page('konflikt'), async () => {
  // Mine is saved over exactly the version that was shown; what I did not type stays as they wrote it.
  adopt({ ...theirs });
  await save();
  go('uebersicht');
}));

one('[data-theirs]').addEventListener('click', () => {
  draft.typed = {};
  adopt({ ...theirs });
  go('uebersicht');
});

/* ---- Everything is attached once ---- */

all('[data-list]').forEach((list) => entries(list, () => typed(list.closest('form'))));
all('form[data-page]').forEach((form) => {
  form.addEventListener('input', (event) => {
    if (event.target.matches('[data-count]')) count(event.target);
    if (sections.includes(form.dataset.page)) typed(form);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(form, () => (form.dataset.page === 'pruefen' ? sendNow(form) : saveAndGoOn(form)));
  });
});
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-go]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.dataset.go);
});
addEventListener('popstate', () => show(wanted()));

/** A link that no longer opens anything must not lock the form for the next try. */
async function begin() {
  try {
    if (draft.id) await load();
    if (draft.id && !draft.justSent && draft.state !== 'DRAFT' && !isCorrecting()) { location.replace('/vorgang/'); return; }
    one('[data-declaration]').hidden = isCorrecting();
    if (isCorrecting()) one('[data-page=pruefen] .button').textContent = 'Berichtigung senden';
    show(wanted());
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 401) forget();
    show('start');
    problem.status === 401 ? showLinkVoid(problem.body) : showProblem(problem.body);
  }
}
begin();
