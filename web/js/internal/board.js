import { make } from '../dom.js';
import { day, shortDay, states } from '../words.js';
import { ask, askApi } from './session.js';
import { today } from './tasks.js';
import { colleague, link } from './view.js';

/** In these states somebody waits for the next thing. */
const waiting = ['SUBMITTED', 'NEEDS_CORRECTION', 'PRESELECTED', 'INTERVIEW_BOOKED', 'INTERVIEWED', 'ADMITTED', 'INVOICED'];

/** How many dossiers stand where, and the latest of each, with what waits. What other features know of them stands beside it. */
export async function board() {
  const [{ columns, tasks }, { polls }, { slots }] = await Promise.all([
    ask('GET', '/board'),
    ask('GET', '/polls'),
    askApi('GET', '/slots'),
  ]);
  const about = {
    tasks: Map.groupBy(tasks, ({ dossier }) => dossier),
    polls: new Map(polls.map((poll) => [poll.dossier, poll])),
    talks: new Map(slots.filter(({ dossier }) => dossier).map((slot) => [slot.dossier, slot])),
  };
  const alarms = urgent(tasks);
  return [
    make('h1', { tabindex: '-1' }, 'Tafel'),
    alarms.length ? make('p', {}, 'Zu tun: ', link('?ansicht=aufgaben', alarms.join(', '))) : '',
    make(
      'div',
      { class: 'board' },
      ...shown(columns).map((state) => {
        const { count, dossiers } = columns[state];
        return make(
          'section',
          { 'aria-labelledby': `column-${state}` },
          make('h2', { id: `column-${state}` }, states[state], ' ', make('span', { class: 'number' }, count.toLocaleString('de'))),
          dossiers.length ? make('ul', {}, ...dossiers.map((line) => card(line, about))) : make('p', { class: 'mute' }, 'Keine Vorgänge.'),
          count > dossiers.length
            ? make('p', {}, link(`?ansicht=liste&state=${state}`, `Alle ${count.toLocaleString('de')} anzeigen`))
            : '',
        );
      }),
    ),
  ];
}

const shown = (columns) => Object.keys(states).filter((state) => columns[state]?.count > 0 || state === 'SUBMITTED');

/** What nobody may overlook, in words. */
function urgent(tasks) {
  const overdue = tasks.filter(({ due }) => due < today()).length;
  const bounced = tasks.filter(({ kind }) => kind === 'bounce').length;
  return [
    bounced > 1 ? `${bounced} E-Mails kamen zurück` : bounced ? 'eine E-Mail kam zurück' : '',
    overdue > 1 ? `${overdue} Aufgaben sind überfällig` : overdue ? 'eine Aufgabe ist überfällig' : '',
  ].filter(Boolean);
}

/** What comes next, and when. */
function next(poll, talk, [task]) {
  if (poll) return `Abstimmung bis ${day(poll.deadline)}`;
  if (talk) return `Gespräch am ${day(talk.start)}`;
  return task ? `Aufgabe bis ${day(task.due)}` : '';
}

function votes({ cast, electorate }) {
  return cast === undefined ? `${electorate} Kommunen stimmen ab` : `${cast} von ${electorate} Stimmen`;
}

function card(line, about) {
  const tasks = about.tasks.get(line.id) ?? [];
  const poll = about.polls.get(line.id);
  const marks = [line.unread ? 'neue Nachricht' : '', ...urgent(tasks)].filter(Boolean);
  const lines = [
    `${line.reference} · ${waiting.includes(line.state) ? since(line.submittedAt) : shortDay(line.changedAt)}`,
    poll ? votes(poll) : '',
    next(poll, about.talks.get(line.id), tasks),
    line.owner ? `Zuständig: ${colleague(line.owner)}` : '',
  ].filter(Boolean);
  return make(
    'li',
    {},
    link(`?vorgang=${line.id}`, line.municipality),
    marks.length ? make('span', { class: 'marks' }, ...marks.map((text) => make('span', { class: 'state part' }, text))) : '',
    ...lines.map((text) => make('span', { class: 'mute' }, text)),
  );
}

/** Days, as they are counted in the office. */
function since(at) {
  const days = Math.round((Date.parse(today()) - Date.parse(today(at))) / 86_400_000);
  return days === 0 ? 'seit heute' : days === 1 ? 'seit gestern' : `seit ${days} Tagen`;
}
