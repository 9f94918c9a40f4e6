import { field } from '../control.js';
import { make, one } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { meeting } from './concurrent-edit.js';
import { topics } from './profile-parts.js';
import { gallery, MOST_PICTURES } from './profile-pictures.js';
import { askApi } from './session.js';
import { attempt } from './view.js';

/** What a municipality can tell about itself. */

const MOST_PROJECTS = 6;

export const none = { text: '', website: '', topics: {}, projects: [], contact: {}, pictures: [], membersOnly: { contact: true } };

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

export function form(it, now, documents, go) {
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
