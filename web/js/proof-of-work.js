import { call, Problem, script, unreachable } from './api.js';

/**
 * What shows that nobody sends by machine, as a header: solves ALTCHA's task in a worker, which takes part of a second and asks
 * nothing of the person.
 */
export async function proof() {
  const task = await call('GET', '/challenge');
  const worker = new Worker(script('solver'));
  try {
    const solution = await new Promise((resolve, reject) => {
      worker.onmessage = (message) => resolve(message.data);
      worker.onerror = () => reject(new Problem(0, unreachable));
      worker.postMessage({ type: 'work', payload: task, max: task.maxnumber });
    });
    const { algorithm, challenge, salt, signature } = task;
    return { altcha: btoa(JSON.stringify({ algorithm, challenge, salt, signature, number: solution.number })) };
  } finally {
    worker.terminate();
  }
}
