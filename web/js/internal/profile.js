import { newKey } from '../api.js';
import { field } from '../control.js';
import { make, one } from '../dom.js';
import { transfer } from '../post-file.js';
import { onSubmit, tell } from '../submit.js';
import { day } from '../words.js';
import { meeting } from './concurrent-edit.js';
import { part, parts, topics } from './profile-parts.js';
import { askApi, askApiOnce } from './session.js';
import { attempt, button } from './view.js';

const MOST_PICTURES = 5;
const MOST_PROJECTS = 6;
const LOOK_AGAIN = [500, 1000, 1000, 2000, 5000, 10_000, 30_000];
const none = { text: '', website: '', topics: {}, projects: [], contact: {}, pictures: [], membersOnly: { contact: true } };

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
      make(
        'div',
        {},
        make('section', { class: 'flow' }, make('h2', {}, 'Profil schreiben'), form(it, it.proposed ?? it.profile ?? none, documents, go)),
      ),
      make(
        'div',
        {},
        make(
          'section',
          { class: 'flow' },
          make('h2', {}, 'Veröffentlicht'),
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
          : make(
              'section',
              { class: 'flow' },
              make('h2', {}, 'Zurückziehen'),
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

function check(name, label, checked) {
  return make(
    'div',
    { class: 'kern-form-check' },
    make('input', { class: 'kern-form-check__checkbox', type: 'checkbox', id: `f-${name}`, name, checked }),
    make('label', { class: 'kern-label', for: `f-${name}` }, label),
  );
}

const onlyMembers = (name, now) => check(`membersOnly.${name}`, 'Nur für Mitglieder sichtbar', now.membersOnly[name]);
const group = (id, legend, ...content) =>
  make(
    'fieldset',
    { class: 'kern-fieldset', id: `f-${id}`, tabindex: '-1' },
    make('legend', { class: 'kern-label' }, legend),
    make('div', { class: 'kern-fieldset__body' }, ...content),
  );

function form(it, now, documents, go) {
  const text = make('textarea', { rows: '8', maxlength: '3000' });
  text.value = now.text;
  const website = make('input', { type: 'url', maxlength: '300', value: now.website });
  /** @type {Record<string, [string, HTMLInputElement]>} */
  const contact = Object.fromEntries(
    Object.entries({ name: 'Name', office: 'Amt oder Aufgabe', mail: 'E-Mail', phone: 'Telefon' }).map(([name, label]) => [
      name,
      [label, make('input', { type: name === 'mail' ? 'email' : 'text', value: now.contact[name] ?? '' })],
    ]),
  );
  const projects = lines('projects', now.projects, MOST_PROJECTS, 'Vorhaben', 'Vorhaben hinzufügen', (project, at) => {
    const title = make('input', { type: 'text', maxlength: '150', value: project.title ?? '' });
    const words = make('textarea', { rows: '3', maxlength: '1000' });
    words.value = project.text ?? '';
    return {
      parts: [field(`projects.${at}.title`, 'Name des Vorhabens', title), field(`projects.${at}.text`, 'Worum geht es?', words)],
      value: () => ({ title: title.value, text: words.value }),
    };
  });
  const pictures = gallery(now.pictures, documents);
  const made = make(
    'form',
    { class: 'form', novalidate: true },
    field('text', 'Über Ihre Kommune', text, { hint: 'Was treibt Sie an, was haben Sie vor? Ein paar Absätze genügen.' }),
    onlyMembers('text', now),
    field('website', 'Adresse Ihrer Website', website, { hint: 'Zum Beispiel https://www.kommune.de' }),
    onlyMembers('website', now),
    group(
      'topics',
      'Womit haben Sie Erfahrung?',
      ...Object.entries(topics).map(([name, label]) => check(`topics.${name}`, label, now.topics[name])),
    ),
    onlyMembers('topics', now),
    group('projects', 'Vorhaben', projects.element),
    onlyMembers('projects', now),
    group('pictures', `Bilder (höchstens ${MOST_PICTURES})`, pictures.element),
    onlyMembers('pictures', now),
    group(
      'contact',
      'Wen können andere fragen?',
      ...Object.entries(contact).map(([name, [label, input]]) => field(`contact.${name}`, label, input)),
    ),
    onlyMembers('contact', now),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Zur Veröffentlichung vorschlagen')),
  );
  made.addEventListener('restore', ({ detail: { count, typed } }) => {
    projects.resize(count('projects'));
    pictures.choose(typed['f-pictures-chosen'].split(' ').filter(Boolean));
  });
  const saving = meeting(made, async () => {
    const [newest, { documents: all }] = await Promise.all([askApi('GET', '/member/profile'), askApi('GET', '/member/pictures')]);
    const theirs = newest.proposed ?? newest.profile ?? none;
    pictures.add(theirs.pictures, all);
    return {
      form: form(newest, theirs, all, go),
      adopt: () => {
        it.version = newest.version;
      },
    };
  });
  return onSubmit(made, attempt, () =>
    saving(async () => {
      const flags = (prefix) =>
        Object.fromEntries(
          [...made.elements]
            .filter(({ name }) => name?.startsWith(`${prefix}.`))
            .map(({ name, checked }) => [name.slice(prefix.length + 1), checked]),
        );
      await askApi('PUT', '/member/profile', {
        version: it.version,
        text: text.value,
        website: website.value.trim(),
        topics: flags('topics'),
        projects: projects.value(),
        pictures: pictures.value(),
        contact: Object.fromEntries(Object.entries(contact).map(([name, [, input]]) => [name, input.value.trim()])),
        membersOnly: flags('membersOnly'),
      });
      await go();
      tell('Vorgeschlagen. Die Geschäftsstelle sieht es sich an; dann erscheint es auf der Seite.');
    }),
  );
}

/** Several groups of fields, which can be added and taken away. */
function lines(id, given, most, label, addLabel, fieldsOf) {
  let current = given.map((entry) => entry);
  let shown = [];
  const list = make('div', { class: 'flow' });
  const add = make('button', { type: 'button', class: 'link-button' }, addLabel);
  const draw = () => {
    shown = current.map((entry, at) => fieldsOf(entry, at));
    list.replaceChildren(
      ...shown.map(({ parts: content }, at) => {
        const remove = make('button', { type: 'button', class: 'link-button', 'aria-label': `${label} ${at + 1} entfernen` }, 'Entfernen');
        remove.addEventListener('click', () => {
          current = value().filter((_, other) => other !== at);
          draw();
          add.focus();
        });
        return make('div', { class: 'piece' }, ...content, remove);
      }),
    );
    add.hidden = current.length >= most;
    list.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const value = () => shown.map((line) => line.value());
  const resize = (length) => {
    const before = value();
    current = Array.from({ length }, (_, at) => before[at] ?? {});
    draw();
  };
  add.addEventListener('click', () => {
    current = [...value(), {}];
    draw();
    one('input', list.lastElementChild).focus();
  });
  draw();
  return { element: make('div', { id: `g-${id}` }, list, add), value, resize };
}

/** Pictures: sent at once, checked by the server, described here. */
function gallery(given, documents) {
  const known = new Map(documents.map((document) => [document.id, document]));
  let current = given.filter(({ id }) => known.has(id));
  let alts = [];
  const list = make('div', { class: 'flow' });
  const words = make('p', { class: 'mute', role: 'status' });
  const input = make('input', { type: 'file', accept: 'image/jpeg,image/png' });
  const chosen = make('input', { type: 'hidden', id: 'f-pictures-chosen' });
  const draw = () => {
    alts = current.map(({ alt }) => make('input', { type: 'text', maxlength: '300', value: alt ?? '' }));
    list.replaceChildren(
      ...current.map(({ id }, at) => {
        const { name, url, state, refusal } = known.get(id);
        return make(
          'div',
          { class: 'piece' },
          state === 'ACCEPTED'
            ? make('img', { src: url, alt: '', width: '160' })
            : make('p', { class: 'mute' }, refusal ?? `${name} wird geprüft.`),
          field(`pictures.${at}.alt`, `Was ist auf „${name}“ zu sehen?`, alts[at], {
            hint: 'Ein Satz für alle, die das Bild nicht sehen.',
          }),
          button(
            'Entfernen',
            async () => {
              current = value().filter((_, other) => other !== at);
              draw();
            },
            { 'aria-label': `${name} entfernen` },
          ),
        );
      }),
    );
    input.closest('div').hidden = current.length >= MOST_PICTURES;
    chosen.value = current.map(({ id }) => id).join(' ');
    list.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const value = () => current.map(({ id }, at) => ({ id, alt: alts[at].value }));
  input.addEventListener('change', () =>
    attempt(async () => {
      const [file] = input.files ?? [];
      if (!file) return;
      words.textContent = `${file.name} wird hochgeladen.`;
      try {
        const { document, upload } = await askApiOnce(newKey(), 'POST', '/member/pictures', {
          name: file.name.normalize('NFC'),
          type: file.type,
          size: file.size,
        });
        await transfer(file, upload, () => {});
        const checked = await look(document.id);
        known.set(document.id, checked);
        words.textContent =
          checked.state === 'ACCEPTED'
            ? `${file.name} ist da. Beschreiben Sie es noch.`
            : `${file.name}: ${checked.refusal ?? 'wird noch geprüft; laden Sie die Seite später neu.'}`;
        if (checked.state === 'ACCEPTED') {
          current = [...value(), { id: document.id, alt: '' }];
          draw();
          alts.at(-1).focus();
        }
      } finally {
        input.value = '';
        if (words.textContent.endsWith('wird hochgeladen.')) words.textContent = '';
      }
    }),
  );
  const choose = (ids) => {
    const before = value();
    current = ids.filter((id) => known.has(id)).map((id) => before.find((one) => one.id === id) ?? { id, alt: '' });
    draw();
  };
  const element = make(
    'div',
    {},
    list,
    chosen,
    make(
      'div',
      {},
      field('picture', 'Bild hinzufügen', input, { hint: 'JPEG oder PNG, höchstens 25 MB. Ort und Zeit der Aufnahme entfernen wir.' }),
    ),
    words,
  );
  draw();
  /** Pictures that somebody else has put in meanwhile. */
  const add = (others, all) => {
    all.forEach((document) => known.set(document.id, document));
    const mine = value();
    current = [...mine, ...others.filter(({ id }) => known.has(id) && !mine.some((one) => one.id === id))];
    draw();
  };
  return { element, value, choose, add };
}

async function look(id) {
  let found;
  for (const wait of LOOK_AGAIN) {
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    found = (await askApi('GET', '/member/pictures')).documents.find((one) => one.id === id);
    if (found.state !== 'AWAITED') break;
  }
  return found;
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
