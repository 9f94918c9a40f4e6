import { field } from '../control.js';
import { make } from '../dom.js';
import { tell } from '../submit.js';
import { day, longDay, size } from '../words.js';
import { player } from './player.js';
import { details } from './recording-details.js';
import { place } from './recording-upload.js';
import { badge, open, standing } from './recordings.js';
import { ask } from './session.js';
import { attempt, button, section } from './view.js';

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
        section(
          'Nächster Schritt',
          missing.length ? make('p', {}, `Es fehlt: ${missing.join(', ')}.`) : '',
          make('p', {}, standing(it)),
          it.released
            ? act('Freigabe zurücknehmen', 'DELETE', 'Niemand außer der Geschäftsstelle sieht sie jetzt.', true)
            : act('Für Mitglieder freigeben', 'POST', 'Freigegeben.'),
        ),
        it.videoUrl || it.slidesUrl
          ? section(
              'Ansehen',
              it.videoUrl ? player(it, { renew: () => ask('GET', at) }) : '',
              it.slidesUrl ? make('p', {}, make('a', { href: it.slidesUrl }, `Folien (PDF, ${size(it.slides.size)})`)) : '',
            )
          : '',
      ),
      make(
        'div',
        { class: 'main' },
        section(
          'Dateien',
          place(it, 'video', changed),
          place(it, 'slides', changed),
          track(it, 'captions', changed),
          track(it, 'chapters', changed),
        ),
        section('Angaben und Einwilligungen', details(it, changed)),
      ),
      make(
        'div',
        { class: 'side' },
        section(
          'Löschen',
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
