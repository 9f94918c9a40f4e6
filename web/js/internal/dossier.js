import { correctable, corrections, nameOf, sections } from '../answers.js';
import { newKey } from '../api.js';
import { field } from '../control.js';
import { make } from '../dom.js';
import { documentLine, messageLines, withEarlier } from '../dossier-parts.js';
import { onSubmit, tell } from '../submit.js';
import { day, longDay, span, states, time } from '../words.js';
import { overwriting } from './concurrent-edit.js';
import { asked, confirmed } from './dialog.js';
import { broken } from './history-check.js';
import { collect, paying, reasoned } from './payment.js';
import { forOffice } from './preselection.js';
import { ask, askOnce, me } from './session.js';
import { line as taskLine } from './tasks.js';
import { attempt, button, colleague, isNarrow, owners } from './view.js';

const occasions = {
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
  profilepublished: 'Profil veröffentlicht',
  profilerejected: 'Profil zurückgegeben',
  paid: 'Zahlung bestätigt',
};
const mailStates = { QUEUED: 'wartet', SENT: 'versandt', FAILED: 'nicht versandt', BOUNCED: 'zurückgekommen', DROPPED: 'nicht nötig' };
const documentStates = { AWAITED: 'wird geprüft', ACCEPTED: 'geprüft', REFUSED: 'abgelehnt' };

/** Everything about one dossier; the next action always at the same place. */
export async function dossier(id, go) {
  const at = `/dossiers/${id}`;
  const none = (problem) => {
    if (problem.status === 410) return null;
    throw problem;
  };
  const [it, { documents }, poll, interview, decision, fee] = await Promise.all([
    ask('GET', at),
    ask('GET', `${at}/documents`),
    ask('GET', `${at}/poll`).catch(none),
    ask('GET', `${at}/interview`),
    ask('GET', `${at}/decision`),
    ask('GET', `/fees/${id}`),
  ]);
  const again = () => go(location.search);
  const section = (title, ...content) => {
    const name = title.toLowerCase().replace(/[^a-z]/g, '-');
    return make('section', { class: 'flow', 'aria-labelledby': name }, make('h2', { id: name, tabindex: '-1' }, title), ...content);
  };
  return [
    make('p', { class: 'kicker' }, `${it.reference} · AGS ${it.ags}`),
    make('h1', { tabindex: '-1' }, it.municipality),
    make(
      'div',
      { class: 'overview' },
      make('p', {}, make('span', { class: 'state' }, states[it.state]), ` eingegangen am ${day(it.submittedAt)}`),
      responsible(it, at),
    ),
    make(
      'div',
      { class: 'desk' },
      make(
        'div',
        { class: 'flow next' },
        section(
          'Nächster Schritt',
          ...nextStep(it, poll, interview, at, again),
          ...decide(it, decision, poll, at, again),
          ...collect(fee, `/fees/${id}`, again),
          correction(it, at, again),
        ),
        fee.cents ? section('Zahlung', ...paying(fee, `/fees/${id}`, again)) : '',
        decision.confirmedAt ? section('Entscheidung', ...decided(decision)) : '',
        poll ? section('Vorauswahl', ...forOffice(poll)) : '',
        interview.state ? section('Kennenlerngespräch', ...talk(interview)) : '',
      ),
      make(
        'div',
        { class: 'flow main' },
        section('Nachrichten', ...messages(it, at, again)),
        section(
          'Angaben',
          ...sections(it.answers, { municipality: it.municipality, level: 3, fold: isNarrow() }),
          ...corrections(it.corrections, (number) => ask('GET', `${at}/corrections/${number}`)),
        ),
        section('Dokumente', ...documentList(documents, at)),
        section('E-Mails', ...mailList(it.mails, at, again)),
      ),
      make(
        'div',
        { class: 'flow side' },
        section('Aufgaben', ...taskList(it, at, again)),
        section('Notizen', ...notes(it, at, again)),
        section('Verlauf', ...(await history(it))),
        section('Personen', make('ul', {}, ...it.officials.map(({ mail }) => make('li', {}, make('a', { href: `mailto:${mail}` }, mail))))),
      ),
    ),
  ];
}

/** Who of the office is responsible; changed as soon as somebody else is chosen. */
function responsible(it, at) {
  const who = owners(it.owner);
  let stored = it.owner ?? '';
  who.addEventListener('change', () =>
    attempt(async () => {
      const wanted = { owner: who.value };
      const put = async (seen) => {
        stored = seen.owner;
        await ask('PUT', `${at}/owner`, { ...wanted, seen });
        stored = wanted.owner;
      };
      const saved = await overwriting({ owner: stored }, wanted, put, ({ owner }) => (owner ? colleague(owner) : 'niemand'));
      who.value = stored;
      tell(!saved ? 'Es bleibt, wie es war.' : stored ? 'Die Zuständigkeit ist gespeichert.' : 'Niemand ist mehr zuständig.');
    }),
  );
  return field('owner', 'Zuständig', who);
}

const from = (it, who) =>
  it.officials.some(({ key }) => key === who)
    ? it.officials.find(({ key }) => key === who).mail
    : who === 'system'
      ? 'automatisch'
      : who.length === 32
        ? 'Kommune'
        : colleague(who);

function messages(it, at, again) {
  const list = messageLines(it.messages, (who) => from(it, who), it.unread && 'MUNICIPALITY');
  const last = it.messages.findLast(({ side }) => side === 'MUNICIPALITY');
  if (it.unread && last) ask('POST', `${at}/reading`, { upTo: last.at }).catch(() => {});
  const area = make('textarea', { rows: '4', maxlength: '3000' });
  const form = onSubmit(
    make(
      'form',
      { class: 'form', novalidate: true },
      field('text', 'Antwort an die Kommune', area),
      make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Nachricht senden')),
    ),
    attempt,
    async (key) => {
      await askOnce(key, 'POST', `${at}/messages`, { text: area.value });
      await again();
      tell('Die Nachricht ist gesendet.');
    },
  );
  const aside = it.unanswered
    ? make(
        'p',
        {},
        make('span', { class: 'state part' }, 'unbeantwortet'),
        ' ',
        button('Braucht keine Antwort', async () => {
          await ask('POST', `${at}/answered`, {});
          await again();
        }),
      )
    : '';
  const thread = () =>
    withEarlier(make('ol', { class: 'messages' }, ...list), it.earlier, {
      attempt,
      load: (before) => ask('GET', `${at}/messages?before=${encodeURIComponent(before)}`),
      lines: (page) => messageLines(page.messages, (who) => from(it, who)),
    });
  return [list.length ? thread() : make('p', { class: 'mute' }, 'Noch keine Nachrichten.'), aside, form];
}

const interviewStates = { BOOKED: 'vereinbart', CANCELLED: 'abgesagt', HELD: 'geführt', MISSED: 'nicht zustande gekommen' };

const talk = ({ state, start, end, link, host, note }) => [
  make('p', {}, make('span', { class: 'state' }, interviewStates[state]), ` ${longDay(start)}, ${span(start, end)}`),
  make('p', { class: 'mute' }, `Mit ${host} · `, make('a', { href: link, rel: 'noopener' }, 'Videogespräch')),
  note ? make('p', { class: 'text' }, note) : '',
];

/** What the office can do now, by where the dossier stands. */
function nextStep(it, poll, interview, at, again) {
  if (it.state === 'SUBMITTED') {
    if (!poll || poll.open) return [make('p', {}, 'Die Gründungskommunen stimmen über die Einladung ab.')];
    if (poll.result === 'NO') return [make('p', {}, 'Die Gründungskommunen möchten nicht einladen.')];
    return [
      make('p', {}, 'Die Vorauswahl hatte kein Ergebnis.'),
      reasoned(
        'preselection',
        'reason',
        'Zum Gespräch einladen',
        'Warum wird eingeladen?',
        'Die Kommune liest den Grund in ihrem Verlauf.',
        async (key, reason) => {
          await askOnce(key, 'POST', `${at}/preselection`, { reason });
          await again();
          tell('Die Kommune ist zum Gespräch eingeladen.');
        },
      ),
    ];
  }
  if (it.state === 'PRESELECTED') return [make('p', {}, 'Die Kommune wählt einen Termin für das Kennenlerngespräch.')];
  if (it.state === 'INTERVIEW_BOOKED')
    return interview.start && new Date(interview.start) > new Date()
      ? [make('p', {}, `Das Gespräch ist am ${longDay(interview.start)}.`)]
      : [outcome(at, again)];
  if (['WITHDRAWN', 'DECLINED'].includes(it.state)) return [make('p', { class: 'mute' }, 'Der Vorgang ist abgeschlossen.')];
  if (['ADMITTED', 'PAID', 'MEMBER'].includes(it.state))
    return [make('p', { class: 'mute' }, 'Für die Geschäftsstelle ist hier nichts zu tun.')];
  return [];
}

const choices = { ADMIT: 'Aufnehmen', DECLINE: 'Ablehnen' };

const decided = ({ choice, reason, internal, proposedBy, confirmedBy, confirmedAt, letter }) => [
  make('p', {}, make('span', { class: 'state' }, choice === 'ADMIT' ? 'aufgenommen' : 'abgelehnt'), ` am ${day(confirmedAt)}`),
  make('blockquote', {}, reason),
  internal ? make('p', { class: 'text' }, make('strong', {}, 'Intern: '), internal) : '',
  make('p', { class: 'mute' }, `Vorgeschlagen: ${colleague(proposedBy)} · bestätigt: ${colleague(confirmedBy)}`),
  make('p', {}, letter ? make('a', { href: letter }, 'Brief speichern (PDF)') : 'Der Brief wird geschrieben.'),
];

/** Two people: one proposes, another confirms exactly what is written here. */
function decide(it, decision, poll, at, again) {
  if (decision.confirmedAt) return [];
  if (decision.choice) {
    const own = decision.proposedBy === me.id;
    return [
      make(
        'div',
        { class: 'note flow' },
        make('p', {}, make('strong', {}, `Vorschlag: ${choices[decision.choice]}`)),
        make('blockquote', {}, decision.reason),
        decision.internal ? make('p', { class: 'text' }, make('strong', {}, 'Intern: '), decision.internal) : '',
        make('p', { class: 'mute' }, `${colleague(decision.proposedBy)} · ${day(decision.proposedAt)}`),
        own ? make('p', {}, 'Bestätigen muss eine zweite Person.') : confirmation(it, decision, at, again),
        make(
          'p',
          {},
          button(
            'Vorschlag zurücknehmen',
            asked(
              async () => {
                await ask('DELETE', `${at}/decision`);
                await again();
                tell('Der Vorschlag ist zurückgenommen.');
              },
              'Diesen Vorschlag zurücknehmen?',
              'Zurücknehmen',
              own
                ? 'Seine Begründung ist dann weg; Sie können einen neuen machen.'
                : `${colleague(decision.proposedBy)} hat ihn gemacht und bekommt keine Nachricht davon. Seine Begründung ist dann weg.`,
            ),
          ),
        ),
      ),
    ];
  }
  const voting = it.state === 'SUBMITTED' && (!poll || poll.open);
  if (voting || !['SUBMITTED', 'PRESELECTED', 'INTERVIEW_BOOKED', 'INTERVIEWED'].includes(it.state)) return [];
  const possible = it.state === 'INTERVIEWED' ? ['ADMIT', 'DECLINE'] : ['DECLINE'];
  const choice = make('select', {}, ...possible.map((value) => make('option', { value }, choices[value])));
  const reason = make('textarea', { rows: '4', maxlength: '3000' });
  const internal = make('textarea', { rows: '2', maxlength: '3000' });
  const form = make(
    'form',
    { class: 'form', novalidate: true, 'data-prefix': 'decision-' },
    field('choice', 'Entscheidung', choice, { prefix: 'decision-' }),
    field('reason', 'Begründung für die Kommune', reason, { hint: 'Sie steht im Brief.', prefix: 'decision-' }),
    field('internal', 'Interne Begründung', internal, { hint: 'Nur für die Geschäftsstelle; darf leer bleiben.', prefix: 'decision-' }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Entscheidung vorschlagen')),
  );
  onSubmit(form, attempt, async (key) => {
    try {
      await askOnce(key, 'POST', `${at}/decision`, { choice: choice.value, reason: reason.value, internal: internal.value });
    } catch (problem) {
      if (problem.body?.type?.endsWith('#schon-vorgeschlagen')) showOther(problem.body.stored, form, again);
      throw problem;
    }
    await again();
    tell('Vorgeschlagen. Eine zweite Person bestätigt.');
  });
  return [it.state === 'INTERVIEWED' ? form : make('details', {}, make('summary', {}, 'Ablehnung vorschlagen'), form)];
}

/** Two people propose at the same time: the other's proposal stands beside what was typed, which stays. */
function showOther({ choice, reason, internal, proposedBy }, form, again) {
  form.querySelector('.meeting')?.remove();
  form
    .querySelector('.actions')
    .before(
      make(
        'section',
        { class: 'meeting', 'aria-label': 'Gespeicherter Vorschlag' },
        make('h3', {}, 'Gespeicherter Vorschlag'),
        make('p', {}, make('strong', {}, choices[choice]), ` · ${colleague(proposedBy)}`),
        make('blockquote', {}, reason),
        internal ? make('p', { class: 'text' }, make('strong', {}, 'Intern: '), internal) : '',
        make('p', { class: 'mute' }, 'Was Sie geschrieben haben, steht weiter oben und wurde nicht gespeichert.'),
        make('p', {}, button('Zu diesem Vorschlag', again)),
      ),
    );
}

function confirmation(it, decision, at, again) {
  const form = make(
    'form',
    { class: 'form', novalidate: true },
    make('p', { class: 'actions' }, make('button', { class: 'button' }, `${choices[decision.choice]}: bestätigen`)),
  );
  const [question, action] =
    decision.choice === 'ADMIT'
      ? [`${it.municipality} aufnehmen?`, 'Aufnehmen']
      : [`Den Antrag von ${it.municipality} ablehnen?`, 'Ablehnen'];
  return onSubmit(form, attempt, async (key) => {
    if (
      !(await confirmed(
        question,
        action,
        `Der Brief geht gleich hinaus, an ${it.officials.map(({ mail }) => mail).join(', ')}. Zurücknehmen lässt sich das nicht.`,
      ))
    )
      return;
    await askOnce(key, 'POST', `${at}/confirmation`, { version: decision.version });
    await again();
    tell('Die Entscheidung ist bestätigt. Der Brief wird geschrieben und verschickt.');
  });
}

function outcome(at, again) {
  const note = make('textarea', { rows: '4', maxlength: '3000' });
  const result = make(
    'select',
    {},
    make('option', { value: 'HELD' }, 'Es hat stattgefunden'),
    make('option', { value: 'MISSED' }, 'Die Kommune kam nicht'),
  );
  const form = make(
    'form',
    { class: 'form', novalidate: true, 'data-prefix': 'talk-' },
    field('outcome', 'Kennenlerngespräch', result, { prefix: 'talk-' }),
    field('note', 'Notiz', note, { hint: 'Nur für die Geschäftsstelle.', prefix: 'talk-' }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Ergebnis speichern')),
  );
  return onSubmit(form, attempt, async (key) => {
    await askOnce(key, 'POST', `${at}/interview`, { outcome: result.value, note: note.value });
    await again();
    tell('Das Ergebnis ist gespeichert.');
  });
}

function correction(it, at, again) {
  if (it.correction) {
    return make(
      'div',
      { class: 'note flow' },
      make('p', {}, make('strong', {}, `Berichtigung erbeten bis ${day(it.correction.until)}`)),
      make('ul', {}, ...it.correction.fields.map((name) => make('li', {}, nameOf(name)))),
      make('blockquote', {}, it.correction.reason),
    );
  }
  if (!['SUBMITTED', 'PRESELECTED', 'INTERVIEWED'].includes(it.state)) return '';
  const reason = make('textarea', { rows: '3', maxlength: '3000' });
  const boxes = correctable.map((name) =>
    make(
      'div',
      { class: 'kern-form-check' },
      make('input', { class: 'kern-form-check__checkbox', type: 'checkbox', id: `c-${name}`, value: name }),
      make('label', { class: 'kern-label', for: `c-${name}` }, nameOf(name)),
    ),
  );
  const form = make(
    'form',
    { class: 'form', novalidate: true },
    make(
      'fieldset',
      { class: 'kern-fieldset', id: 'f-fields', tabindex: '-1' },
      make('legend', { class: 'kern-label' }, 'Welche Angaben?'),
      make('div', { class: 'kern-fieldset__body' }, ...boxes),
    ),
    field('reason', 'Was und warum?', reason),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Um Berichtigung bitten')),
  );
  onSubmit(form, attempt, async (key) => {
    const fields = [...form.elements].filter(({ type, checked }) => type === 'checkbox' && checked).map(({ value }) => value);
    await askOnce(key, 'POST', `${at}/correction`, { fields, reason: reason.value });
    await again();
    tell('Die Kommune ist um Berichtigung gebeten.');
  });
  return make('details', {}, make('summary', {}, 'Um Berichtigung bitten'), form);
}

function documentList(documents, at) {
  if (documents.length === 0) return [make('p', { class: 'mute' }, 'Noch keine Dokumente.')];
  return [
    make(
      'ul',
      { class: 'files' },
      ...documents.map((document) =>
        documentLine(
          document,
          documentStates,
          ...(document.state === 'ACCEPTED'
            ? [
                button(
                  'Speichern',
                  async () => {
                    location.href = (await ask('GET', `${at}/documents/${document.id}`)).url;
                  },
                  { 'aria-label': `${document.name}: Speichern` },
                ),
              ]
            : []),
        ),
      ),
    ),
  ];
}

function mailList(mails, at, again) {
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
function reading(at, { to, occasion, state }, again) {
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

function letter({ to, subject, text, attachments, calendar, state }, at, again) {
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

async function history(it) {
  const wrong = await broken(it.steps);
  return [
    make(
      'p',
      { class: wrong ? 'error' : 'mute', 'data-chain': wrong ? 'broken' : 'whole' },
      wrong
        ? `Achtung: Der Verlauf stimmt ab Schritt ${wrong} nicht mehr mit seiner Prüfsumme überein. Er wurde nachträglich verändert.`
        : `Geprüft: Alle ${it.steps.length} Schritte stimmen mit ihrer Prüfsummenkette überein.`,
    ),
    make(
      'ol',
      { class: 'history' },
      ...it.steps
        .toReversed()
        .map(({ number, at, who, why, hash }) =>
          make(
            'li',
            {},
            make('span', {}, `${number}. ${why[0].toUpperCase()}${why.slice(1)}`),
            make('code', { title: hash }, hash.slice(0, 8)),
            make('span', { class: 'mute' }, `${from(it, who)} · `, time(at)),
          ),
        ),
    ),
  ];
}

function taskList(it, at, again) {
  const due = make('input', { type: 'date' });
  const text = make('input', { type: 'text', maxlength: '200' });
  const owner = owners('');
  const form = onSubmit(
    make(
      'form',
      { class: 'form', novalidate: true, 'data-prefix': 'task-' },
      field('text', 'Was ist zu tun?', text, { prefix: 'task-' }),
      field('due', 'Bis wann?', due, { prefix: 'task-' }),
      field('owner', 'Wer?', owner, { prefix: 'task-' }),
      make('p', { class: 'actions' }, make('button', { class: 'button quiet' }, 'Aufgabe anlegen')),
    ),
    attempt,
    async (key) => {
      await askOnce(key, 'POST', `${at}/tasks`, { text: text.value, due: due.value, owner: owner.value });
      await again();
      tell('Die Aufgabe ist angelegt.');
    },
  );
  const list = it.tasks.toSorted((a, b) => Number(Boolean(a.doneAt)) - Number(Boolean(b.doneAt)) || a.due.localeCompare(b.due));
  return [
    list.length ? make('ul', { class: 'tasks' }, ...list.map((task) => taskLine(task, again, false))) : '',
    make('details', {}, make('summary', {}, 'Neue Aufgabe'), form),
  ];
}

function notes(it, at, again) {
  const area = make('textarea', { rows: '3', maxlength: '3000' });
  const form = onSubmit(
    make(
      'form',
      { class: 'form', novalidate: true, 'data-prefix': 'note-' },
      field('text', 'Notiz für die Geschäftsstelle', area, { hint: 'Die Kommune sieht sie nicht.', prefix: 'note-' }),
      make('p', { class: 'actions' }, make('button', { class: 'button quiet' }, 'Notiz speichern')),
    ),
    attempt,
    async (key) => {
      await askOnce(key, 'POST', `${at}/notes`, { text: area.value });
      await again();
      tell('Die Notiz ist gespeichert.');
    },
  );
  const lines = (page) =>
    page.notes.map(({ at: when, who, text }) =>
      make('li', {}, make('p', { class: 'mute' }, `${colleague(who)} · `, time(when)), make('p', { class: 'text' }, text)),
    );
  const load = (before) => ask('GET', `${at}/notes?before=${encodeURIComponent(before)}`);
  return [withEarlier(make('ul', { class: 'messages' }, ...lines(it)), it.earlierNotes, { attempt, load, lines }), form];
}
