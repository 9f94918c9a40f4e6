import { field } from '../control.js';
import { make } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { asked } from './dialog.js';
import { ask } from './session.js';
import { attempt, button } from './view.js';

/** Which municipalities vote, and who is told. */
export async function founders(go) {
  const { founders: list } = await ask('GET', '/founders');
  const ags = make('input', { type: 'text', inputmode: 'numeric', maxlength: '8', class: 'w-quarter' });
  const mails = make('textarea', { rows: '3' });
  const form = make(
    'form',
    { class: 'form', novalidate: true },
    field('ags', 'Amtlicher Gemeindeschlüssel', ags, { hint: 'Acht Ziffern' }),
    field('mails', 'E-Mail-Adressen', mails, {
      hint: 'Eine je Zeile, höchstens fünf. Dorthin geht höchstens eine E-Mail am Tag, wenn Stimmen fehlen.',
    }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Speichern')),
  );
  onSubmit(form, attempt, async () => {
    const typed = mails.value
      .split('\n')
      .map((mail) => mail.trim())
      .filter(Boolean);
    await ask('PUT', `/founders/${encodeURIComponent(ags.value.trim() || '-')}`, { mails: typed.map((mail) => ({ mail })) });
    await go();
    tell('Gespeichert.');
  });
  const edit = (founder) => {
    ags.value = founder.ags;
    mails.value = founder.mails.join('\n');
    mails.focus();
  };
  return [
    make('h1', { tabindex: '-1' }, 'Gründungskommunen'),
    make('p', {}, 'Jede von ihnen hat bei der Vorauswahl eine Stimme. Änderungen gelten für Abstimmungen, die danach beginnen.'),
    make(
      'ul',
      { class: 'history' },
      ...list.map((founder) =>
        make(
          'li',
          {},
          make('strong', {}, founder.municipality),
          make('span', { class: 'mute' }, `AGS ${founder.ags} · ${founder.mails.join(', ')}`),
          button('Ändern', () => edit(founder), { 'aria-label': `${founder.municipality}: Ändern` }),
          button(
            'Entfernen',
            asked(
              async () => {
                await ask('DELETE', `/founders/${founder.ags}`);
                await go();
                tell(`${founder.municipality} hat bei neuen Abstimmungen keine Stimme mehr.`);
              },
              `${founder.municipality} als Gründungskommune entfernen?`,
              'Entfernen',
              'In laufenden Abstimmungen kann sie nicht mehr abstimmen und liest keine Anträge mehr; was sie schon '
                + `gesagt hat, zählt. In neuen hat sie keine Stimme. ${founder.mails.join(', ')} `
                + `${founder.mails.length === 1 ? 'verliert' : 'verlieren'} den Zugang als Gründungskommune.`,
              'Wer sie später wieder hinzufügt, gibt Gemeindeschlüssel und E-Mail-Adressen neu ein.',
            ),
            { 'aria-label': `${founder.municipality}: Entfernen` },
          ),
        ),
      ),
    ),
    make('h2', {}, 'Hinzufügen oder ändern'),
    form,
  ];
}
