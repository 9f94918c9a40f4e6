import { corrections, sections } from '../answers.js';
import { field } from '../control.js';
import { make } from '../dom.js';
import { documentLine } from '../dossier-parts.js';
import { onSubmit, tell } from '../submit.js';
import { day, states, time } from '../words.js';
import { overwriting } from './concurrent-edit.js';
import { decide, decided } from './dossier-decision.js';
import { mailList } from './dossier-mails.js';
import { from, messages, notes } from './dossier-messages.js';
import { correction, nextStep, talk } from './dossier-steps.js';
import { broken } from './history-check.js';
import { collect, paying } from './payment.js';
import { forOffice } from './preselection.js';
import { ask, askOnce } from './session.js';
import { line as taskLine } from './tasks.js';
import { attempt, button, colleague, isNarrow, owners } from './view.js';

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
        await ask('PUT', `${at}/owner`, { ...wanted, seen }).catch((problem) => {
          stored = problem.body?.stored?.owner ?? stored;
          throw problem;
        });
        stored = wanted.owner;
      };
      const saved = await overwriting({ owner: stored }, wanted, put, ({ owner }) => (owner ? colleague(owner) : 'niemand'));
      who.value = stored;
      tell(!saved ? 'Es bleibt, wie es war.' : stored ? 'Die Zuständigkeit ist gespeichert.' : 'Niemand ist mehr zuständig.');
    }),
  );
  return field('owner', 'Zuständig', who);
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
