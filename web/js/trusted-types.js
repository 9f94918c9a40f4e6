/* Leaflet asks the browser what it can by writing these two texts; nothing else may become markup. Runs before Leaflet. */
globalThis.trustedTypes?.createPolicy('default', { createHTML: (text) => (['<svg/>', '<v:shape adj="1"/>'].includes(text) ? text : '') });
