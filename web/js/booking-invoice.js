import { make } from './dom.js';
import { DELAYED, paying } from './payment-details.js';
import { day, euros } from './words.js';

/** What whoever booked owes: the invoice and how to pay it, and what was taken back; nothing where nothing was ever owed. */
export const owed = (fee, level = 'h2') =>
  fee.reference
    ? [
        make(level, {}, 'Rechnung'),
        ...(fee.number
          ? paying(fee)
          : [
              make(
                'p',
                {},
                !fee.cents
                  ? 'Zu zahlen ist nichts.'
                  : fee.delayed
                    ? DELAYED
                    : 'Die Rechnung wird gerade ausgestellt und kommt per E-Mail. Laden Sie die Seite in einer Minute neu.',
              ),
            ]),
        ...fee.cancelled.map(({ number, invoice, day: on, pdf }) =>
          make('p', {}, `Rechnung ${invoice} am ${day(on)} storniert. `, make('a', { href: pdf }, `Storno ${number} speichern (PDF)`)),
        ),
        fee.surplus ? make('p', {}, `Sie haben ${euros(fee.surplus)} mehr gezahlt, als zu zahlen ist. Wir überweisen das zurück.`) : '',
      ]
    : [];
