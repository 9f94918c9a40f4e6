import { Problem } from '../api.js';
import { all, make, one } from '../dom.js';
import { confirmed } from './dialog.js';
import { announce, controls, put, said, value, values } from './form-values.js';

/**
 * Two people write the same thing. What only one of them has changed is put together; where both did, both texts are shown, and
 * whoever saves then has seen them. Nothing that was typed or saved is lost without a word.
 */

const called = (control) =>
  one('label', control.closest('.kern-form-input, .kern-form-check') ?? control.parentElement)?.textContent ?? control.name;

/** Puts theirs into the form, where only they have changed something; gives what both have changed. */
function merge(form, theirs, before) {
  const mine = values(form);
  const now = values(theirs);
  const isTheirs = (id) => !(id in mine) || mine[id] === before[id];
  const typed = { ...mine, ...Object.fromEntries(Object.entries(now).filter(([id]) => isTheirs(id))) };
  if (Object.keys(now).some((id) => !(id in mine))) {
    announce(form, typed);
  }
  const own = new Map(controls(form).map((control) => [control.id, control]));
  own.forEach((control, id) => {
    if (id in typed) put(control, typed[id]);
  });
  return controls(theirs)
    .filter(({ id, type }) => type !== 'hidden' && (!own.has(id) || (!isTheirs(id) && now[id] !== before[id] && mine[id] !== now[id])))
    .map((control) => ({ mine: own.get(control.id), theirs: control }));
}

/** Both texts, to choose from; what somebody has only added is just told. */
function difference({ mine, theirs }) {
  const choice = (which) =>
    make('input', { type: 'radio', name: `version-${theirs.id}`, value: which, checked: which === 'mine', autocomplete: 'off' });
  const version = (control, which, text) =>
    make(
      'div',
      {},
      make('p', {}, make('label', { class: 'kern-label' }, choice(which), text)),
      make('p', { class: 'text' }, said(control, value(control)) || 'leer'),
    );
  const shown = make(
    'fieldset',
    {},
    make('legend', { class: 'kern-label' }, called(theirs)),
    make(
      'div',
      { class: 'versions' },
      mine ? version(mine, 'mine', 'Ihre Fassung') : '',
      mine ? version(theirs, 'theirs', 'Gespeicherte Fassung') : make('p', { class: 'text' }, said(theirs, value(theirs)) || 'leer'),
    ),
  );
  const settle = () => {
    if (mine && one('[value=theirs]', shown).checked) put(mine, value(theirs));
  };
  return { shown, settle };
}

/** What somebody else has saved stands in the form, above its buttons; what was typed stays. */
export function showStored(form, called, heading, ...content) {
  one('.meeting', form)?.remove();
  const shown = make('section', { class: 'meeting', 'aria-label': called }, make('h3', {}, heading), ...content);
  all('.actions', form).at(-1)?.before(shown);
}

/**
 * @param form with what the server had when it was shown
 * @param load tells what the server has now: the form made of it, and how it is taken for what one has seen
 * @returns saves by the given work, and meets whoever was quicker
 */
export function meeting(form, load) {
  let before = values(form);
  let open = [];

  async function meet() {
    const { form: theirs, adopt } = await load();
    open = merge(form, theirs, before).map(difference);
    before = values(theirs);
    adopt();
    if (open.length === 0) return;
    showStored(form, 'Zwei Fassungen', 'Hier haben beide etwas geändert', ...open.map(({ shown }) => shown));
    throw new Problem(409, {
      title: 'Jemand anderes hat inzwischen gespeichert',
      detail:
        'Nichts ist verloren. Über dem Knopf stehen beide Fassungen: Wählen Sie, was gelten soll, und speichern Sie noch einmal. '
        + 'Was nur eine Seite geändert hat, ist schon zusammengeführt.',
    });
  }

  return async (work) => {
    open.forEach(({ settle }) => settle());
    open = [];
    one('.meeting', form)?.remove();
    for (;;) {
      try {
        return await work();
      } catch (problem) {
        if (!isMeanwhile(problem)) throw problem;
        await meet();
      }
    }
  };
}

const isMeanwhile = (problem) => problem instanceof Problem && problem.body.type?.endsWith('#inzwischen-geaendert');

/**
 * A single choice that is saved at once: where somebody was quicker, what they chose is said, and mine is only saved on top of it
 * when I still want it.
 *
 * @param put saves mine where still stands what was seen
 * @param said tells in words what stands somewhere
 * @returns whether mine is saved
 */
export async function overwriting(seen, mine, put, said) {
  try {
    await put(seen);
    return true;
  } catch (problem) {
    if (!isMeanwhile(problem)) throw problem;
    const { title, stored } = problem.body;
    const wants = await confirmed(
      title,
      'Meine Änderung speichern',
      `Gespeichert ist jetzt: ${said(stored)}.`,
      `Sie wollten: ${said({ ...stored, ...mine })}.`,
    );
    return wants && overwriting(stored, mine, put, said);
  }
}
