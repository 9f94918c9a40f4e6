import { field } from '../control.js';
import { all, make } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { day } from '../words.js';
import { ask, askOnce } from './session.js';
import { attempt, link, section } from './view.js';

/** What the office keeps of events: every recording, with what is still missing. */
export async function recordings(go) {
  const { recordings: list, events } = await ask('GET', '/recordings');
  const title = make('input', { type: 'text', maxlength: '150' });
  const choice = make(
    'select',
    {},
    make('option', { value: '' }, 'Bitte wählen'),
    ...events.map(({ id, title: name, start }) => make('option', { value: id, 'data-title': name }, `${name}, ${day(start)}`)),
  );
  choice.addEventListener('change', () => {
    if (!title.value || all('option', choice).some(({ dataset }) => dataset.title === title.value))
      title.value = choice.selectedOptions[0].dataset.title ?? '';
  });
  const form = onSubmit(
    make(
      'form',
      { class: 'form', novalidate: true, 'data-prefix': 'new-' },
      field('event', 'Wovon?', choice, {
        prefix: 'new-',
        hint:
          'Was zeitlich am nächsten liegt, steht oben. Eine frühere Veranstaltung tragen Sie zuerst unter '
          + '„Veranstaltungen“ als vergangen ein.',
      }),
      field('title', 'Titel', title, { prefix: 'new-' }),
      make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Anlegen')),
    ),
    attempt,
    async (key) => {
      const { id } = await askOnce(key, 'POST', '/recordings', {
        event: choice.value,
        title: title.value.trim(),
        text: '',
        keepUntil: '',
        speakers: [],
      });
      await go(`?aufzeichnung=${id}`);
      tell('Angelegt. Laden Sie jetzt das Video hoch.');
    },
  );
  return [
    make('h1', { tabindex: '-1' }, 'Aufzeichnungen'),
    list.length ? make('ul', { class: 'history' }, ...list.map(line)) : make('p', {}, 'Noch keine.'),
    section('Neue Aufzeichnung', form),
  ];
}

const line = (it) =>
  make(
    'li',
    {},
    link(`?aufzeichnung=${it.id}`, it.title),
    badge(it),
    make(
      'span',
      { class: 'mute' },
      `${it.event.title} · ${day(it.event.start)}${open(it).length ? ` · Es fehlt: ${open(it).join(', ')}` : ''}`,
    ),
  );

export const badge = (it) =>
  make('span', { class: `state ${it.shown ? 'done' : ''}` }, it.shown ? 'für Mitglieder sichtbar' : 'nicht sichtbar');

const arrived = (material) => material && ['ARRIVED', 'ARCHIVED'].includes(material.state);

/** What it lacks, in words. */
export const open = (it) => [
  ...(arrived(it.video) || arrived(it.slides) ? [] : ['Video oder Folien']),
  ...(arrived(it.video) && !it.captions ? ['Untertitel'] : []),
  ...(it.consented ? [] : ['Einwilligungen']),
  ...(it.released ? [] : ['Freigabe']),
];

/** What happens next, and when. */
export function standing(it) {
  if (it.shown) return `Mitglieder sehen sie bis ${day(it.lastDay)}.`;
  if (it.lastDay < new Date().toISOString().slice(0, 10))
    return 'Nach der Regel wäre sie schon gelöscht. Tragen Sie bei „Länger behalten bis“ ein, wie lange Mitglieder sie sehen sollen.';
  if (!it.released) return 'Niemand außer der Geschäftsstelle sieht sie.';
  if (!it.over) return 'Freigegeben. Sie kommt ins Archiv, wenn die Veranstaltung vorbei ist.';
  return arrived(it.video) || arrived(it.slides)
    ? 'Freigegeben. Sie kommt in der nächsten Nacht ins Archiv; dann erfahren es die Mitglieder.'
    : 'Freigegeben, aber es ist noch nichts hochgeladen.';
}
