import { Problem } from './api.js';

/** Fetches a file with somebody's secret or token, and hands it to the browser to keep. */
export async function saveFile(path, secret, name, headers) {
  const response = await fetch(`/api${path}`, { headers: { authorization: `Bearer ${secret}`, ...headers } });
  if (!response.ok)
    throw new Problem(response.status, {
      title: 'Das hat nicht geklappt',
      detail: 'Bitte versuchen Sie es gleich noch einmal.',
      ...(await response.json().catch(() => ({}))),
    });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
