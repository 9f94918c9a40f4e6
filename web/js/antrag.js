import { Problem } from './api.js';
import { all, make, one } from './dom.js';
import { attempting } from './acting.js';
import { newLink } from './again.js';
import { autosave } from './autosave.js';
import { adopt, conflicts, current, decide, draft, forget, isCorrecting, isOpen, leave, load, onRenewal, save, send, sendCorrection, type, unsaved } from './draft.js';
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
  if (!one('[data-combobox] input[type=hidden]').value) {
    one('[data-combobox] [role=combobox]').value = '';
    one('[data-combobox] [data-taken]').replaceChildren();
  }
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
  if (conflicts().length > 0) return 'konflikt';
  return reachable(page(name) && !['danke', 'konflikt', 'abgemeldet'].includes(name) ? name : 'uebersicht');
}

/** Before there is a draft, only its first section. */
const reachable = (name) => (draft.id || ['start', 'contacts'].includes(name) ? name : 'contacts');

function go(name) {
  history.pushState(null, '', `?seite=${reachable(name)}`);
  show(reachable(name));
}

/** Follows a link of the page: overview and check speak of what the server has, so it gets what was typed before. */
async function follow(name) {
  if (reachable(name) !== name) {
    one('#notice').textContent = 'Nennen und speichern Sie zuerst eine Ansprechperson, dann geht es weiter.';
    return one('#notice').scrollIntoView({ block: 'center' });
  }
  if (!needsSaving(name)) return go(name);
  await busy(one('[data-page]:not([hidden])'), async () => {
    await saveFor(name);
    go(conflicts().length > 0 ? 'konflikt' : name);
  });
}

const needsSaving = (name) => draft.id && !isCorrecting() && (name === 'pruefen' || (name === 'uebersicht' && unsaved().length > 0));

async function saveFor(name) {
  await save();
  if (name === 'pruefen') await load();
}

function show(name) {
  clearErrors();
  one('#notice').replaceChildren();
  all('[data-page]').forEach((element) => { element.hidden = element.dataset.page !== name; });
  const shown = page(name);
  if (sections.includes(name)) { fillForm(shown, current()); closeFields(shown); }
  if (name === 'municipality') showPicker();
  if (name === 'uebersicht') showTasks();
  if (name === 'konflikt') showDifference();
  if (name === 'pruefen' || name === 'danke') showAnswers(one('[data-answers]', shown), name === 'pruefen');
  if (name === 'pruefen') one('[data-unsaved]').hidden = isCorrecting() || unsaved().length === 0;
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
  type(name, readForm(form)[name]);
  saveSoon();
}

const saveSoon = autosave(one('[data-saved]'));

/* ---- Overview and answers ---- */

const missingOn = (name) => (draft.missing ?? []).filter(({ field }) => pageOf(field) === name);
const isEmpty = (value) => value === undefined || value === '' || (typeof value === 'object' && Object.values(value).every(isEmpty));

function stateOf(name) {
  if (isCorrecting()) return name in (draft.typed ?? {}) ? ['done', 'bearbeitet'] : ['part', 'zu berichtigen'];
  if (unsaved().includes(name)) return ['part', 'noch nicht gespeichert'];
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
    for (const { label, value, optional, field } of pairs(name, isCorrecting() ? current() : draft.answers)) {
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
  if (status === 409 && body.type.endsWith('#inzwischen-geaendert')) return meet(body.current);
  if (status === 409 && body.type.endsWith('#schon-gesendet')) { location.href = '/vorgang/'; return; }
  if (status === 401) return showLinkVoid(body);
  if (!body.errors) return showProblem(body);
  const here = form.dataset.page;
  showErrors(body.errors, { linkTo: (field) => field === 'declaration' || pageOf(field) === here ? `#${encodeURIComponent(`f-${field}`)}` : `?seite=${pageOf(field)}` });
}

function showLinkVoid(body) {
  showProblem({ ...body, detail: 'Was Sie getippt haben, bleibt in diesem Fenster. Öffnen Sie einen neuen Link aus Ihrem Postfach, in diesem oder einem anderen Fenster, dann geht es hier weiter.' });
  one('.error-summary').append(newLink(`/dossiers/${draft.id}/links`, draft.secret, attempting()));
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
  if (unsaved().length > 0) {
    await saveFor('pruefen');
    show('pruefen');
    one('#notice').textContent = 'Ihre letzten Eingaben sind jetzt gespeichert. Lesen Sie die Antworten noch einmal, dann senden Sie.';
    return;
  }
  await send();
  draft.justSent = true;
  go('danke');
}

/* ---- Two people, or two tabs, saved the same draft ---- */

/** Somebody else was quicker: where both wrote, both texts are shown; elsewhere theirs is read once more. */
function meet(theirs) {
  adopt(theirs);
  if (conflicts().length > 0) return show('konflikt');
  go('pruefen');
  one('#notice').textContent = 'Jemand anderes hat inzwischen etwas gespeichert. Lesen Sie die Antworten bitte noch einmal.';
}

function showDifference() {
  const mine = current();
  one('[data-difference]').replaceChildren(...conflicts().flatMap((name) => [
    make('h2', {}, heading(name)),
    make('div', { class: 'versions' },
      make('div', {}, make('h3', {}, 'Ihre Fassung'), make('p', {}, text(name, mine))),
      make('div', {}, make('h3', {}, 'Gespeicherte Fassung'), make('p', {}, text(name, draft.answers)))),
  ]));
}

/** A page's answers as they read, whatever order they are stored in. */
function text(name, answers) {
  const lines = pairs(name, answers).filter(({ value }) => value).map(({ label, value }) => `${label}: ${value}`);
  return lines.join('\n') || 'leer';
}

/** What was shown is decided, and nothing else: a third text that came meanwhile is a conflict of its own. */
const decided = (mine) => busy(page('konflikt'), async () => {
  decide(conflicts(), mine);
  await save();
  go('uebersicht');
});
one('[data-mine]').addEventListener('click', () => decided(true));
one('[data-theirs]').addEventListener('click', () => decided(false));

one('[data-leave]').addEventListener('click', () => busy(page('uebersicht'), async () => {
  await save();
  await leave();
  location.href = '/';
}));
one('[data-anew]').addEventListener('click', () => { forget(); location.href = '/antrag/'; });

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
  follow(link.dataset.go);
});
addEventListener('popstate', () => {
  const name = wanted();
  show(name);
  if (needsSaving(name)) busy(page(name), async () => { await saveFor(name); show(wanted()); });
});

/** The session has ended, or never was; whatever was typed waits in this tab. */
function showSignedOut() {
  one('[data-again]').replaceChildren(newLink(`/dossiers/${draft.id}/links`, draft.secret, attempting()));
  one('[data-waits]').hidden = unsaved().length === 0;
  show('abgemeldet');
}

async function begin() {
  try {
    if (draft.id) await load();
    if (draft.id && !draft.justSent && draft.state !== 'DRAFT' && !isCorrecting()) { location.replace('/vorgang/'); return; }
    one('[data-declaration]').hidden = isCorrecting();
    if (isCorrecting()) one('[data-page=pruefen] .button').textContent = 'Berichtigung senden';
    show(wanted());
    saveSoon();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 401) return showSignedOut();
    show('start');
    showProblem(problem.body);
  }
}
onRenewal(begin);
begin();
