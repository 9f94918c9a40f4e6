import { buyerFields } from '../buyer-fields.js';
import { field } from '../control.js';
import { make } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { day, euros } from '../words.js';
import { askOnce } from './session.js';
import { attempt, colleague } from './view.js';

const kinds = {
  TRANSFER: 'überwiesen',
  CARD: 'mit Karte bezahlt',
  CARD_PENDING: 'mit Karte begonnen, noch nicht bestätigt',
  CARD_FAILED: 'mit Karte nicht zustande gekommen',
  CONFIRMATION: 'bestätigt',
  WAIVER: 'erlassen',
  RETURN: 'zurückgegeben',
  REFUND: 'zurückgezahlt',
  REFUND_FAILED: 'Rückzahlung nicht zustande gekommen',
  REFUND_NOTE: 'Rückzahlung vermerkt',
};

/** The invoice, what happened to it and what can be mended. */
export const paying = (fee, at, again) => {
  const { cents, outstanding, surplus, paid, number, issuedOn, dueOn, pdf, xml, reminders, fault, cancelling, cancelled, payments } = fee;
  const now = paid
    ? 'erledigt'
    : fault
      ? 'Rechnung nicht möglich'
      : number
        ? 'offen'
        : cancelling
          ? 'wird neu ausgestellt'
          : 'Rechnung wird erstellt';
  return [
    make(
      'p',
      {},
      make('span', { class: `state ${paid ? 'done' : fault ? 'part' : ''}` }, now),
      ` ${euros(cents)}`,
      !paid && outstanding < cents ? `, davon fehlen ${euros(outstanding)}` : '',
    ),
    number
      ? make(
          'p',
          {},
          `Rechnung ${number} vom ${day(issuedOn)}, zahlbar bis ${day(dueOn)}. `,
          make('a', { href: pdf }, 'PDF'),
          ' · ',
          make('a', { href: xml }, 'XRechnung'),
        )
      : '',
    fault ? make('p', { class: 'text' }, fault) : '',
    reminders ? make('p', { class: 'mute' }, reminders > 2 ? 'Zweimal erinnert, seit 60 Tagen offen.' : `${reminders}-mal erinnert.`) : '',
    ...cancelled.map((note) =>
      make(
        'p',
        {},
        `Rechnung ${note.invoice} am ${day(note.day)} storniert: ${note.reason} `,
        make('a', { href: note.pdf }, `Storno ${note.number}`),
      ),
    ),
    payments.length
      ? make(
          'ul',
          { class: 'history' },
          ...payments.map(({ kind, cents: part, day: on, note, by, duplicate }) =>
            make(
              'li',
              {},
              make('strong', {}, `${euros(part)} ${kinds[kind]}`),
              duplicate ? make('span', { class: 'state part' }, kind === 'REFUND' ? 'doppelt gemeldet' : 'doppelt') : '',
              make('span', { class: 'mute' }, `${day(on)} · ${by === 'system' ? 'automatisch' : colleague(by)}`),
              make('span', { class: 'text' }, note),
            ),
          ),
        )
      : '',
    surplus ? refund(surplus, at, again) : '',
    fault || number ? anew(fee, at, again) : '',
  ];
};

/** The office saw the money, or gives up what is still owed. */
export function collect({ number, paid, cents, outstanding }, at, again) {
  if (!number || paid) return [];
  const amount = make('input', {
    type: 'text',
    inputmode: 'decimal',
    maxlength: '20',
    value: (outstanding / 100).toFixed(2).replace('.', ','),
  });
  const proof = make('textarea', { rows: '2', maxlength: '1000' });
  const confirming = make(
    'form',
    { class: 'form', novalidate: true },
    field('amount', 'Betrag in Euro', amount, { hint: `Offen sind ${euros(outstanding)}.` }),
    field('proof', 'Zahlung bestätigen', proof, {
      hint: 'Woran haben Sie sie gesehen? Was im Kontoauszug steht, erkennt die Ansicht „Zahlungen“ von selbst.',
    }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Zahlung bestätigen')),
  );
  onSubmit(confirming, attempt, async (key) => {
    await askOnce(key, 'POST', `${at}/payments`, { proof: proof.value, amount: amount.value });
    await again();
    tell('Die Zahlung ist bestätigt.');
  });
  const label = outstanding < cents ? `Rest von ${euros(outstanding)} erlassen` : 'Zahlung erlassen';
  return [
    confirming,
    make(
      'details',
      {},
      make('summary', {}, label),
      reasoned('waiver', 'reason', label, 'Warum wird sie erlassen?', 'Nur für die Geschäftsstelle.', async (key, reason) => {
        await askOnce(key, 'POST', `${at}/waiver`, { reason });
        await again();
        tell('Die Zahlung ist erlassen.');
      }),
    ),
  ];
}

const refund = (surplus, at, again) =>
  reasoned(
    'refund',
    'note',
    'Rückzahlung vermerken',
    `${euros(surplus)} sind zu viel. Wann und wohin haben Sie zurückgezahlt?`,
    'Nennen Sie beim Überweisen das Zeichen: dann findet der nächste Kontoauszug die Rückzahlung von selbst.',
    async (key, note) => {
      await askOnce(key, 'POST', `${at}/refund`, { note });
      await again();
      tell('Die Rückzahlung ist vermerkt.');
    },
  );

/** An invoice that is wrong is never changed: taken back by a credit note, then issued anew. */
function anew({ buyer, number }, at, again) {
  const { parts, read } = buyerFields({ given: buyer, prefix: 'anew-', hints: { mail: 'Steht auf der Rechnung.' } });
  const reason = make('textarea', { rows: '2', maxlength: '1000' });
  const form = make(
    'form',
    { class: 'form', novalidate: true, 'data-prefix': 'anew-' },
    ...parts,
    field('reason', 'Warum?', reason, { prefix: 'anew-', hint: 'Nur für die Geschäftsstelle.' }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, number ? 'Stornieren und neu ausstellen' : 'Rechnung ausstellen')),
  );
  onSubmit(form, attempt, async (key) => {
    await askOnce(key, 'POST', `${at}/invoice`, { reason: reason.value, buyer: read() });
    await again();
    tell(
      number ? 'Die Rechnung wird storniert und neu ausgestellt. Beides geht gleich per E-Mail hinaus.' : 'Die Rechnung wird ausgestellt.',
    );
  });
  return make(
    'details',
    { open: !number },
    make('summary', {}, number ? 'Rechnung stornieren und neu ausstellen' : 'Rechnungsangaben berichtigen'),
    form,
  );
}

/** A form with one text that says why. */
export function reasoned(prefix, name, label, question, hint, work, ...more) {
  const area = make('textarea', { rows: '2', maxlength: '1000' });
  const form = make(
    'form',
    { class: 'form', novalidate: true, 'data-prefix': `${prefix}-` },
    field(name, question, area, { hint, prefix: `${prefix}-` }),
    ...more,
    make('p', { class: 'actions' }, make('button', { class: 'button' }, label)),
  );
  return onSubmit(form, attempt, (key) => work(key, area.value));
}
