import { field } from './control.js';
import { make } from './dom.js';

/** Whom an invoice is addressed to: for whoever books, and for the office that mends it. */

/** @type {Record<string, [string, string, Record<string, string>]>} label, hint and attributes */
const fields = {
  name: [
    'Rechnung an',
    'Zum Beispiel „Stadt Musterhausen, Der Bürgermeister“.',
    { maxlength: '200', autocomplete: 'billing organization' },
  ],
  street: ['Straße und Hausnummer', '', { maxlength: '200', autocomplete: 'billing street-address' }],
  postcode: ['Postleitzahl', '', { maxlength: '5', inputmode: 'numeric', autocomplete: 'billing postal-code' }],
  city: ['Ort', '', { maxlength: '100', autocomplete: 'billing address-level2' }],
  leitwegId: [
    'Leitweg-ID',
    'Darf leer bleiben. Sieht aus wie 04011000-1234512345-06; Ihre Kämmerei kennt sie.',
    { maxlength: '60', spellcheck: 'false', autocapitalize: 'characters' },
  ],
  contact: ['Ansprechperson für die Rechnung', '', { maxlength: '200' }],
  mail: [
    'E-Mail-Adresse für die Rechnung',
    'Die Rechnung geht hierhin und an die Ansprechperson der Anmeldung.',
    { type: 'email', maxlength: '254' },
  ],
};

/**
 * @param given what is known of it
 * @param hints others than usual, by field
 * @returns the fields, and how to read them
 */
export function buyerFields({ given = {}, prefix = '', hints = {} } = {}) {
  const inputs = Object.fromEntries(
    Object.entries(fields).map(([name, [, , attributes]]) => [
      name,
      make('input', { type: 'text', autocomplete: 'off', value: given[name] ?? '', ...attributes }),
    ]),
  );
  const parts = Object.entries(fields).map(([name, [label, hint]]) =>
    field(`buyer.${name}`, label, inputs[name], { prefix, hint: hints[name] ?? (hint || undefined) }),
  );
  return { parts, read: () => Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value.trim()])) };
}
