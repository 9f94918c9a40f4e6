import { field } from '../control.js';
import { make } from '../dom.js';
import { messageLines, withEarlier } from '../dossier-parts.js';
import { onSubmit, tell } from '../submit.js';
import { time } from '../words.js';
import { ask, askOnce } from './session.js';
import { attempt, button, colleague } from './view.js';

/** What is written in a dossier: messages with the municipality, and notes for the office. */

export const from = (it, who) =>
  it.officials.some(({ key }) => key === who)
    ? it.officials.find(({ key }) => key === who).mail
    : who === 'system'
      ? 'automatisch'
      : who.length === 32
        ? 'Kommune'
        : colleague(who);

export function messages(it, at, again) {
  const list = messageLines(it.messages, (who) => from(it, who), it.unread && 'MUNICIPALITY');
  const last = it.messages.findLast(({ side }) => side === 'MUNICIPALITY');
  if (it.unread && last) ask('POST', `${at}/reading`, { upTo: last.at }).catch(() => {});
  const area = make('textarea', { rows: '4', maxlength: '3000' });
  const form = onSubmit(
    make(
      'form',
      { class: 'form', novalidate: true },
      field('text', 'Antwort an die Kommune', area),
      make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Nachricht senden')),
    ),
    attempt,
    async (key) => {
      await askOnce(key, 'POST', `${at}/messages`, { text: area.value });
      await again();
      tell('Die Nachricht ist gesendet.');
    },
  );
  const aside = it.unanswered
    ? make(
        'p',
        {},
        make('span', { class: 'state part' }, 'unbeantwortet'),
        ' ',
        button('Braucht keine Antwort', async () => {
          await ask('POST', `${at}/answered`, {});
          await again();
        }),
      )
    : '';
  const thread = () =>
    withEarlier(make('ol', { class: 'messages' }, ...list), it.earlier, {
      attempt,
      load: (before) => ask('GET', `${at}/messages?before=${encodeURIComponent(before)}`),
      lines: (page) => messageLines(page.messages, (who) => from(it, who)),
    });
  return [list.length ? thread() : make('p', { class: 'mute' }, 'Noch keine Nachrichten.'), aside, form];
}

export function notes(it, at, again) {
  const area = make('textarea', { rows: '3', maxlength: '3000' });
  const form = onSubmit(
    make(
      'form',
      { class: 'form', novalidate: true, 'data-prefix': 'note-' },
      field('text', 'Notiz für die Geschäftsstelle', area, { hint: 'Die Kommune sieht sie nicht.', prefix: 'note-' }),
      make('p', { class: 'actions' }, make('button', { class: 'button quiet' }, 'Notiz speichern')),
    ),
    attempt,
    async (key) => {
      await askOnce(key, 'POST', `${at}/notes`, { text: area.value });
      await again();
      tell('Die Notiz ist gespeichert.');
    },
  );
  const lines = (page) =>
    page.notes.map(({ at: when, who, text }) =>
      make('li', {}, make('p', { class: 'mute' }, `${colleague(who)} · `, time(when)), make('p', { class: 'text' }, text)),
    );
  const load = (before) => ask('GET', `${at}/notes?before=${encodeURIComponent(before)}`);
  return [withEarlier(make('ul', { class: 'messages' }, ...lines(it)), it.earlierNotes, { attempt, load, lines }), form];
}
