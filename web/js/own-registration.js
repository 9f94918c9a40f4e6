import { acceptance } from './delegation.js';
import { delegationForm, moveForm } from './delegation-form.js';
import { make } from './dom.js';
import { onSubmit } from './submit.js';
import { euros } from './words.js';

/** What one can do with an own registration; for guests, who come by a link, and for members. */

const alone = (label) =>
  make('form', { class: 'form', novalidate: true }, make('p', { class: 'actions' }, make('button', { class: 'button' }, label)));

/**
 * Take what is offered, or confirm what costs something; nothing where there is nothing to answer.
 *
 * @param ask calls something below the registration's address
 * @param after is told what was done
 */
export const accepting = (mine, { attempt, ask, after }) =>
  mine.until
    ? onSubmit(alone(acceptance(mine)), attempt, async () => {
        const { state } = await ask('POST', '/acceptance');
        await after(
          state === 'WAITING'
            ? 'Bestätigt. Gerade ist kein Platz frei: Sie stehen auf der Warteliste.'
            : mine.state === 'OFFERED'
              ? 'Angenommen. Der Termin kommt per E-Mail.'
              : 'Bestätigt. Der Termin kommt per E-Mail.',
        );
      })
    : '';

/** What somebody who has booked still pays who does not come. */
const owing = ({ state, cents, owed }) =>
  cents && state === 'REGISTERED'
    ? make(
        'p',
        {},
        make('strong', {}, owed ? `Zu zahlen bleiben dann ${euros(owed)}.` : 'Zu zahlen ist dann nichts.'),
        owed < cents
          ? ' Eine Rechnung, die schon gestellt ist, nehmen wir mit einer Stornorechnung zurück; was zu viel gezahlt '
              + 'ist, überweisen wir zurück.'
          : '',
      )
    : '';

/**
 * Other people, another date, or not at all.
 *
 * @param move asks once for another date
 * @param prefix of its fields' ids, where a page has several
 */
export const changing = (mine, event, dates, { attempt, ask, move, after, prefix = '' }) => [
  mine.changeable
    ? make(
        'details',
        {},
        make('summary', {}, 'Personen ändern'),
        delegationForm(event, {
          given: mine,
          fixed: true,
          billed: false,
          bound: '',
          prefix: `own-${prefix}`,
          label: 'Änderung speichern',
          attempt,
          work: async (_, body) => {
            await ask('PUT', '', body);
            await after('Gespeichert.');
          },
        }),
      )
    : '',
  mine.state === 'REGISTERED' && mine.changeable && dates.length
    ? moveForm(dates, {
        attempt,
        prefix: `move-${prefix}`,
        work: async (key, body) => {
          await move(key, body);
          await after('Verschoben. Alles Weitere kommt per E-Mail.');
        },
      })
    : '',
  mine.cancellable
    ? make(
        'details',
        {},
        make('summary', {}, mine.state === 'WAITING' ? 'Warteliste verlassen' : 'Absagen'),
        make('p', {}, 'Die Plätze bekommt dann jemand anderes. Das lässt sich nicht zurücknehmen.'),
        owing(mine),
        onSubmit(alone(mine.state === 'WAITING' ? 'Liste jetzt verlassen' : 'Jetzt absagen'), attempt, async () => {
          await ask('DELETE');
          await after('Abgesagt.');
        }),
      )
    : '',
];
