import { newKey } from '../api.js';
import { field } from '../control.js';
import { costs, peopleList, standing } from '../delegation.js';
import { delegationForm } from '../delegation-form.js';
import { make } from '../dom.js';
import { tell } from '../submit.js';
import { time } from '../words.js';
import { participants } from './participants.js';
import { reasoned } from './payment.js';
import { ask, askOnce } from './session.js';
import { attempt, button, link } from './view.js';

/** Who comes and who waits, for the office; it helps where the rules do not. */
export async function registrations(event, show) {
  const { event: open, registrations: all, capacity, taken, tooMany } = await ask('GET', `/events/${event.id}/registrations`);
  const at = `/events/${event.id}/registrations`;
  const done = async (words) => {
    await show();
    tell(words);
  };
  const waiting = all.filter(({ state }) => state === 'WAITING');
  const here = all.filter(({ state }) => ['REGISTERED', 'PENDING', 'OFFERED'].includes(state));
  const gone = all.filter(({ state }) => ['CANCELLED', 'LAPSED'].includes(state));
  const sendLink = ({ id, people: [{ mail }] }) => {
    let key = newKey();
    return button('Link noch einmal schicken', async () => {
      await askOnce(key, 'POST', `${at}/${id}/links`, {});
      key = newKey();
      tell(`Der Link ist unterwegs an ${mail}. Ging in den letzten zehn Minuten schon einer hinaus, gilt der.`);
    });
  };
  const row = (it) =>
    make(
      'li',
      { class: 'piece flow' },
      make(
        'p',
        {},
        make('strong', {}, it.from),
        ' ',
        standing(it, open),
        make(
          'span',
          { class: 'mute' },
          ' seit ',
          time(it.since),
          ...(it.until ? [', bis ', time(it.until)] : []),
          it.passed ? `, ${it.passed}-mal überholt` : '',
        ),
      ),
      peopleList(it.people, open.rooms),
      costs(it),
      it.cents && ['REGISTERED', 'CANCELLED'].includes(it.state) ? make('p', {}, link(`?rechnung=${it.id}`, 'Rechnung und Zahlung')) : '',
      ...it.answers
        .filter(Boolean)
        .map((answer, i) => make('p', { class: 'text' }, make('span', { class: 'mute' }, `${open.questions[i] ?? ''} `), answer)),
      it.reason ? make('p', { class: 'mute' }, `Grund: ${it.reason}`) : '',
      ['CANCELLED', 'LAPSED'].includes(it.state) || event.over || event.state === 'CANCELLED'
        ? ''
        : make(
            'details',
            {},
            make('summary', {}, `Bearbeiten${it.people[0].name ? `: ${it.people[0].name}` : ''}`),
            it.state === 'WAITING'
              ? reasoned(
                  `prefer-${it.id}`,
                  'reason',
                  'Platz geben',
                  'Warum außer der Reihe?',
                  'Die Delegation liest den Grund. Es müssen genug Plätze frei sein.',
                  async (key, reason) => {
                    await askOnce(key, 'POST', `${at}/${it.id}/preference`, { reason });
                    await done(
                      open.binding ? 'Der Platz ist angeboten; er gilt, wenn die Kosten bestätigt sind.' : 'Der Platz ist vergeben.',
                    );
                  },
                )
              : '',
            it.state === 'PENDING'
              ? ''
              : make(
                  'details',
                  {},
                  make('summary', {}, 'Personen ändern'),
                  make('p', { class: 'mute' }, 'Wer dazukommt oder wegfällt, bekommt eine E-Mail.'),
                  delegationForm(
                    { ...open, binding: false, limit: 0 },
                    {
                      given: it,
                      fixed: true,
                      billed: false,
                      bound: '',
                      prefix: `change-${it.id}-`,
                      label: 'Änderung speichern',
                      attempt,
                      work: async (_, body) => {
                        await ask('PUT', `${at}/${it.id}`, body);
                        await done('Gespeichert.');
                      },
                    },
                  ),
                ),
            make('p', { class: 'actions' }, sendLink(it)),
            reasoned(`cancel-${it.id}`, 'reason', 'Anmeldung absagen', 'Warum?', 'Die Delegation liest den Grund.', async (key, reason) => {
              await askOnce(key, 'POST', `${at}/${it.id}/cancellation`, { reason });
              await done('Abgesagt.');
            }),
          ),
    );
  const list = (some) => make('ul', { class: 'pieces flow' }, ...some.map(row));
  const reason = make('input', { type: 'text', maxlength: '1000' });
  return make(
    'section',
    { class: 'flow', 'aria-labelledby': 'registrations-title' },
    make('h2', { id: 'registrations-title' }, 'Anmeldungen'),
    make(
      'p',
      { class: 'lead' },
      `${taken.toLocaleString('de')} von ${capacity.toLocaleString('de')} Plätzen `,
      event.state === 'CANCELLED' ? 'waren vergeben' : 'vergeben',
      waiting.length ? `, ${waiting.length} auf der Warteliste` : '',
      '.',
    ),
    tooMany
      ? make(
          'p',
          { class: 'note' },
          `${tooMany} mehr, als es Plätze gibt: Niemand wird abgemeldet; was frei wird, wird nicht wieder vergeben.`,
        )
      : '',
    ...(await participants(event)),
    event.state === 'PUBLISHED' ? make('p', {}, link(`?einlass=${event.id}`, 'Einlass und Teilnehmerliste')) : '',
    here.length ? list(here) : make('p', {}, 'Noch niemand angemeldet.'),
    waiting.length
      ? make(
          'div',
          { class: 'flow' },
          make('h3', {}, 'Warteliste'),
          make(
            'p',
            { class: 'mute' },
            'In dieser Reihenfolge. Eine kleinere Gruppe kommt nur vor, wenn der Platz für die größere nicht reicht, '
              + 'und höchstens zweimal.',
          ),
          list(waiting),
        )
      : '',
    gone.length ? make('details', {}, make('summary', {}, `Abgesagt oder verfallen (${gone.length})`), list(gone)) : '',
    event.over || event.state !== 'PUBLISHED'
      ? ''
      : make(
          'details',
          {},
          make('summary', {}, 'Jemanden anmelden'),
          make('p', { class: 'mute' }, 'Fristen und Grenzen gelten hier nicht, die Zahl der Plätze schon.'),
          delegationForm(
            { ...open, limit: 0 },
            {
              label: 'Anmelden',
              bound: 'Die Anmeldung ist damit verbindlich; die Rechnung geht gleich hinaus.',
              attempt,
              prefix: 'desk-',
              more: [field('reason', 'Warum melden Sie an?', reason, { prefix: 'desk-' })],
              work: async (key, body) => {
                const { state } = await askOnce(key, 'POST', at, { ...body, reason: reason.value.trim() });
                await done(state === 'WAITING' ? 'Auf die Warteliste gesetzt.' : 'Angemeldet.');
              },
            },
          ),
        ),
  );
}
