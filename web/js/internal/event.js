import { newKey } from '../api.js';
import { field } from '../control.js';
import { make } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { form } from './event-form.js';
import { wide } from './event-series.js';
import { audiences, kinds, states, when } from './event-words.js';
import { line } from './events.js';
import { reasoned } from './payment.js';
import { registrations } from './registrations.js';
import { ask, askOnce } from './session.js';
import { attempt, button, section } from './view.js';

/** One event: what it says and what can be done with it. */
export async function event(id, show, go) {
  const it = await ask('GET', `/events/${encodeURIComponent(id)}`);
  const at = `/events/${it.id}`;
  const done = async (words) => {
    await show();
    tell(words);
  };
  const copyKey = newKey();
  const scope = it.series ? field('following', 'Was fällt aus?', wide(), { prefix: 'cancellation-' }) : '';
  const others = it.series
    ? (await ask('GET', '/events')).events.filter(({ series, id: other }) => series === it.series && other !== it.id).toReversed()
    : [];
  const publishing = onSubmit(
    make(
      'form',
      { class: 'form', novalidate: true },
      it.series ? field('following', 'Was wird veröffentlicht?', wide(), { prefix: 'publish-' }) : '',
      make('p', { class: 'actions' }, make('button', { class: 'button' }, it.over ? 'Als vergangen eintragen' : 'Veröffentlichen')),
    ),
    attempt,
    async (key) => {
      await askOnce(key, 'POST', `${at}/publication`, { following: publishing.elements.following?.value === 'true', past: it.over });
      await done(it.over ? 'Eingetragen. Niemand wurde benachrichtigt; Aufzeichnungen können jetzt dazu.' : 'Veröffentlicht.');
    },
  );
  return [
    make('p', { class: 'kicker' }, `${kinds[it.kind]} · ${audiences[it.audience]}`),
    make('h1', { tabindex: '-1' }, it.title),
    make(
      'p',
      {},
      make(
        'span',
        { class: `state ${it.state === 'PUBLISHED' ? 'done' : it.state === 'CANCELLED' ? 'part' : ''}` },
        it.over && it.state === 'PUBLISHED' ? 'vorbei' : states[it.state],
      ),
      ` ${when(it)} `,
      it.state !== 'DRAFT' && it.audience === 'PUBLIC' ? make('a', { href: `/veranstaltungen/${it.id}/` }, 'Öffentliche Seite') : '',
    ),
    it.reason ? make('blockquote', {}, it.reason) : '',
    ...(it.capacity && it.state !== 'DRAFT' ? [await registrations(it, show)] : []),
    make(
      'div',
      { class: 'desk' },
      make(
        'div',
        { class: 'next' },
        section(
          'Nächster Schritt',
          it.state === 'DRAFT'
            ? make(
                'p',
                {},
                it.over
                  ? 'Sie ist schon vorbei: Sie wird ohne Anmeldung und ohne E-Mails eingetragen, damit Aufzeichnungen '
                      + 'dazu ins Archiv können.'
                  : it.capacity
                    ? `${it.capacity.toLocaleString('de')} ${it.capacity === 1 ? 'Platz' : 'Plätze'}, mit Anmeldung.`
                    : 'Ohne Anmeldung: Wer kommen will, kommt.',
              )
            : '',
          it.state === 'DRAFT' ? publishing : '',
          it.state === 'PUBLISHED' && !it.over
            ? make(
                'details',
                {},
                make('summary', {}, 'Absagen'),
                reasoned(
                  'cancellation',
                  'reason',
                  'Veranstaltung absagen',
                  'Warum fällt sie aus?',
                  'Alle lesen den Grund.',
                  async (key, reason) => {
                    await askOnce(key, 'POST', `${at}/cancellation`, { reason, following: Boolean(scope && scope.lastElementChild.value) });
                    await done('Abgesagt.');
                  },
                  scope,
                ),
              )
            : '',
          others.length
            ? make(
                'details',
                {},
                make('summary', {}, `Weitere Termine der Reihe (${others.length})`),
                make('ul', { class: 'history' }, ...others.map(line)),
              )
            : '',
          button('Als neuen Entwurf kopieren', async () => {
            const { id: copy } = await askOnce(copyKey, 'POST', `${at}/copy`, {});
            await go(`?veranstaltung=${copy}`);
            tell('Kopiert. Ändern Sie die Zeit, bevor Sie veröffentlichen.');
          }),
        ),
      ),
      make(
        'div',
        { class: 'main' },
        it.state === 'CANCELLED'
          ? make('p', {}, 'Abgesagtes wird nicht mehr geändert. Kopieren Sie es für einen neuen Termin.')
          : section(
              'Ändern',
              form(
                it,
                'Änderung speichern',
                async (key, body) => {
                  await ask('PUT', at, body);
                  await done(it.state === 'DRAFT' ? 'Gespeichert.' : 'Gespeichert. Die öffentliche Seite und der Kalender folgen gleich.');
                },
                () => ask('GET', at),
              ),
            ),
      ),
    ),
  ];
}
