import { Problem } from '../api.js';
import { make } from '../dom.js';

/** Events that repeat. */

export const repeats = {
  '': 'Nein',
  week: 'Jede Woche',
  fortnight: 'Alle zwei Wochen',
  weekday: 'Jeden Monat am gleichen Wochentag',
  day: 'Jeden Monat am gleichen Tag',
};

/** RFC 5545, section 3.3.10. In the fifth week of a month it is the last one that is meant. */
export function rule(every, start, times) {
  const day = new Date(`${start}:00Z`);
  const number = Math.ceil(day.getUTCDate() / 7);
  const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][day.getUTCDay()];
  if (!Number.isInteger(times))
    throw new Problem(422, { errors: [{ field: 'times', message: 'Geben Sie an, wie viele Termine es sind, höchstens 40.' }] });
  const frequency = {
    week: 'FREQ=WEEKLY',
    fortnight: 'FREQ=WEEKLY;INTERVAL=2',
    weekday: `FREQ=MONTHLY;BYDAY=${number === 5 ? -1 : number}${weekday}`,
    day: 'FREQ=MONTHLY',
  }[every];
  return `${frequency};COUNT=${times}`;
}

/** Whether only this date is meant, or those after it too. */
export const wide = () =>
  make(
    'select',
    { name: 'following' },
    make('option', { value: '' }, 'Nur dieser Termin'),
    make('option', { value: 'true' }, 'Dieser und alle späteren der Reihe'),
  );
