import { sections } from '../answers.js';
import { field } from '../control.js';
import { make, one } from '../dom.js';
import { documentLine } from '../dossier-parts.js';
import { onSubmit, tell } from '../submit.js';
import { day } from '../words.js';
import { short, state, votes } from './preselection.js';
import { askApi } from './session.js';
import { attempt, button, isNarrow, link, section } from './view.js';

const choices = {
  YES: 'Ja, wir möchten die Kommune kennenlernen',
  NO: 'Nein',
  ABSTAIN: 'Enthaltung',
  ASIDE: 'Wir sind befangen und nehmen nicht teil',
};

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
        section('Ihre Stimme', ...voice(it, id, go), it.next && (it.yours || !it.canVote) ? next(it.next) : ''),
        it.votes ? section('Alle Stimmen', votes(it.votes)) : '',
      ),
      make(
        'div',
        { class: 'flow main' },
        section('Antrag', ...sections(it.answers, { municipality: it.municipality, level: 3, fold: isNarrow() })),
        accepted.length
          ? section(
              'Dokumente',
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
export function closed(problem) {
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
