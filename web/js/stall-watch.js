/** So long nothing arrives before it is said, and before the sending is begun anew; in milliseconds. */
const QUIET = 5000;
const DEAD = 30_000;

/**
 * Watches a request that sends: a connection can die without a word, and then nothing would ever happen again.
 *
 * @param quiet is told once a second for how many seconds nothing has arrived, and 0 as soon as something does
 */
export function watch(request, quiet) {
  let last = performance.now();
  let silent = false;
  const arrived = () => {
    last = performance.now();
    if (silent) quiet(0);
    silent = false;
  };
  const timer = setInterval(() => {
    const pause = performance.now() - last;
    if (pause >= DEAD) request.abort();
    else if (pause >= QUIET) {
      silent = true;
      quiet(Math.round(pause / 1000));
    }
  }, 1000);
  request.upload.addEventListener('progress', arrived);
  request.addEventListener('loadend', () => clearInterval(timer));
}

/** In words; empty where all is well. */
export const quietFor = (seconds) =>
  seconds ? `Seit ${seconds} Sekunden kommt nichts an. Nach ${DEAD / 1000} Sekunden beginnt dieser Teil von selbst neu.` : '';
