import { sections } from '../answers.js';
import { field } from '../control.js';
import { make, one } from '../dom.js';
import { documentLine } from '../dossier-parts.js';
import { onSubmit, tell } from '../submit.js';
import { day } from '../words.js';
import { askApi } from './session.js';
import { attempt, button, isNarrow, link } from './view.js';

/** The founding municipalities' pre-selection. */

const choices = {
  YES: 'Ja, wir möchten die Kommune kennenlernen',
  NO: 'Nein',
  ABSTAIN: 'Enthaltung',
  ASIDE: 'Wir sind befangen und nehmen nicht teil',
};
const short = { YES: 'Ja', NO: 'Nein', ABSTAIN: 'Enthaltung', ASIDE: 'nicht teilgenommen' };
const results = { YES: 'Eingeladen', NO: 'Nicht eingeladen', TIE: 'Unentschieden', NO_QUORUM: 'Zu wenige Stimmen' };

const endings = {
  WITHDRAWN: 'Die Kommune hat den Antrag zurückgezogen.',
  DECLINED: 'Der Antrag wurde abgelehnt.',
  ADMITTED: 'Die Kommune ist aufgenommen.',
};

/** What there is to vote on, and what was. */
export async function polls() {
  const { municipality, polls: all } = await askApi('GET', '/founder/polls');
  const list = (some) =>
    make(
      'ul',
      { class: 'tasks' },
      ...some.map((it) =>
        make(
          'li',
          {},
          make(
            'p',
            {},
            make('strong', {}, it.ended ? it.municipality : link(`?vorauswahl=${it.dossier}`, it.municipality)),
            ' ',
            state(it),
          ),
          make(
            'p',
            { class: 'mute' },
            it.open
              ? `Abstimmen bis ${day(it.deadline)}`
              : it.ended
                ? `${endings[it.ended]} Antrag und Dokumente sind nicht mehr zu sehen.`
                : `Zeichen ${it.reference}`,
          ),
        ),
      ),
    );
  const open = all.filter((it) => it.open);
  const closed = all.filter((it) => !it.open);
  return [
    make('h1', { tabindex: '-1' }, 'Vorauswahl'),
    make('p', {}, `Sie stimmen für ${municipality} ab. Jede Gründungskommune hat eine Stimme.`),
    open.length ? list(open) : make('p', {}, 'Gerade ist nichts abzustimmen.'),
    ...(closed.length ? [make('h2', {}, 'Abgeschlossen'), list(closed)] : []),
  ];
}

const state = ({ open, yours, result }) =>
  make(
    'span',
    { class: `state ${open && !yours ? 'part' : ''}` },
    open ? (yours ? `Ihre Stimme: ${short[yours]}` : 'Ihre Stimme fehlt') : (results[result] ?? 'beendet'),
  );

/** One application, and the voice on it. */
export async function poll(id, go) {
  const [it, { documents = [] } = {}] = await Promise.all([
    askApi('GET', `/founder/polls/${id}`),
    askApi('GET', `/founder/polls/${id}/documents`),
  ]).catch(closed);
  if (it.gone)
    return [
      make('p', { class: 'kicker' }, 'Vorauswahl'),
      make('h1', { tabindex: '-1' }, 'Hier gibt es nichts mehr zu lesen'),
      make('p', {}, it.gone),
      make('p', { class: 'actions' }, link('?ansicht=vorauswahl', 'Zu allen Vorauswahlen', { class: 'button' })),
    ];
  const accepted = documents.filter(({ state: checked }) => checked === 'ACCEPTED');
  return [
    make('p', { class: 'kicker' }, `Vorauswahl · ${it.reference}`),
    make('h1', { tabindex: '-1' }, it.municipality),
    make('p', {}, state(it), it.open ? ` Abstimmen bis ${day(it.deadline)}.` : ''),
    make(
      'div',
      { class: 'desk' },
      make(
        'div',
        { class: 'flow next' },
        make(
          'section',
          { class: 'flow' },
          make('h2', {}, 'Ihre Stimme'),
          ...voice(it, id, go),
          it.next && (it.yours || !it.canVote) ? next(it.next) : '',
        ),
        it.votes ? make('section', { class: 'flow' }, make('h2', {}, 'Alle Stimmen'), votes(it.votes)) : '',
      ),
      make(
        'div',
        { class: 'flow main' },
        make(
          'section',
          { class: 'flow' },
          make('h2', {}, 'Antrag'),
          ...sections(it.answers, { municipality: it.municipality, level: 3, fold: isNarrow() }),
        ),
        accepted.length
          ? make(
              'section',
              { class: 'flow' },
              make('h2', {}, 'Dokumente'),
              make(
                'ul',
                { class: 'files' },
                ...accepted.map((document) =>
                  documentLine(
                    document,
                    { ACCEPTED: 'geprüft' },
                    button(
                      'Speichern',
                      async () => {
                        location.href = (await askApi('GET', `/founder/polls/${id}/documents/${document.id}`)).url;
                      },
                      { 'aria-label': `${document.name}: Speichern` },
                    ),
                  ),
                ),
              ),
            )
          : '',
      ),
    ),
  ];
}

/** Where it goes on, once this one is done. */
const next = ({ dossier, municipality, deadline }) =>
  make(
    'p',
    { class: 'note', 'data-next': true },
    'Nächstes offenes Votum: ',
    link(`?vorauswahl=${dossier}`, municipality),
    `, bis ${day(deadline)}.`,
  );

/** What was withdrawn or decided is nobody's reading any more; the server says which. */
function closed(problem) {
  if (problem.status !== 410) throw problem;
  return [{ gone: problem.body.detail }];
}

function voice(it, id, go) {
  const said = it.yours ? [make('p', {}, make('strong', {}, short[it.yours])), make('blockquote', {}, it.reason)] : [];
  if (!it.canVote)
    return [
      ...said,
      make(
        'p',
        { class: 'mute' },
        it.open
          ? it.yours === 'ASIDE'
            ? 'Ihre Kommune nimmt an dieser Vorauswahl nicht teil.'
            : 'Die Kommune berichtigt gerade ihre Angaben. Danach können Sie abstimmen.'
          : 'Die Vorauswahl ist abgeschlossen.',
      ),
    ];
  const reason = make('textarea', { rows: '5', maxlength: '2000' });
  reason.value = it.reason ?? '';
  const radios = Object.entries(choices).map(([value, text]) =>
    make(
      'div',
      { class: 'kern-form-check' },
      make('input', {
        class: 'kern-form-check__radio',
        type: 'radio',
        name: 'choice',
        id: value === 'YES' ? 'f-choice' : `c-${value}`,
        value,
        checked: it.yours === value,
      }),
      make('label', { class: 'kern-label', for: value === 'YES' ? 'f-choice' : `c-${value}` }, text),
    ),
  );
  const form = make(
    'form',
    { class: 'form', novalidate: true },
    make(
      'fieldset',
      { class: 'kern-fieldset' },
      make('legend', { class: 'kern-label' }, 'Soll die Kommune zum Gespräch eingeladen werden?'),
      make('div', { class: 'kern-fieldset__body' }, ...radios),
    ),
    field('reason', 'Begründung', reason, {
      hint: 'Die anderen Gründungskommunen und die Geschäftsstelle lesen sie nach dem Ergebnis, die Kommune nicht.',
    }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, it.yours ? 'Stimme ändern' : 'Stimme abgeben')),
  );
  onSubmit(form, attempt, async () => {
    const choice = radios.map((one) => one.firstChild).find(({ checked }) => checked)?.value ?? '';
    await askApi('PUT', `/founder/polls/${id}/vote`, { choice, reason: reason.value });
    await go();
    tell(`Ihre Stimme ist gezählt.${one('[data-next]') ? ' Unten steht, wo Ihre Stimme noch fehlt.' : ''}`);
  });
  return [
    ...(it.cast
      ? [
          make(
            'p',
            {},
            `Bisher haben ${it.cast} von ${it.electorate} Kommunen etwas gesagt. Wer wie gestimmt hat, sehen alle erst `
              + 'mit dem Ergebnis; so lange können Sie Ihre Stimme ändern.',
          ),
        ]
      : [
          make(
            'p',
            { class: 'mute' },
            `Das Ergebnis steht fest, sobald ${it.quorum} Kommunen abgestimmt haben und es nicht unentschieden ist, `
              + `spätestens am ${day(it.deadline)}.`,
          ),
        ]),
    form,
  ];
}

export const votes = (list) =>
  make(
    'ul',
    { class: 'messages' },
    ...list.map(({ municipality, choice, reason }) =>
      make('li', {}, make('p', {}, make('strong', {}, municipality), ` · ${short[choice]}`), make('p', { class: 'text' }, reason)),
    ),
  );

/** The vote as the office sees it: how many, and after the result who. */
export function forOffice(it) {
  return [
    make(
      'p',
      {},
      make('span', { class: 'state' }, it.open ? 'läuft' : (results[it.result] ?? 'beendet')),
      it.open ? ` bis ${day(it.deadline)}` : '',
    ),
    make(
      'p',
      {},
      it.cast === undefined
        ? `${it.electorate} Gründungskommunen stimmen ab; nötig sind ${it.quorum}. Wie viele es schon getan haben, sehen `
            + 'Sie, wenn Ihre Kommune abgestimmt hat.'
        : `${it.cast} von ${it.electorate} Gründungskommunen haben etwas gesagt; nötig sind ${it.quorum}.`,
    ),
    it.votes?.length ? votes(it.votes) : '',
  ];
}
