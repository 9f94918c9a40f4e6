import { make } from '../dom.js';
import { tell } from '../submit.js';
import { shortDay } from '../words.js';
import { overwriting } from './concurrent-edit.js';
import { ask, me } from './session.js';
import { attempt, colleague, link, owners } from './view.js';

/** What each kind is called. */
export const kinds = {
  bounce: 'E-Mail zurückgekommen',
  document: 'Dokument abgelehnt',
  question: 'Frage unbeantwortet',
  correction: 'Berichtigung überfällig',
  preselection: 'Vorauswahl ohne Einladung',
  interview: 'Gespräch: Ergebnis fehlt',
  decision: 'Entscheidung',
  fee: 'Zahlung',
  trip: 'Zahlung für eine Reise',
  recording: 'Aufzeichnung',
  dispute: 'Antrag bestritten',
  manual: 'Aufgabe',
};

/** The day it is in the office then, as 2026-12-31. */
export const today = (at = Date.now()) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(at));

/** Everything that is still to do, by due date. */
export async function tasks(query, go) {
  const page = await ask('GET', '/tasks', undefined, { after: encodeURIComponent(query.get('after') ?? '') });
  const mine = query.get('wessen') === 'meine';
  const shown = mine ? page.tasks.filter(({ owner }) => owner === me.id) : page.tasks;
  return [
    make('h1', { tabindex: '-1' }, 'Aufgaben'),
    make(
      'p',
      { class: 'actions' },
      link('?ansicht=aufgaben', 'Alle', { 'aria-current': !mine && 'true' }),
      link('?ansicht=aufgaben&wessen=meine', 'Nur meine', { 'aria-current': mine && 'true' }),
    ),
    shown.length === 0
      ? make('p', {}, mine ? 'Für Sie ist nichts offen.' : 'Nichts zu tun.')
      : make('ul', { class: 'tasks' }, ...shown.map((task) => line(task, () => go(location.search), true))),
    page.next ? make('p', {}, link(`?ansicht=aufgaben&after=${encodeURIComponent(page.next)}`, 'Nächste Seite')) : '',
  ];
}

/** One task with its owner, its date, and a way to finish it. */
export function line(task, changed, withDossier) {
  const { id, dossier, municipality, kind, text, owner, due, doneAt, doneBy } = task;
  const standing = (it) => ({ owner: it.owner ?? '', due: it.due, done: it.done ?? Boolean(it.doneAt) });
  const change = (mine) =>
    attempt(async () => {
      await overwriting(
        standing(task),
        mine,
        (seen) => ask('PUT', `/dossiers/${dossier}/tasks/${id}`, { ...standing(seen), ...mine, seen: standing(seen) }),
        (it) =>
          `${standing(it).done ? 'erledigt' : 'offen'}, fällig am ${shortDay(it.due)}, zuständig `
          + `${it.owner ? colleague(it.owner) : 'niemand'}`,
      );
      await changed();
    });
  const who = owners(owner);
  who.setAttribute('aria-label', `Zuständig für: ${text}`);
  who.addEventListener('change', () => change({ owner: who.value }));
  const date = make('input', { type: 'date', value: due, 'aria-label': `Fällig am: ${text}` });
  date.addEventListener('change', () => date.value && change({ due: date.value }));
  date.addEventListener('focusout', () => {
    if (date.value) return;
    date.value = due;
    tell(`Das Datum war nicht vollständig. Es bleibt beim ${shortDay(due)}.`);
  });
  const done = make(
    'button',
    { type: 'button', class: 'link-button', 'aria-label': `${doneAt ? 'Wieder öffnen' : 'Erledigt'}: ${text}` },
    doneAt ? 'Wieder öffnen' : 'Erledigt',
  );
  done.addEventListener('click', () => change({ done: !doneAt }));
  return make(
    'li',
    { 'data-kind': kind },
    make(
      'p',
      {},
      make('strong', {}, kinds[kind]),
      withDossier
        ? make('span', {}, ' · ', link(`?${{ recording: 'aufzeichnung', trip: 'rechnung' }[kind] ?? 'vorgang'}=${dossier}`, municipality))
        : '',
      !doneAt && due < today() ? make('span', { class: 'state part' }, 'überfällig') : '',
    ),
    make('p', {}, text),
    doneAt
      ? make('p', { class: 'mute' }, `Erledigt von ${colleague(doneBy)} am ${shortDay(doneAt)} `, done)
      : make('p', { class: 'actions' }, who, date, done),
  );
}
