import { owed } from '../booking-invoice.js';
import { costs, peopleList, prices, seats, standing } from '../delegation.js';
import { delegationForm } from '../delegation-form.js';
import { make } from '../dom.js';
import { accepting, changing } from '../own-registration.js';
import { tell } from '../submit.js';
import { time } from '../words.js';
import { askApi, askApiOnce, save } from './session.js';
import { attempt, button } from './view.js';

/** An event for a member, and what the own municipality has registered. */
export async function own(id, show) {
  const it = await askApi('GET', `/member/events/${encodeURIComponent(id)}`);
  const at = `/member/events/${it.id}/registrations`;
  const done = async (words) => {
    await show();
    tell(words);
  };
  const active = it.registrations;
  const fees = Object.fromEntries(
    await Promise.all(active.filter(({ cents }) => cents).map(async ({ id: one }) => [one, await askApi('GET', `${at}/${one}/fee`)])),
  );
  const ways = ({ id: one }) => ({
    attempt,
    after: done,
    prefix: `${one}-`,
    ask: (method, path = '', body) => askApi(method, `${at}/${one}${path}`, body),
    move: (key, body) => askApiOnce(key, 'POST', `${at}/${one}/move`, body),
  });
  const mine = (one) =>
    make(
      'section',
      { class: 'piece flow' },
      make('h3', {}, one.people.map(({ name }) => name).join(', ')),
      make('p', {}, standing(one, it), ...(one.until ? [' bis ', time(one.until)] : [])),
      one.link ? make('p', {}, make('a', { href: one.link, rel: 'noopener' }, 'Zum Videogespräch')) : '',
      ...(one.over
        ? one.people.map(({ name }, i) =>
            make(
              'p',
              {},
              button(`Teilnahmebescheinigung für ${name}`, () =>
                save(`/member/events/${it.id}/registrations/${one.id}/certificates/${i}`, 'Teilnahmebescheinigung.pdf'),
              ),
            ),
          )
        : []),
      it.rooms.length ? peopleList(one.people, it.rooms) : '',
      it.standing === 'CANCELLED' || one.state === 'CANCELLED' ? '' : costs(one),
      one.until && one.cents ? make('p', {}, it.cancelling) : '',
      ...(fees[one.id] ? owed(fees[one.id], 'h4') : []),
      accepting(one, ways(one)),
      ...changing(one, it, it.dates, ways(one)),
    );
  return [
    make('p', { class: 'kicker' }, it.kind),
    make('h1', { tabindex: '-1' }, it.title),
    make('p', { class: 'lead' }, it.when, make('br'), it.place),
    make('p', { class: 'text' }, it.text),
    it.prices.length ? make('h2', {}, 'Kosten') : '',
    prices(it),
    it.price ? make('p', {}, it.prices.length ? '' : make('strong', {}, 'Kosten: '), it.price) : '',
    it.standing === 'CANCELLED' ? make('p', { class: 'note' }, make('strong', {}, 'Diese Veranstaltung fällt aus. '), it.reason) : '',
    ...(active.length ? [make('h2', {}, 'Ihre Anmeldungen'), ...active.map(mine)] : []),
    ...(it.standing === 'CANCELLED' ? [] : [make('h2', {}, active.length ? 'Weitere anmelden' : 'Anmelden')]),
    ...(it.standing === 'CANCELLED'
      ? []
      : it.open
        ? [
            make('p', {}, seats(it), it.limit ? ` Je Kommune höchstens ${it.limit}.` : ''),
            delegationForm(it, {
              label: it.free === 0 ? 'Auf die Warteliste setzen' : 'Anmelden',
              attempt,
              work: async (key, body) => {
                const { state } = await askApiOnce(key, 'POST', at, body);
                await done(
                  state === 'WAITING'
                    ? 'Sie stehen auf der Warteliste. Eine E-Mail ist unterwegs.'
                    : state === 'PENDING'
                      ? 'Vorgemerkt. Prüfen Sie die Kosten und buchen Sie verbindlich.'
                      : 'Angemeldet. Der Termin kommt per E-Mail.',
                );
              },
            }),
          ]
        : [
            make(
              'p',
              {},
              it.opens && new Date(it.opens) > new Date() ? 'Die Anmeldung hat noch nicht begonnen.' : 'Die Anmeldung ist geschlossen.',
            ),
          ]),
    make('p', {}, 'Fragen? ', make('a', { href: `mailto:${it.contact}` }, it.contact)),
  ];
}
