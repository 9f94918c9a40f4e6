/** Checks the history's hash chain in the browser: a second implementation of the rule, so that both would have to be wrong. */
export async function broken(steps) {
  let previous = '';
  for (const { number, at, who, why, state, hash } of steps) {
    const content = [previous, number, at, who, why, state].join('\n');
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
    const computed = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (computed !== hash) return number;
    previous = hash;
  }
  return steps.every(({ number }, i) => number === i + 1) ? 0 : steps.length;
}
