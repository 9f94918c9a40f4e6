/** Whether two answers say the same. */
export const same = (one, other) => canonical(one) === canonical(other);

/** Whatever the order of members; what is empty is not there. */
function canonical(value) {
  if (Array.isArray(value)) return value.length ? `[${value.map(canonical)}]` : '';
  if (typeof value !== 'object' || value === null)
    return value === undefined || value === null || value === '' ? '' : JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => [name, canonical(value[name])])
    .filter(([, text]) => text);
  return members.length ? `{${members.map(([name, text]) => `${name}:${text}`)}}` : '';
}
