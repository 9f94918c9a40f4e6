import { field } from '../control.js';
import { make } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { day } from '../words.js';
import { asked, confirmed } from './dialog.js';
import { reasoned } from './payment.js';
import { labels, part, parts, same } from './profile-parts.js';
import { ask, askOnce } from './session.js';
import { attempt, button, section } from './view.js';

/** One member: what it proposes beside what is published. */
export async function member(ags, go) {
  const at = `/members/${encodeURIComponent(ags)}`;
  const [it, { documents }] = await Promise.all([ask('GET', at), ask('GET', `${at}/pictures`)]);
  const again = async (words) => {
    await go();
    tell(words);
  };
  const mails = make('textarea', { rows: '4' });
  mails.value = it.mails.join('\n');
  const people = onSubmit(
    make(
      'form',
      { class: 'form', novalidate: true },
      field('mails', 'Wer kann sich anmelden?', mails, {
        hint: 'Eine E-Mail-Adresse je Zeile. Wer neu ist, bekommt einen Zugang und wird begrüßt; wer fehlt, verliert ihn.',
      }),
      make('p', { class: 'actions' }, make('button', { class: 'button quiet' }, 'Speichern')),
    ),
    attempt,
    async () => {
      const typed = mails.value
        .split('\n')
        .map((mail) => mail.trim())
        .filter(Boolean);
      const gone = it.mails.filter((mail) => !typed.some((one) => one.toLowerCase() === mail.toLowerCase()));
      if (
        typed.length
        && gone.length
        && !(await confirmed(
          'Zugang nehmen?',
          'Speichern',
          `${gone.join(', ')} ${gone.length === 1 ? 'kann' : 'können'} sich dann nicht mehr für ${it.municipality} anmelden.`,
        ))
      )
        return;
      await ask('PUT', `${at}/people`, { mails: typed.map((mail) => ({ mail })) });
      await again('Gespeichert.');
    },
  );
  return [
    make('p', { class: 'kicker' }, `${it.land} · AGS ${it.ags}${it.since ? ` · Mitglied seit ${day(it.since)}` : ''}`),
    make('h1', { tabindex: '-1' }, it.municipality),
    make('p', {}, it.withdrawn ? 'Das Profil ist zurückgezogen.' : make('a', { href: `/mitglieder/${it.ags}/` }, 'Öffentliche Seite')),
    make(
      'div',
      { class: 'desk' },
      make(
        'div',
        {},
        make(
          'section',
          { class: 'flow' },
          ...(it.proposed
            ? proposal(it, documents, at, again)
            : [make('h2', {}, 'Profil'), ...(it.profile ? parts(it.profile, documents) : [make('p', {}, 'Noch keines.')])]),
        ),
      ),
      make(
        'div',
        {},
        section(
          'Starke Orte Plus',
          make('p', {}, it.ambassador ? 'Diese Kommune ist Botschafterin.' : 'Diese Kommune ist keine Botschafterin.'),
          ambassador(it, at, again),
        ),
        section('Personen', people),
      ),
    ),
  ];
}

/** Everybody sees it on the map and on the member's page: so it is asked. */
export function ambassador(it, at, again) {
  const [label, question, says] = it.ambassador
    ? [
        'Nicht mehr Botschafterin',
        `Ist ${it.municipality} nicht mehr Botschafterin?`,
        'Auf der Website steht die Kommune dann ohne diese Auszeichnung. Sie bekommt keine Nachricht davon.',
      ]
    : [
        'Zur Botschafterin machen',
        `${it.municipality} zur Botschafterin machen?`,
        'Auf der Website steht es, sobald Sie es bestätigen. Die Kommune bekommt keine Nachricht davon.',
      ];
  return button(
    label,
    asked(
      async () => {
        await ask('PUT', `${at}/ambassador`, { ambassador: !it.ambassador });
        await again('Gespeichert.');
      },
      question,
      label,
      says,
    ),
  );
}

/** Only what changes is shown side by side; the rest is one line. */
function proposal(it, documents, at, again) {
  const before = it.profile ?? { text: '', website: '', topics: {}, projects: [], contact: {}, pictures: [], membersOnly: {} };
  const changed = Object.keys(labels).filter((name) => !same(name, before, it.proposed));
  const unchanged = Object.keys(labels).filter((name) => !changed.includes(name));
  const approving = onSubmit(
    make(
      'form',
      { class: 'form', novalidate: true },
      make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Freigeben und veröffentlichen')),
    ),
    attempt,
    async (key) => {
      await askOnce(key, 'POST', `${at}/approval`, { version: it.version });
      await again('Freigegeben. In wenigen Augenblicken ist es zu sehen.');
    },
  );
  return [
    make('h2', {}, `Vorschlag vom ${day(it.proposedAt)}`),
    ...(changed.length
      ? changed.map((name) =>
          make(
            'div',
            { class: 'versions' },
            make('div', {}, make('p', { class: 'mute' }, 'Veröffentlicht'), part(name, before, documents)),
            make('div', {}, make('p', { class: 'mute' }, 'Vorschlag'), part(name, it.proposed, documents)),
          ),
        )
      : [make('p', {}, 'Nichts ist anders als veröffentlicht.')]),
    unchanged.length ? make('p', { class: 'mute' }, `Unverändert: ${unchanged.map((name) => labels[name]).join(', ')}.`) : '',
    approving,
    make(
      'details',
      {},
      make('summary', {}, 'Zurückgeben'),
      reasoned(
        'rejection',
        'reason',
        'Zurückgeben',
        'Was soll geändert werden?',
        'Die Kommune liest es in einer E-Mail.',
        async (key, reason) => {
          await askOnce(key, 'POST', `${at}/rejection`, { version: it.version, reason });
          await again('Zurückgegeben.');
        },
      ),
    ),
  ];
}
