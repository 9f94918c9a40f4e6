import { field } from '../control.js';
import { make } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { day, euros } from '../words.js';
import { drop, file } from './bank-files.js';
import { reasoned } from './payment.js';
import { ask, askOnce, save } from './session.js';
import { attempt, button, feeLink, section } from './view.js';

const kinds = {
  TRANSFER: 'Eingang',
  CARD: 'Kartenzahlung',
  CARD_PENDING: 'Begonnene Kartenzahlung',
  CARD_FAILED: 'Fehlgeschlagene Kartenzahlung',
  RETURN: 'Rückgabe',
  REFUND: 'Ausgang',
  REFUND_FAILED: 'Fehlgeschlagene Rückzahlung',
};

/** Bank files, and what did not decide itself. */
export async function bank(go) {
  const { files, lines, differences, open, largest } = await ask('GET', '/bank');
  return [
    make('h1', { tabindex: '-1' }, 'Zahlungen'),
    make(
      'div',
      { class: 'desk' },
      make(
        'div',
        {},
        section(
          `Zu klären (${lines.length + differences.length})`,
          lines.length + differences.length ? '' : make('p', {}, 'Alles ist zugeordnet.'),
          make('ul', { class: 'tasks' }, ...differences.map(difference), ...lines.map((line) => waiting(line, open, go))),
        ),
        section(
          `Offene Rechnungen (${open.length})`,
          open.length
            ? make(
                'ul',
                { class: 'history' },
                ...open.map((fee) =>
                  make(
                    'li',
                    {},
                    feeLink(fee),
                    make('span', {}, euros(fee.outstanding)),
                    make('span', { class: 'mute' }, `${fee.event ? `${fee.title} · ` : ''}${fee.number} · ${fee.reference}`),
                  ),
                ),
              )
            : make('p', {}, 'Keine.'),
        ),
      ),
      make(
        'div',
        {},
        section('Kontoauszug einlesen', drop(largest, go)),
        section('Zuletzt eingelesen', files.length ? make('ul', { class: 'messages' }, ...files.map(file)) : make('p', {}, 'Noch nichts.')),
        section(
          'Für die Buchhaltung',
          make('p', {}, 'Alle Rechnungen, Stornos und Zahlungen, mit den Summen jedes Monats.'),
          make(
            'p',
            { class: 'actions' },
            button('Alles als Excel speichern', () => book('xlsx', 'invoices', 'buchhaltung')),
          ),
          make(
            'p',
            { class: 'actions' },
            ...Object.entries({ invoices: 'Rechnungen', payments: 'Zahlungen', months: 'Monate' }).map(([what, words]) =>
              button(`${words} (CSV)`, () => book('csv', what, words.toLowerCase())),
            ),
          ),
        ),
      ),
    ),
  ];
}

const book = (format, what, name) => save(`/staff/bank/books?format=${format}&what=${what}`, `${name}.${format}`);

/** A fee whose account is neither empty nor even. */
const difference = ({ number, outstanding, surplus, ...fee }) =>
  make(
    'li',
    {},
    make(
      'p',
      {},
      make('strong', {}, surplus ? `${euros(surplus)} zu viel` : `${euros(outstanding)} fehlen noch`),
      number ? ` · Rechnung ${number}` : '',
      fee.event ? ` · ${fee.title}` : '',
    ),
    make('p', {}, feeLink(fee), surplus ? ': zurückzahlen und dort vermerken.' : ': nachfragen oder den Rest dort erlassen.'),
  );

/** A payment that nobody could place, why, and what to do with it. */
function waiting({ id, day: on, amount, kind, party, account, text, why, assignable, suggestions }, open, go) {
  const done = async (words) => {
    await go();
    tell(words);
  };
  const assign = async (key, dossier) => {
    await askOnce(key, 'POST', `/bank/lines/${id}/assignment`, { dossier });
    await done('Die Zahlung ist zugeordnet.');
  };
  const select = make(
    'select',
    {},
    make('option', { value: '' }, 'Bitte wählen'),
    ...open.map(({ dossier, municipality, number }) => make('option', { value: dossier }, `${municipality}, ${number}`)),
  );
  const form = make(
    'form',
    { class: 'form', novalidate: true, 'data-prefix': `${id}-` },
    field('dossier', 'Einer offenen Rechnung zuordnen', select, { prefix: `${id}-` }),
    make('p', { class: 'actions' }, make('button', { class: 'button quiet' }, 'Zuordnen')),
  );
  onSubmit(form, attempt, (key) => assign(key, select.value));
  return make(
    'li',
    {},
    make(
      'p',
      {},
      make('strong', {}, `${kinds[kind]} ${amount}`),
      ` am ${day(on)}`,
      party ? ` · ${party}` : '',
      account ? make('span', { class: 'mute' }, ` · ${account}`) : '',
    ),
    make('p', { class: 'text' }, text),
    make('p', {}, make('span', { class: 'state part' }, why)),
    ...suggestions.map(({ dossier, municipality, number }) => {
      const key = crypto.randomUUID();
      return make(
        'p',
        {},
        'Vorschlag: ',
        button(`${municipality} zuordnen (${number})`, () => assign(key, dossier)),
      );
    }),
    make(
      'details',
      {},
      make('summary', {}, suggestions.length ? 'Anders klären' : 'Klären'),
      assignable && open.length ? form : '',
      reasoned(
        id,
        'note',
        'Als geklärt vermerken',
        'Was ist mit dem Geld geschehen?',
        'Zum Beispiel: zurück überwiesen am 24. November, Irrläufer.',
        async (key, note) => {
          await askOnce(key, 'POST', `/bank/lines/${id}/settlement`, { note });
          await done('Vermerkt.');
        },
      ),
    ),
  );
}
