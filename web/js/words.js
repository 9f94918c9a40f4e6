import { make } from './dom.js';

/** What states are called, and how times, sums and sizes are written, for every page that shows them. */

export const states = {
  SUBMITTED: 'Eingegangen',
  NEEDS_CORRECTION: 'Rückfrage offen',
  PRESELECTED: 'Eingeladen',
  INTERVIEW_BOOKED: 'Gespräch vereinbart',
  INTERVIEWED: 'Gespräch geführt',
  ADMITTED: 'Aufgenommen',
  INVOICED: 'Rechnung gestellt',
  PAID: 'Bezahlt',
  MEMBER: 'Mitglied',
  DECLINED: 'Abgelehnt',
  WITHDRAWN: 'Zurückgezogen',
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

export const size = (bytes) =>
  bytes >= 1e6
    ? `${(bytes / 1e6).toLocaleString('de', { maximumFractionDigits: 1 })} MB`
    : `${Math.ceil(bytes / 1000).toLocaleString('de')} KB`;
