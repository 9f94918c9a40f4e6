import { newKey } from '../api.js';
import { make } from '../dom.js';
import { tell } from '../submit.js';
import { time } from '../words.js';
import { asked } from './dialog.js';
import { ask, askOnce } from './session.js';
import { attempt, button } from './view.js';

/** The mails that went out in a dossier: to whom, what became of them, and how they read. */

/** Which mail it was, by its template. */
export const occasions = {
  draft: 'Link zum Entwurf',
  links: 'Link, selbst angefordert',
  received: 'Eingangsbestätigung',
  arrived: 'Meldung an die Geschäftsstelle',
  correction: 'Bitte um Berichtigung',
  corrected: 'Meldung: berichtigt',
  message: 'Hinweis auf Nachricht',
  question: 'Meldung: neue Nachricht',
  invited: 'Link für weitere Person',
  withdrawn: 'Bestätigung: zurückgezogen',
  withdrawal: 'Meldung: zurückgezogen',
  disputed: 'Meldung: Antrag bestritten',
  notice: 'Rundschreiben',
  preselected: 'Einladung zum Gespräch',
  booked: 'Gespräch vereinbart',
  moved: 'Gespräch verschoben',
  cancelled: 'Gespräch abgesagt',
  calledoff: 'Gespräch von uns abgesagt',
  missed: 'Gespräch verpasst',
  bookedhost: 'Gespräch vereinbart, an uns',
  movedhost: 'Gespräch verschoben, an uns',
  cancelledhost: 'Gespräch abgesagt, an uns',
  interviewreminder: 'Erinnerung an das Gespräch',
  interviewreminderhost: 'Erinnerung an das Gespräch, an uns',
  decisionproposed: 'Meldung: Entscheidung bestätigen',
  admitted: 'Aufnahme',
  declined: 'Ablehnung',
  invoice: 'Rechnung',
  feereminder: 'Zahlungserinnerung',
  invoicecancelled: 'Storno',
  welcome: 'Begrüßung',
  profileproposed: 'Meldung: Profil wartet auf Freigabe',
  profilepublished: 'Profil veröffentlicht',
  profilerejected: 'Profil zurückgegeben',
  paid: 'Zahlung bestätigt',
};
const mailStates = { QUEUED: 'wartet', SENT: 'versandt', FAILED: 'nicht versandt', BOUNCED: 'zurückgekommen', DROPPED: 'nicht nötig' };

export function mailList(mails, at, again) {
  if (mails.length === 0) return [make('p', { class: 'mute' }, 'Noch keine E-Mails.')];
  return [
    make(
      'ul',
      { class: 'history' },
      ...mails.map(({ id, to, occasion, state, at: when, failure }) =>
        make(
          'li',
          {},
          make('span', {}, occasions[occasion] ?? occasion, ' an ', to),
          make('span', { class: `state ${['BOUNCED', 'FAILED'].includes(state) ? 'part' : ''}` }, mailStates[state]),
          state === 'BOUNCED' || failure === 'address suppressed'
            ? button(
                'Adresse wieder freigeben',
                async () => {
                  await ask('POST', '/releases', { mail: to });
                  await again();
                  tell(`An ${to} können wieder E-Mails gehen.`);
                },
                { 'aria-label': `${to} wieder freigeben` },
              )
            : '',
          make('span', { class: 'mute' }, time(when)),
          reading(`${at}/mails/${id}`, { to, occasion, state }, again),
        ),
      ),
    ),
  ];
}

/** A mail as it went out; it comes when somebody wants to read it. */
export function reading(at, { to, occasion, state }, again) {
  const shown = make(
    'details',
    { class: 'mail' },
    make('summary', {}, 'Lesen', make('span', { class: 'visually-hidden' }, `: ${occasions[occasion] ?? occasion} an ${to}`)),
  );
  let loaded = false;
  shown.addEventListener('toggle', () => {
    if (!shown.open || loaded) return;
    loaded = true;
    attempt(async () => shown.append(...letter(await ask('GET', at), at, again))).then((went) => {
      if (!went) {
        loaded = false;
        shown.open = false;
      }
    });
  });
  return state === 'DROPPED' ? '' : shown;
}

export function letter({ to, subject, text, attachments, calendar, state }, at, again) {
  const sending = asked(
    async () => {
      await askOnce(key, 'POST', `${at}/again`);
      await again();
      tell(`Die E-Mail an ${to} ist noch einmal unterwegs.`);
    },
    'Diese E-Mail noch einmal senden?',
    'Noch einmal senden',
    `Sie geht an ${to}, mit einem neuen Link, wo sie einen hat. Der Verlauf vermerkt es; die Kommune liest ihn.`,
  );
  const key = newKey();
  return [
    text
      ? make('div', { class: 'letter' }, make('p', {}, make('strong', {}, subject)), make('p', { class: 'text' }, text.trim()))
      : make('p', { class: 'mute' }, state === 'QUEUED' ? 'Sie ist noch unterwegs.' : 'Ihr Wortlaut ist nicht aufbewahrt.'),
    ...attachments.map((name, i) =>
      make(
        'p',
        {},
        button(
          name,
          async () => {
            location.href = (await ask('GET', `${at}/attachments/${i}`)).url;
          },
          { 'aria-label': `Anhang speichern: ${name}` },
        ),
      ),
    ),
    calendar ? make('p', { class: 'mute' }, 'Mit einem Kalendereintrag.') : '',
    state === 'QUEUED' ? '' : make('p', {}, button('Noch einmal senden', sending)),
  ];
}
