import { field } from '../control.js';
import { all, make } from '../dom.js';
import { shortDay, states } from '../words.js';
import { mails } from './bulk-mail.js';
import { ask, save } from './session.js';
import { button, colleague, link } from './view.js';

const columns = [
  ['municipality', 'Kommune'],
  [null, 'Zeichen'],
  [null, 'Stand'],
  [null, 'Ansprechperson'],
  [null, 'Zuständig'],
  ['submitted', 'Eingegangen'],
  ['changed', 'Geändert'],
];

const exports = [
  ['Liste als Excel', 'list', 'xlsx', 'vorgaenge.xlsx'],
  ['Liste als CSV', 'list', 'csv', 'vorgaenge.csv'],
  ['Ganze Anträge als Excel', 'applications', 'xlsx', 'antraege.xlsx'],
  ['Ganze Anträge als CSV', 'applications', 'csv', 'antraege.csv'],
];

/**
 * The list: searched, filtered, sorted, paged; everything that it shows stands in the address. What may name a person stands
 * in the fragment, which no server sees, and travels in headers.
 */
export async function dossierList(query, go) {
  const wanted = new URLSearchParams([...query].filter(([name]) => ['state', 'sort', 'direction'].includes(name)));
  const words = new URLSearchParams(location.hash.slice(1)).get('suche') ?? '';
  const after = new URLSearchParams(location.hash.slice(1)).get('nach') ?? '';
  const headers = { search: encodeURIComponent(words) };
  const {
    dossiers: found,
    next,
    near = [],
  } = await ask('GET', `/dossiers?${wanted}`, undefined, { ...headers, after: encodeURIComponent(after) });
  // What is searched for comes in the order of the word that was found; where that is all there is, it can be sorted here.
  const sortable = !words || (!next && !after);
  const dossiers = words && sortable ? sorted(found.length ? found : near, query) : found;
  const fragment = (more) => {
    const all = new URLSearchParams({ ...(words && { suche: words }), ...more }).toString();
    return all && `#${all}`;
  };
  const selected = new Set();
  const count = make('span', { role: 'status' }, '0 ausgewählt');
  const mailForm = mails(selected);

  function select(id, on) {
    on ? selected.add(id) : selected.delete(id);
    count.textContent = `${selected.size} ausgewählt`;
    mailForm.hidden = selected.size === 0;
  }

  const rows = dossiers.map((line) => {
    const box = make('input', { type: 'checkbox', 'aria-label': `${line.municipality} auswählen` });
    box.addEventListener('change', () => select(line.id, box.checked));
    return make(
      'tr',
      {},
      make('td', {}, box),
      make('th', { scope: 'row' }, link(`?vorgang=${line.id}`, line.municipality)),
      make('td', { class: 'code' }, line.reference),
      make(
        'td',
        {},
        make('span', { class: 'state' }, states[line.state]),
        line.unread ? make('span', { class: 'state part' }, 'neue Nachricht') : '',
      ),
      make('td', {}, line.contact),
      make('td', {}, line.owner ? colleague(line.owner) : ''),
      make('td', {}, shortDay(line.submittedAt)),
      make('td', {}, shortDay(line.changedAt)),
    );
  });
  const everything = make('input', { type: 'checkbox', 'aria-label': 'Alle auf dieser Seite auswählen' });
  everything.addEventListener('change', () =>
    all('tbody input').forEach((box) => {
      box.checked = everything.checked;
      box.dispatchEvent(new Event('change'));
    }),
  );
  return [
    make('h1', { tabindex: '-1' }, 'Vorgänge'),
    filters(query, words, go),
    near.length ? make('p', {}, 'Genau so nicht gefunden; ähnlich geschrieben:') : '',
    sortable
      ? ''
      : make(
          'p',
          { class: 'mute' },
          'So viele Treffer stehen in der Reihenfolge des gefundenen Wortes. Suchen Sie genauer, dann lassen sie sich sortieren.',
        ),
    dossiers.length === 0
      ? make('p', {}, 'Dazu gibt es keine Vorgänge.')
      : make(
          'div',
          { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Vorgänge' },
          make(
            'table',
            {},
            make(
              'thead',
              {},
              make('tr', {}, make('td', {}, everything), ...columns.map(([sort, text]) => header(sort, text, query, sortable, words))),
            ),
            make('tbody', {}, ...rows),
          ),
        ),
    make(
      'p',
      { class: 'actions' },
      after ? link(`?${query}${fragment()}`, 'Zum Anfang') : '',
      next ? link(`?${query}${fragment({ nach: next })}`, 'Nächste Seite') : '',
      count,
    ),
    make(
      'p',
      { class: 'actions' },
      ...exports.map(([text, content, format, name]) =>
        button(text, () => save(`/staff/export?${withValue(withValue(wanted, 'content', content), 'format', format)}`, name, headers)),
      ),
    ),
    mailForm,
  ];
}

function filters(query, words, go) {
  const search = make('input', { type: 'search', maxlength: '100', value: words });
  const state = make(
    'select',
    {},
    make('option', { value: '' }, 'alle'),
    ...Object.entries(states).map(([name, text]) => make('option', { value: name, selected: query.get('state') === name }, text)),
  );
  const form = make(
    'form',
    { class: 'filters', novalidate: true, role: 'search' },
    field('q', 'Suchen', search, { hint: 'Kommune, Land, AGS, Zeichen, Name oder E-Mail' }),
    field('state', 'Stand', state),
    make('button', { class: 'button quiet' }, 'Anzeigen'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wanted = new URLSearchParams([['ansicht', 'liste']]);
    for (const name of ['sort', 'direction']) if (query.has(name)) wanted.set(name, query.get(name));
    if (state.value) wanted.set('state', state.value);
    const typed = new URLSearchParams({ suche: search.value.trim() });
    go(`?${wanted}${search.value.trim() && `#${typed}`}`);
  });
  return form;
}

const keys = {
  submitted: ({ submittedAt }) => submittedAt,
  changed: ({ changedAt }) => changedAt,
  municipality: ({ municipality }) => municipality,
};

function sorted(lines, query) {
  const key = keys[query.get('sort')] ?? keys.changed;
  const up = lines.toSorted((a, b) => key(a).localeCompare(key(b), 'de'));
  return query.get('direction') === 'up' ? up : up.reverse();
}

function header(sort, text, query, sortable, words) {
  if (!sort || !sortable) return make('th', { scope: 'col' }, text);
  const current = (query.get('sort') ?? 'changed') === sort;
  const up = query.get('direction') === 'up';
  const direction = current ? (up ? 'down' : 'up') : sort === 'municipality' ? 'up' : 'down';
  return make(
    'th',
    { scope: 'col', 'aria-sort': current ? (up ? 'ascending' : 'descending') : 'none' },
    link(
      `?${withValue(withValue(query, 'sort', sort), 'direction', direction)}${words && `#${new URLSearchParams({ suche: words })}`}`,
      text,
    ),
    current ? (up ? ' ▲' : ' ▼') : '',
  );
}

function withValue(query, name, value) {
  const changed = new URLSearchParams(query);
  changed.set(name, value);
  return changed;
}
