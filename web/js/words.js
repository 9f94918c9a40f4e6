import { make } from './dom.js';

/** What states, occasions, fields and choices are called, for every page that shows them. */

export const states = {
  SUBMITTED: 'Eingegangen', NEEDS_CORRECTION: 'Rückfrage offen', PRESELECTED: 'Eingeladen', INTERVIEW_BOOKED: 'Gespräch vereinbart', INTERVIEWED: 'Gespräch geführt',
  ADMITTED: 'Aufgenommen', INVOICED: 'Rechnung gestellt', PAID: 'Bezahlt', MEMBER: 'Mitglied', DECLINED: 'Abgelehnt', WITHDRAWN: 'Zurückgezogen',
};

export const fields = {
  municipality: 'Kommune', ags: 'AGS', population: 'Einwohner*innen', contacts: 'Ansprechpersonen', attitude: 'Haltung', motivation: 'Motivation', expectations: 'Erwartungen',
  projects: 'Vorhaben', experience: 'Erfahrung', time: 'Zeit', invoice: 'Rechnung', agreement: 'Einverständnis', name: 'Name',
  office: 'Amt', mail: 'E-Mail', phone: 'Telefon', title: 'Vorhaben', place: 'Ort', state: 'Stand', learned: 'Gelernt', hours: 'Umfang',
  note: 'Anmerkung', recipient: 'Empfänger', street: 'Straße', postcode: 'PLZ', city: 'Ort', leitwegId: 'Leitweg-ID', format: 'Form',
  fee: 'Aufnahmezahlung', privacy: 'Datenschutz',
};

/** What the office may ask to be corrected, in the order of the form. */
export const correctable = {
  'municipality.population': 'Einwohner*innen', contacts: 'Ansprechpersonen', attitude: 'Haltung', motivation: 'Motivation', expectations: 'Erwartungen',
  projects: 'Vorhaben', experience: 'Erfahrung', time: 'Zeit', 'invoice.recipient': 'Rechnung: Empfänger', 'invoice.street': 'Rechnung: Straße',
  'invoice.postcode': 'Rechnung: Postleitzahl', 'invoice.city': 'Rechnung: Ort', 'invoice.leitwegId': 'Rechnung: Leitweg-ID', 'invoice.format': 'Rechnung: Form',
};

const choices = {
  state: { idea: 'Idee', planning: 'in Planung', underway: 'wird umgesetzt', done: 'in Betrieb', stopped: 'gescheitert oder abgebrochen' },
  hours: { less: 'weniger als zwei Stunden in der Woche', two: 'ungefähr zwei Stunden in der Woche', more: 'mehr als zwei Stunden in der Woche' },
  format: { xrechnung: 'XRechnung', zugferd: 'ZUGFeRD', pdf: 'PDF' },
};

const zone = 'Europe/Berlin';
const times = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
const days = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: zone });
const shortDays = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeZone: zone });

export const time = (at) => make('time', { datetime: at }, times.format(new Date(at)));
export const day = (date) => days.format(new Date(date.length === 10 ? `${date}T12:00:00Z` : date));
export const shortDay = (date) => shortDays.format(new Date(date.length === 10 ? `${date}T12:00:00Z` : date));

const clock = new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', timeZone: zone });
const longDays = new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });

/** For example „Donnerstag, 3. Dezember 2026“ and „14:00–14:30 Uhr“. */
export const longDay = (at) => longDays.format(new Date(at));
export const span = (start, end) => `${clock.format(new Date(start))}–${clock.format(new Date(end))} Uhr`;

const money = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

/** 10000 cents as „100,00 €“. */
export const euros = (cents) => money.format(cents / 100);

export const size = (bytes) => bytes >= 1e6 ? `${(bytes / 1e6).toLocaleString('de', { maximumFractionDigits: 1 })} MB` : `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('de')} KB`;

/** Answers as they read, whatever their shape. */
export function answers(value, name) {
  if (value === undefined || value === null || value === '') return document.createTextNode('keine Angabe');
  if (Array.isArray(value)) return make('ol', {}, ...value.map((entry) => make('li', {}, answers(entry))));
  if (typeof value === 'object') {
    return make('dl', {}, ...Object.keys(fields).filter((key) => key in value).flatMap((key) => [make('dt', {}, fields[key]), make('dd', {}, answers(value[key], key))]));
  }
  return document.createTextNode(value === true ? 'ja' : choices[name]?.[value] ?? String(value));
}

const inOrder = (named) => Object.keys(correctable).filter((field) => named.includes(field));

/** What was corrected: each field as it was and as it is now, side by side. */
export function corrections(list) {
  return list.map(({ number, fields: named, reason, askedAt, answeredAt, before, after }) => make('details', { class: 'correction', open: number === list.length },
    make('summary', {}, `Berichtigung ${number}, gesendet am ${shortDay(answeredAt)}`),
    make('p', { class: 'mute' }, `Erbeten am ${shortDay(askedAt)}:`), make('blockquote', {}, reason),
    ...inOrder(named).flatMap((field) => [
      make('h3', {}, correctable[field] ?? field),
      make('div', { class: 'versions' },
        make('div', {}, make('h4', {}, 'Vorher'), make('div', {}, answers(before[field], field.split('.').at(-1)))),
        make('div', {}, make('h4', {}, 'Jetzt'), make('div', {}, answers(after[field], field.split('.').at(-1))))),
    ])));
}
