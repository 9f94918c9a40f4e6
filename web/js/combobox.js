import { make, one } from './dom.js';

const SHOWN = 12;
let municipalities;

/** The official list, fetched when somebody first needs it: key, name, Land, population. */
export async function list() {
  municipalities ??= fetch('/data/gemeinden.csv').then((response) => response.text()).then((text) =>
    text.split('\n').map((line) => {
      const [ags, name, land, population] = line.split(';');
      return { ags, name, land, population, plain: plain(name) };
    }));
  return municipalities;
}

export const named = async (ags) => (await list()).find((municipality) => municipality.ags === ags);

const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');

/** Best first: the name begins so, a part of it begins so, it stands somewhere inside. */
function matches(all, typed) {
  const wanted = plain(typed.trim());
  if (!wanted) return [];
  if (/^\d+$/.test(wanted)) return all.filter(({ ags }) => ags.startsWith(wanted)).slice(0, SHOWN);
  const rank = ({ plain: name }) => name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) || name.includes(`-${wanted}`) ? 2 : name.includes(wanted) ? 3 : 4;
  return all.map((municipality) => [rank(municipality), municipality]).filter(([r]) => r < 4)
    .sort(([a, x], [b, y]) => a - b || (a === 3 ? 0 : x.name.length - y.name.length)).slice(0, SHOWN).map(([, municipality]) => municipality);
}

/** A combobox with a list, as the ARIA Authoring Practices describe it. */
export function combobox(root, chosen) {
  const input = one('[role=combobox]', root);
  const value = one('input[type=hidden]', root);
  const box = one('[role=listbox]', root);
  const status = one('[data-status]', root);
  let found = [];
  let active = -1;

  const label = ({ name, land }) => `${name} (${land})`;

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
    chosen(municipality);
  }

  function move(to) {
    active = (to + found.length) % found.length;
    [...box.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    input.setAttribute('aria-activedescendant', box.children[active].id);
    box.children[active].scrollIntoView({ block: 'nearest' });
  }

  async function search() {
    value.value = '';
    const typed = input.value;
    const everything = await list();
    if (typed !== input.value) return;
    found = matches(everything, typed);
    box.replaceChildren(...found.map((municipality, i) =>
      make('li', { role: 'option', id: `municipality-${i}`, 'aria-selected': 'false' },
        make('span', {}, municipality.name), make('span', { class: 'mute' }, municipality.land))));
    active = -1;
    input.removeAttribute('aria-activedescendant');
    box.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    status.textContent = typed.trim() === '' ? '' : found.length === 0 ? 'Keine Kommune gefunden'
      : found.length === 1 ? 'Eine Kommune gefunden' : `${found.length === SHOWN ? 'Mindestens ' : ''}${found.length} Kommunen gefunden, mit den Pfeiltasten wählen`;
  }

  input.addEventListener('focus', list, { once: true });
  input.addEventListener('input', search);
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
    const option = event.target.closest('[role=option]');
    if (option) choose(found[[...box.children].indexOf(option)]);
  });

  return {
    /** Shows what was chosen earlier. */
    async show() {
      const municipality = value.value && await named(value.value);
      if (municipality) input.value = label(municipality);
      else if (!value.value) input.value = '';
    },
  };
}
