import { Problem } from './api.js';
import { refuse } from './application-refusals.js';
import { go, lock, lockBy, needsSaving, show, wanted } from './application-pages.js';
import { address, missingOn, page, reachable, reading, sections } from './application-sections.js';
import { autosave } from './autosave.js';
import { all, make, one } from './dom.js';
import {
  conflicts,
  current,
  decide,
  draft,
  forget,
  isCorrecting,
  isOpen,
  leave,
  load,
  onRenewal,
  save,
  send,
  sendCorrection,
  type,
  unsaved,
} from './draft.js';
import { showErrors, showProblem } from './errors.js';
import { count, entries, readForm } from './fields.js';
import { newLink } from './new-link.js';
import { attempting } from './submit.js';

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

async function saveFor(name) {
  await save();
  if (name === 'pruefen') await load();
}

/* ---- Typing is kept at once, by the tab ---- */

function typed(form) {
  const name = form.dataset.page;
  lock(form);
  type(name, readForm(form)[name]);
  saveSoon();
}

const saveSoon = autosave(one('[data-saved]'));

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

async function saveAndGoOn(form) {
  const name = form.dataset.page;
  if (name === 'municipality' && !form.elements['municipality.ags'].value && one('[role=combobox]', form).value.trim()) {
    return showErrors([{ field: 'municipality.ags', message: 'Wählen Sie Ihre Kommune aus der Liste aus.' }]);
  }
  typed(form);
  if (isCorrecting()) return go('uebersicht');
  const first = !draft.id;
  await save();
  const next = sections.slice(sections.indexOf(name) + 1).find((later) => missingOn(later).length > 0) ?? 'uebersicht';
  const missing = missingOn(name);
  if (missing.length > 0) {
    showErrors(missing, { heading: 'Gespeichert. Hier fehlt noch etwas:', calm: true });
    one('.error-summary').append(make('a', { class: 'button quiet', href: `?seite=${address(next)}`, 'data-go': next }, 'Trotzdem weiter'));
    return;
  }
  go(next);
  one('#notice').textContent = first
    ? 'Ihr Entwurf ist gesichert. Den Link zum Weiterschreiben finden Sie in Ihrem Postfach.'
    : 'Gespeichert.';
}

async function sendNow(form) {
  if (isCorrecting()) {
    await sendCorrection();
    location.href = '/vorgang/?berichtigt';
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

/** What was shown is decided, and nothing else: a third text that came meanwhile is a conflict of its own. */
const decided = (mine) =>
  busy(page('konflikt'), async () => {
    decide(conflicts(), mine);
    await save();
    go('uebersicht');
  });
one('[data-mine]').addEventListener('click', () => decided(true));
one('[data-theirs]').addEventListener('click', () => decided(false));

one('[data-leave]').addEventListener('click', () =>
  busy(page('uebersicht'), async () => {
    await save();
    await leave();
    location.href = '/';
  }),
);
one('[data-anew]').addEventListener('click', () => {
  forget();
  location.href = '/antrag/';
});

/* ---- Everything is attached once ---- */

all('[data-list]').forEach((list) => entries(list, () => typed(list.closest('form'))));
all('form[data-page]').forEach((form) => {
  form.addEventListener('input', (event) => {
    if (event.target?.matches?.('[data-count]')) count(event.target);
    if (sections.includes(form.dataset.page)) typed(form);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(form, () => (form.dataset.page === 'pruefen' ? sendNow(form) : saveAndGoOn(form)));
  });
});
document.addEventListener('click', (event) => {
  const link = event.target?.closest?.('a[data-go]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  follow(link.dataset.go);
});
addEventListener('popstate', () => {
  const name = wanted();
  show(name);
  if (needsSaving(name))
    busy(page(name), async () => {
      await saveFor(name);
      show(wanted());
    });
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
    if (draft.id && !draft.justSent && draft.state !== 'DRAFT' && !isCorrecting()) {
      location.replace('/vorgang/');
      return;
    }
    one('[data-declaration]').hidden = isCorrecting();
    if (isCorrecting()) {
      one('[data-page=pruefen] .button').textContent = 'Berichtigung senden';
      lockBy((await import('./locked-fields.js')).locker(isOpen));
    }
    show(wanted());
    saveSoon();
    if (draft.id) (await reading()).readyForPaper(current);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 401) return showSignedOut();
    show('start');
    showProblem(problem.body);
  }
}
onRenewal(begin);
begin();
