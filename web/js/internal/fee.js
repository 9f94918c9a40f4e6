import { make } from '../dom.js';
import { euros } from '../words.js';
import { collect, paying } from './payment.js';
import { ask } from './session.js';
import { link, section } from './view.js';

/** What somebody owes for a trip: the invoice, its account and what can be done about it. */
export async function fee(id, show) {
  const at = `/fees/${encodeURIComponent(id)}`;
  const it = await ask('GET', at);
  if (!it.reference) return [make('h1', { tabindex: '-1' }, 'Rechnung'), make('p', {}, 'Hier ist nichts zu zahlen.')];
  const settled = it.surplus
    ? 'Zahlen Sie zurück, was zu viel ist, und vermerken Sie es bei der Zahlung.'
    : 'Für die Geschäftsstelle ist hier nichts zu tun.';
  return [
    make('p', { class: 'kicker' }, it.event ? link(`?veranstaltung=${it.event}`, it.title) : link(`?vorgang=${id}`, 'Zum Vorgang')),
    make('h1', { tabindex: '-1' }, `Rechnung an ${it.who}`),
    make('ul', {}, ...it.items.map(({ text, quantity, cents }) => make('li', {}, `${quantity} × ${text}, je ${euros(cents)}`))),
    make(
      'div',
      { class: 'desk' },
      make('div', {}, section('Zahlung', ...paying(it, at, show))),
      make(
        'div',
        {},
        section('Nächster Schritt', ...(it.paid || !it.number ? [make('p', { class: 'mute' }, settled)] : collect(it, at, show))),
      ),
    ),
  ];
}
