/**
 * A server on the wire: answers every request by the function, and keeps what was asked.
 *
 * @param answer gives status and body for a request; an error is a lost connection
 */
export function serve(answer) {
  const asked = [];
  globalThis.fetch = async (path, { method = 'GET', headers = {}, body } = {}) => {
    const request = { method, path, headers, body: body && JSON.parse(body) };
    asked.push(request);
    const { status = 200, body: content = {} } = answer(request, asked.length);
    return new Response(JSON.stringify(content), { status });
  };
  return asked;
}

/** What happens when there is no network. */
export function offline() {
  throw new TypeError('Failed to fetch');
}
