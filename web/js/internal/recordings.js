import { field } from '../control.js';
import { all, make, one } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { day, longDay, size } from '../words.js';
import { meeting } from './concurrent-edit.js';
import { player } from './player.js';
import { place } from './recording-upload.js';
import { ask, askOnce } from './session.js';
import { attempt, button, link } from './view.js';

/** What the office keeps of events: every recording, with what is still missing. */
export async function recordings(go) {
  const { recordings: list, events } = await ask('GET', '/recordings');
  const title = make('input', { type: 'text', maxlength: '150' });
  const choice = make(
    'select',
    {},
    make('option', { value: '' }, 'Bitte wählen'),
    ...events.map(({ id, title: name, start }) => make('option', { value: id, 'data-title': name }, `${name}, ${day(start)}`)),
  );
  choice.addEventListener('change', () => {
    if (!title.value || all('option', choice).some(({ dataset }) => dataset.title === title.value))
      title.value = choice.selectedOptions[0].dataset.title ?? '';
  });
  const form = onSubmit(
    make(
      'form',
      { class: 'form', novalidate: true, 'data-prefix': 'new-' },
      field('event', 'Wovon?', choice, {
        prefix: 'new-',
        hint:
          'Was zeitlich am nächsten liegt, steht oben. Eine frühere Veranstaltung tragen Sie zuerst unter '
          + '„Veranstaltungen“ als vergangen ein.',
      }),
      field('title', 'Titel', title, { prefix: 'new-' }),
      make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Anlegen')),
    ),
    attempt,
    async (key) => {
      const { id } = await askOnce(key, 'POST', '/recordings', {
        event: choice.value,
        title: title.value.trim(),
        text: '',
        keepUntil: '',
        speakers: [],
      });
      await go(`?aufzeichnung=${id}`);
      tell('Angelegt. Laden Sie jetzt das Video hoch.');
    },
  );
  return [
    make('h1', { tabindex: '-1' }, 'Aufzeichnungen'),
    list.length ? make('ul', { class: 'history' }, ...list.map(line)) : make('p', {}, 'Noch keine.'),
    make('section', { class: 'flow' }, make('h2', {}, 'Neue Aufzeichnung'), form),
  ];
}

const line = (it) =>
  make(
    'li',
    {},
    link(`?aufzeichnung=${it.id}`, it.title),
    badge(it),
    make(
      'span',
      { class: 'mute' },
      `${it.event.title} · ${day(it.event.start)}${open(it).length ? ` · Es fehlt: ${open(it).join(', ')}` : ''}`,
    ),
  );

const badge = (it) => make('span', { class: `state ${it.shown ? 'done' : ''}` }, it.shown ? 'für Mitglieder sichtbar' : 'nicht sichtbar');

const arrived = (material) => material && ['ARRIVED', 'ARCHIVED'].includes(material.state);

/** What it lacks, in words. */
const open = (it) => [
  ...(arrived(it.video) || arrived(it.slides) ? [] : ['Video oder Folien']),
  ...(arrived(it.video) && !it.captions ? ['Untertitel'] : []),
  ...(it.consented ? [] : ['Einwilligungen']),
  ...(it.released ? [] : ['Freigabe']),
];

/** What happens next, and when. */
function standing(it) {
  if (it.shown) return `Mitglieder sehen sie bis ${day(it.lastDay)}.`;
  if (it.lastDay < new Date().toISOString().slice(0, 10))
    return 'Nach der Regel wäre sie schon gelöscht. Tragen Sie bei „Länger behalten bis“ ein, wie lange Mitglieder sie sehen sollen.';
  if (!it.released) return 'Niemand außer der Geschäftsstelle sieht sie.';
  if (!it.over) return 'Freigegeben. Sie kommt ins Archiv, wenn die Veranstaltung vorbei ist.';
  return arrived(it.video) || arrived(it.slides)
    ? 'Freigegeben. Sie kommt in der nächsten Nacht ins Archiv; dann erfahren es die Mitglieder.'
    : 'Freigegeben, aber es ist noch nichts hochgeladen.';
}

/** One recording: its files, who is in it, and what can be done with it. */
export async function recording(id, show, go) {
  const it = await ask('GET', `/recordings/${encodeURIComponent(id)}`);
  const at = `/recordings/${it.id}`;
  const changed = async (words) => {
    await show();
    tell(words);
  };
  const act = (text, method, words, quiet) =>
    button(
      text,
      async () => {
        await ask(method, `${at}/release`);
        await changed(words);
      },
      { class: quiet ? 'link-button' : 'button' },
    );
  const missing = open(it);
  return [
    make('p', { class: 'kicker' }, 'Aufzeichnung'),
    make('h1', { tabindex: '-1' }, it.title),
    make('p', {}, badge(it), ` ${it.event.title}, ${longDay(it.event.start)}`),
    make(
      'div',
      { class: 'desk' },
      make(
        'div',
        { class: 'next' },
        make(
          'section',
          { class: 'flow' },
          make('h2', {}, 'Nächster Schritt'),
          missing.length ? make('p', {}, `Es fehlt: ${missing.join(', ')}.`) : '',
          make('p', {}, standing(it)),
          it.released
            ? act('Freigabe zurücknehmen', 'DELETE', 'Niemand außer der Geschäftsstelle sieht sie jetzt.', true)
            : act('Für Mitglieder freigeben', 'POST', 'Freigegeben.'),
        ),
        it.videoUrl || it.slidesUrl
          ? make(
              'section',
              { class: 'flow' },
              make('h2', {}, 'Ansehen'),
              it.videoUrl ? player(it, { renew: () => ask('GET', at) }) : '',
              it.slidesUrl ? make('p', {}, make('a', { href: it.slidesUrl }, `Folien (PDF, ${size(it.slides.size)})`)) : '',
            )
          : '',
      ),
      make(
        'div',
        { class: 'main' },
        make(
          'section',
          { class: 'flow' },
          make('h2', {}, 'Dateien'),
          place(it, 'video', changed),
          place(it, 'slides', changed),
          track(it, 'captions', changed),
          track(it, 'chapters', changed),
        ),
        make('section', { class: 'flow' }, make('h2', {}, 'Angaben und Einwilligungen'), details(it, changed)),
      ),
      make(
        'div',
        { class: 'side' },
        make(
          'section',
          { class: 'flow' },
          make('h2', {}, 'Löschen'),
          make('p', {}, `Ohne Ihr Zutun wird sie nach dem ${day(it.lastDay)} gelöscht; 30 Tage vorher bekommen Sie eine Mail.`),
          make(
            'details',
            {},
            make('summary', {}, 'Jetzt löschen'),
            make('p', {}, 'Sie ist dann sofort für niemanden mehr da. Die Dateien verschwinden in der nächsten Nacht.'),
            button('Endgültig löschen', async () => {
              await ask('DELETE', at);
              await go('?ansicht=aufzeichnungen');
              tell('Gelöscht.');
            }),
          ),
        ),
      ),
    ),
  ];
}

const tracks = {
  captions: {
    label: 'Untertitel',
    hint: 'Als WebVTT (.vtt), geprüft Zeile für Zeile. Die meisten Videodienste und Schnittprogramme speichern das Format.',
    done: 'Untertitel: geprüft und gespeichert.',
  },
  chapters: {
    label: 'Kapitel',
    hint: 'Als WebVTT (.vtt): je Kapitel Beginn, Ende und ein Titel in einer Zeile.',
    done: 'Kapitel: geprüft und gespeichert.',
  },
};

/** What runs beside the video. */
function track(it, kind, changed) {
  const { label, hint, done } = tracks[kind];
  const at = `/recordings/${it.id}/tracks/${kind}`;
  const input = make('input', { type: 'file', accept: '.vtt,text/vtt' });
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    const went =
      file
      && (await attempt(async () => {
        await ask('PUT', at, { vtt: await file.text() });
        await changed(done);
      }, `${kind}-`));
    // The same file, mended, can be chosen again.
    if (!went) input.value = '';
  });
  const picker = field('vtt', it[kind] ? `Andere ${label} auswählen` : `${label} auswählen`, input, { hint, prefix: `${kind}-` });
  return make(
    'section',
    { class: 'flow file', 'aria-label': label },
    make('h3', {}, label),
    ...(it[kind]
      ? [
          make('p', {}, make('span', { class: 'state done' }, 'vorhanden')),
          make(
            'details',
            {},
            make('summary', {}, 'Ersetzen oder entfernen'),
            picker,
            button(`${label} entfernen`, async () => {
              await ask('DELETE', at);
              await changed(`${label}: entfernt.`);
            }),
          ),
        ]
      : [picker]),
  );
}

/** What is said of it, and who is in it. */
function details(it, changed) {
  const prefix = 'recording-';
  const title = make('input', { type: 'text', maxlength: '150', value: it.title });
  const text = make('textarea', { rows: '4', maxlength: '3000' });
  text.value = it.text;
  const until = make('input', { type: 'date', value: it.keepUntil });
  const people = make('div', { class: 'flow' });
  const add = button(
    'Weitere Person',
    () => {
      show([...read(), {}]);
      one('input', people.lastElementChild).focus();
    },
    { class: 'button quiet' },
  );

  const person = (speaker, i) =>
    make(
      'fieldset',
      { class: 'kern-fieldset' },
      make('legend', { class: 'kern-label' }, speaker.name || `Person ${i + 1}`),
      make(
        'div',
        { class: 'kern-fieldset__body' },
        field(`speakers.${i}.name`, 'Name', make('input', { type: 'text', maxlength: '100', value: speaker.name ?? '' }), { prefix }),
        field(`speakers.${i}.office`, 'Amt oder Haus', make('input', { type: 'text', maxlength: '150', value: speaker.office ?? '' }), {
          prefix,
          hint: 'Darf leer bleiben.',
        }),
        field(`speakers.${i}.consentOn`, 'Einwilligung vom', make('input', { type: 'date', value: speaker.consentOn ?? '' }), {
          prefix,
          hint: 'Leer, solange keine vorliegt.',
        }),
        field(
          `speakers.${i}.consentIn`,
          'Abgelegt unter',
          make('input', { type: 'text', maxlength: '200', value: speaker.consentIn ?? '' }),
          { prefix, hint: 'Wo man sie findet, zum Beispiel „Ordner Einwilligungen 2026, Nr. 12“.' },
        ),
        make(
          'p',
          {},
          button(
            'Person entfernen',
            () => {
              show(read().toSpliced(i, 1));
              (one('input', people) ?? add).focus();
            },
            { 'aria-label': `${speaker.name || `Person ${i + 1}`} entfernen` },
          ),
        ),
      ),
    );
  const show = (list) => {
    people.replaceChildren(...list.map(person));
    people.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const form = make('form', { class: 'form', novalidate: true, 'data-prefix': prefix });
  const read = () =>
    all('fieldset', people).map((_, i) =>
      Object.fromEntries(
        ['name', 'office', 'consentOn', 'consentIn'].map((name) => [name, form.elements[`speakers.${i}.${name}`].value.trim()]),
      ),
    );
  form.append(
    field('title', 'Titel', title, { prefix }),
    field('text', 'Worum geht es?', text, { prefix, hint: 'Mitglieder lesen es in der Übersicht.' }),
    make('h3', {}, 'Wer zu sehen oder zu hören ist'),
    make(
      'p',
      { class: 'mute' },
      'Erst wenn alle eingewilligt haben, lässt sich die Aufzeichnung freigeben. Widerruft jemand, leeren Sie Tag und '
        + 'Ablage der Einwilligung und speichern: Sie ist dann sofort für niemanden mehr zu sehen.',
    ),
    people,
    make('p', {}, add),
    field('keepUntil', 'Länger behalten bis', until, { prefix, hint: `Leer: bis ${day(it.lastDay)}, wie es die Regel sagt.` }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Angaben speichern')),
  );
  show(it.speakers.length ? it.speakers : [{}]);
  form.addEventListener('restore', ({ detail: { count } }) => {
    const before = read();
    show(Array.from({ length: count('speakers') }, (_, i) => before[i] ?? {}));
  });
  const saving = meeting(form, async () => {
    const now = await ask('GET', `/recordings/${it.id}`);
    return {
      form: details(now, changed),
      adopt: () => {
        it.version = now.version;
      },
    };
  });
  return onSubmit(form, attempt, () =>
    saving(async () => {
      const speakers = read().filter((speaker) => Object.values(speaker).some(Boolean));
      await ask('PUT', `/recordings/${it.id}`, {
        version: it.version,
        title: title.value.trim(),
        text: text.value.trim(),
        keepUntil: until.value,
        speakers,
      });
      await changed('Gespeichert.');
    }),
  );
}
