import { make } from './dom.js';
import { day, euros } from './words.js';

/** Of an invoice that could not be made of what was given. */
export const DELAYED =
  'Die Rechnung braucht etwas länger: Unsere Geschäftsstelle prüft die Rechnungsangaben. Sie kommt per E-Mail; bis '
  + 'dahin ist nichts zu zahlen.';

/** An invoice and how to pay it, for whoever owes it. */
export const paying = ({
  cents,
  outstanding,
  reference,
  paid,
  number,
  issuedOn,
  dueOn,
  pdf,
  xml,
  recipient,
  iban,
  bic,
  giroCode,
  card,
  pending,
}) => [
  make(
    'p',
    {},
    make('span', { class: `state ${paid ? 'done' : 'part'}` }, paid ? 'bestätigt' : 'offen'),
    ` ${euros(cents)}, Rechnung ${number} vom ${day(issuedOn)}`,
  ),
  make(
    'p',
    {},
    make('a', { href: pdf }, 'Rechnung speichern (PDF, ZUGFeRD)'),
    ' · ',
    make('a', { href: xml }, 'XRechnung speichern (XML)'),
  ),
  ...(paid
    ? []
    : [
        ...(outstanding < cents ? [make('p', {}, `Ein Teil ist eingegangen; es fehlen noch ${euros(outstanding)}.`)] : []),
        ...(pending
          ? [
              make(
                'p',
                { class: 'note' },
                'Eine Kartenzahlung ist begonnen, aber noch nicht bestätigt. Bitte zahlen Sie nicht noch einmal, solange das so ist.',
              ),
            ]
          : []),
        make(
          'p',
          {},
          `Bitte überweisen Sie bis zum ${day(dueOn)}. Am Verwendungszweck erkennen wir die Zahlung, von welchem Konto sie auch kommt.`,
        ),
        make(
          'div',
          { class: 'giro' },
          make(
            'dl',
            {},
            ...Object.entries({
              Empfänger: recipient,
              IBAN: iban.replace(/(.{4})(?=.)/g, '$1 '),
              BIC: bic,
              Betrag: euros(outstanding),
              Verwendungszweck: reference,
            }).flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]),
          ),
          make('img', { src: giroCode, alt: 'GiroCode mit diesen Angaben für Ihre Banking-App', width: '160', height: '160' }),
        ),
        ...(card
          ? [
              make(
                'p',
                {},
                make('a', { href: card, rel: 'noopener' }, 'Mit Karte bezahlen'),
                ' beim Zahlungsdienst Stripe; Ihr Zeichen geht mit.',
              ),
            ]
          : []),
      ]),
];
