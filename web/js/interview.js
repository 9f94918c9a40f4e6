import { make, one } from './dom.js';
import { onSubmit, tell } from './submit.js';
import { longDay, span } from './words.js';

/**
 * The interview on the municipality's page: book, move, cancel.
 *
 * @param page how the page asks the server, shows refusals and shows itself anew
 */
export async function show(place, { ask, attempt, again }) {
  const { booked, slots } = await ask('GET', '/interview');
  const after = async (text) => {
    await again();
    tell(text);
    one('#talk-title').focus();
  };
  const parts = [];
  if (booked) {
    const cancel = make('button', { type: 'button', class: 'button quiet' }, 'Termin absagen');
    cancel.addEventListener('click', () =>
      attempt(async () => {
        await ask('DELETE', '/interview');
        await after('Der Termin ist abgesagt. Sie können einen neuen wählen.');
      }),
    );
    parts.push(
      make('p', { class: 'lead' }, `${longDay(booked.start)}, ${span(booked.start, booked.end)}`),
      make('p', {}, make('a', { href: booked.link, rel: 'noopener' }, 'Zum Videogespräch')),
      make('p', { class: 'actions' }, cancel),
    );
    if (!booked.movable) parts.push(make('p', { class: 'mute' }, 'Zum Verschieben ist es zu spät: Das geht bis 24 Stunden vorher.'));
    else if (slots.length)
      parts.push(
        make(
          'details',
          {},
          make('summary', {}, 'Termin verschieben'),
          choice(slots, 'Auf diesen Termin verschieben', 'Der Termin ist verschoben.', after, { ask, attempt }),
        ),
      );
  } else if (slots.length) {
    parts.push(
      choice(slots, 'Termin buchen', 'Der Termin ist gebucht. Eine Einladung für Ihren Kalender kommt per E-Mail.', after, {
        ask,
        attempt,
      }),
    );
  } else {
    parts.push(make('p', {}, 'Gerade ist kein Termin frei. Schauen Sie morgen wieder vorbei oder schreiben Sie uns eine Nachricht.'));
  }
  place.replaceChildren(...parts);
}

function choice(slots, label, done, after, { ask, attempt }) {
  const days = Map.groupBy(slots, ({ start }) => longDay(start));
  const first = slots[0].id;
  const option = ({ id, start, end }) =>
    make(
      'div',
      { class: 'kern-form-check' },
      make('input', { class: 'kern-form-check__radio', type: 'radio', name: 'slot', id: id === first ? 'f-slot' : `s-${id}`, value: id }),
      make('label', { class: 'kern-label', for: id === first ? 'f-slot' : `s-${id}` }, span(start, end)),
    );
  const form = make(
    'form',
    { class: 'form', novalidate: true },
    make(
      'fieldset',
      { class: 'kern-fieldset' },
      make('legend', { class: 'kern-label' }, 'Wann passt es Ihnen?'),
      make(
        'div',
        { class: 'kern-fieldset__body' },
        ...[...days].flatMap(([name, some]) => [make('h3', {}, name), make('div', { class: 'slots' }, ...some.map(option))]),
      ),
    ),
    make('p', { class: 'mute' }, 'Alle Zeiten sind deutsche Zeit.'),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, label)),
  );
  return onSubmit(form, attempt, async () => {
    await ask('PUT', '/interview', { slot: one('[name=slot]:checked', form)?.value ?? '' });
    await after(done);
  });
}
