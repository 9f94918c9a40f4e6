import { tellWhetherTaken } from './already-applied.js';
import { make, one } from './dom.js';
import { label, list, named, search, SHOWN, whereabouts } from './municipalities.js';

/** A combobox with a list, as the ARIA Authoring Practices describe it. */
export function combobox(root, chosen) {
  const input = one('[role=combobox]', root);
  const value = one('input[type=hidden]', root);
  const box = one('[role=listbox]', root);
  const status = one('[data-status]', root);
  const taken = one('[data-taken]', root);
  let found = [];
  let active = -1;

  function close() {
    box.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(municipality) {
    value.value = municipality.ags;
    input.value = label(municipality);
    status.textContent = `${label(municipality)} ausgewählt`;
    close();
    tellWhetherTaken(taken, municipality);
    chosen(municipality);
  }

  function move(to) {
    active = (to + found.length) % found.length;
    [...box.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    input.setAttribute('aria-activedescendant', box.children[active].id);
    box.children[active].scrollIntoView({ block: 'nearest' });
  }

  async function find() {
    value.value = '';
    taken.replaceChildren();
    const typed = input.value;
    const everything = await list();
    if (typed !== input.value) return;
    found = search(everything, typed);
    box.replaceChildren(
      ...found.map((municipality, i) =>
        make(
          'li',
          { role: 'option', id: `municipality-${i}`, 'aria-selected': 'false' },
          make('span', {}, municipality.name),
          ' ',
          make('span', { class: 'mute' }, whereabouts(municipality)),
        ),
      ),
    );
    active = -1;
    input.removeAttribute('aria-activedescendant');
    box.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    // Low windows: as much of the list as there is room for, under the field.
    box.scrollIntoView({ block: 'nearest' });
    status.textContent =
      typed.trim() === ''
        ? ''
        : found.length === 0
          ? 'Keine Kommune gefunden'
          : found.length === 1
            ? 'Eine Kommune gefunden'
            : `${found.length === SHOWN ? 'Mindestens ' : ''}${found.length} Kommunen gefunden, mit den Pfeiltasten wählen`;
  }

  input.addEventListener('focus', list, { once: true });
  input.addEventListener('input', find);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const open = !box.hidden;
    if (event.key === 'ArrowDown' && open) move(active + 1);
    else if (event.key === 'ArrowUp' && open) move(active < 0 ? found.length - 1 : active - 1);
    else if (event.key === 'Enter' && open && active >= 0) choose(found[active]);
    else if (event.key === 'Enter' && open && found.length === 1) choose(found[0]);
    else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
  });
  box.addEventListener('mousedown', (event) => event.preventDefault());
  box.addEventListener('click', (event) => {
    const option = event.target?.closest?.('[role=option]');
    if (option) choose(found[[...box.children].indexOf(option)]);
  });

  // Somebody was quicker than this script.
  if (input.value && !value.value) find();

  return {
    /** Shows what was chosen earlier. */
    async show() {
      const municipality = value.value && (await named(value.value));
      if (municipality) {
        input.value = label(municipality);
        if (!input.disabled) tellWhetherTaken(taken, municipality);
      }
    },
  };
}
