import { make } from '../dom.js';
import { tell } from '../submit.js';
import { day } from '../words.js';
import { form, none } from './profile-form.js';
import { part, parts } from './profile-parts.js';
import { askApi } from './session.js';
import { button, section } from './view.js';

/** What the own municipality tells about itself. */
export async function profile(go) {
  const [it, { documents }] = await Promise.all([askApi('GET', '/member/profile'), askApi('GET', '/member/pictures')]);
  return [
    make(
      'p',
      { class: 'kicker' },
      `${it.land} · ${it.ambassador ? 'Botschafterin' : 'Mitglied'}${it.since ? ` seit ${day(it.since)}` : ''}`,
    ),
    make('h1', { tabindex: '-1' }, `Profil: ${it.municipality}`),
    standing(it),
    make(
      'div',
      { class: 'desk' },
      make('div', {}, section('Profil schreiben', form(it, it.proposed ?? it.profile ?? none, documents, go))),
      make(
        'div',
        {},
        section(
          'Veröffentlicht',
          ...(it.profile
            ? parts(it.profile, documents)
            : [
                make(
                  'p',
                  {},
                  it.withdrawn
                    ? 'Nichts: Sie haben das Profil zurückgezogen.'
                    : 'Noch nichts; bisher stehen nur Name und Land auf der Seite.',
                ),
              ]),
        ),
        it.withdrawn
          ? ''
          : section(
              'Zurückziehen',
              make('p', {}, 'Ihre Kommune verschwindet dann von der Seite, der Karte und aus allen Listen. Mitglied bleibt sie.'),
              confirming('Profil zurückziehen', 'Wirklich zurückziehen', async () => {
                await askApi('DELETE', '/member/profile');
                await go();
                tell('Zurückgezogen. In wenigen Augenblicken ist nichts mehr zu sehen.');
              }),
            ),
      ),
    ),
  ];
}

const standing = ({ proposed, proposedAt, publishedAt, profile: published, ags, withdrawn }) =>
  make(
    'p',
    {},
    proposed
      ? make('span', { class: 'state part' }, `Vorschlag vom ${day(proposedAt)} wartet auf die Geschäftsstelle`)
      : make(
          'span',
          { class: `state ${published ? 'done' : ''}` },
          published ? `veröffentlicht am ${day(publishedAt)}` : 'noch kein Profil',
        ),
    ' ',
    withdrawn ? '' : make('a', { href: `/mitglieder/${ags}/` }, 'Öffentliche Seite ansehen'),
  );

/** What cannot be taken back is asked twice. */
function confirming(first, second, work) {
  const sure = button(second, work, { hidden: true });
  const ask = make('button', { type: 'button', class: 'button quiet' }, first);
  ask.addEventListener('click', () => {
    ask.hidden = true;
    sure.hidden = false;
    sure.focus();
  });
  return make('p', { class: 'actions' }, ask, sure);
}

/** What members show each other. */
export async function directory() {
  const { members } = await askApi('GET', '/member/directory');
  return [
    make('h1', { tabindex: '-1' }, `Mitglieder (${members.length})`),
    make('p', {}, 'Auch was nur Mitglieder sehen: Kontakte für den kurzen Draht.'),
    ...members.map((member) =>
      make(
        'details',
        { class: 'piece' },
        make('summary', {}, `${member.municipality} (${member.land})`, member.ambassador ? ' · Botschafterin' : ''),
        ...(member.profile
          ? ['text', 'topics', 'projects', 'contact', 'website'].map((name) => part(name, member.profile, [], 'h2'))
          : [make('p', { class: 'mute' }, 'Noch kein Profil.')]),
      ),
    ),
  ];
}
