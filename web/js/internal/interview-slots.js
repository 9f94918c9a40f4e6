import { field, whole } from '../control.js';
import { make } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { longDay, span } from '../words.js';
import { reasoned } from './payment.js';
import { askApi, askApiOnce, belongs } from './session.js';
import { attempt, button, link, section } from './view.js';

/** The pool of times for interviews: what is offered, what is booked, and a form to offer more. */
export async function slots(go) {
  const { slots: all } = await askApi('GET', '/slots');
  const days = Map.groupBy(all, ({ start }) => longDay(start));
  return [
    make('h1', { tabindex: '-1' }, 'Kennenlerngespräche'),
    make(
      'div',
      { class: 'desk' },
      make(
        'div',
        {},
        section(
          'Angebotene Termine',
          ...(all.length
            ? [...days].flatMap(([name, some]) => [
                make('h3', {}, name),
                make('ul', { class: 'history' }, ...some.map((slot) => line(slot, go))),
              ])
            : [make('p', {}, 'Noch keine Termine.')]),
        ),
      ),
      make('div', {}, section('Zeit anbieten', offer(go))),
    ),
  ];
}

function line({ id, start, end, host, own, link: address, dossier, municipality }, go) {
  return make(
    'li',
    {},
    make('span', {}, span(start, end)),
    dossier
      ? make('span', {}, belongs('staff') ? link(`?vorgang=${dossier}`, municipality) : municipality)
      : make('span', { class: 'state' }, 'frei'),
    make('span', { class: 'mute' }, own ? 'von Ihnen' : host, ' · ', make('a', { href: address, rel: 'noopener' }, 'Videogespräch')),
    own || belongs('staff')
      ? dossier
        ? callOff(id, municipality, go)
        : button(
            'Zurücknehmen',
            async () => {
              await askApi('DELETE', `/slots/${id}`);
              await go();
              tell('Der Termin ist zurückgenommen.');
            },
            { 'aria-label': `${longDay(start)}, ${span(start, end)}: Zurücknehmen` },
          )
      : '',
  );
}

/** Nobody is told without a word. */
const callOff = (id, municipality, go) =>
  make(
    'details',
    {},
    make('summary', {}, 'Absagen'),
    reasoned(
      `cancel-${id}`,
      'reason',
      'Gespräch absagen',
      `Warum sagen Sie ${municipality} ab?`,
      'Die Kommune liest es in einer E-Mail und kann einen neuen Termin wählen. Auch der Kalendereintrag wird abgesagt.',
      async (key, reason) => {
        await askApiOnce(key, 'POST', `/slots/${id}/cancellation`, { reason });
        await go();
        tell('Abgesagt. Die Kommune ist benachrichtigt, der Termin ist wieder frei.');
      },
    ),
  );

function offer(go) {
  const day = make('input', { type: 'date' });
  const from = make('input', { type: 'time', class: 'w-quarter' });
  const until = make('input', { type: 'time', class: 'w-quarter' });
  const minutes = make('input', { type: 'text', inputmode: 'numeric', value: '30', class: 'w-quarter' });
  const address = make('input', { type: 'url', maxlength: '500' });
  const form = make(
    'form',
    { class: 'form', novalidate: true },
    field('day', 'Tag', day),
    field('from', 'Erstes Gespräch beginnt um', from, { hint: 'Deutsche Zeit' }),
    field('until', 'Letztes Gespräch endet um', until),
    field('minutes', 'Minuten je Gespräch', minutes),
    field('link', 'Adresse des Videogesprächs', address, { hint: 'Nur wer bucht, sieht sie.' }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Termine anbieten')),
  );
  return onSubmit(form, attempt, async (key) => {
    const { slots: made } = await askApiOnce(key, 'POST', '/slots', {
      day: day.value,
      from: from.value,
      until: until.value,
      minutes: whole(minutes.value),
      link: address.value.trim(),
    });
    await go();
    tell(made === 1 ? 'Ein Termin ist angeboten.' : `${made} Termine sind angeboten.`);
  });
}
