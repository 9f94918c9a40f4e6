import { all, make, one } from './dom.js';

/** The map over the outlines of the Länder, without tiles and without third parties; the list beside it says the same. */
const [laender, places] = await Promise.all(
  ['/data/laender.geo.json', '/karte/orte.geo.json'].map((address) => fetch(address).then((answer) => answer.json())),
);

const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
const map = L.map('map', {
  zoomControl: false,
  attributionControl: false,
  scrollWheelZoom: false,
  zoomSnap: 0.25,
  minZoom: 4.5,
  maxZoom: 10,
  zoomAnimation: !still,
  fadeAnimation: !still,
  keyboard: true,
});
const land = L.geoJSON(laender, { interactive: false, style: { className: 'outline' } }).addTo(map);
const fit = () => {
  map.invalidateSize({ animate: false });
  map.fitBounds(land.getBounds(), { animate: false, padding: [8, 8] });
};
fit();
addEventListener('resize', fit);

L.geoJSON(places, {
  pointToLayer: ({ properties }, at) =>
    L.circleMarker(at, { radius: 8, className: properties.role === 'Mitglied' ? 'place' : 'place plus' })
      .bindTooltip(make('span', {}, properties.role === 'Mitglied' ? properties.name : `${properties.name}, ${properties.role}`), {
        direction: 'top',
        offset: [0, -6],
      })
      .on('click', () => open(properties.path, '_top'))
      .on('add', ({ target }) => reachable(target, properties)),
}).addTo(map);

/** By keyboard and for screen readers, too. */
function reachable(layer, { name, land: where, role, path }) {
  const dot = layer.getElement();
  for (const [attribute, value] of Object.entries({ tabindex: '0', role: 'link', 'aria-label': `${name}, ${where}, ${role}` }))
    dot.setAttribute(attribute, value);
  dot.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') open(path, '_top');
  });
  dot.addEventListener('focus', () => layer.openTooltip());
  dot.addEventListener('blur', () => layer.closeTooltip());
}

one('#closer').addEventListener('click', () => map.zoomIn(1, { animate: !still }));
one('#farther').addEventListener('click', () => map.zoomOut(1, { animate: !still }));
// Whoever looks at a name in the list sees where it is.
for (const link of all('.names a')) {
  const dot = () => one(`path[aria-label^="${CSS.escape(link.textContent)},"]`);
  for (const event of ['mouseenter', 'focus']) link.addEventListener(event, () => dot()?.classList.add('here'));
  for (const event of ['mouseleave', 'blur']) link.addEventListener(event, () => dot()?.classList.remove('here'));
}
