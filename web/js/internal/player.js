import { make } from '../dom.js';
import { clock, contents, transcript } from './player-text.js';

/**
 * A video with captions, chapters, speed and a text to read along; everything by keyboard. Where somebody stopped stays in
 * this browser, and nowhere else.
 */
const speeds = [0.75, 1, 1.25, 1.5, 2];
const keys = [
  ['K', 'Abspielen, Anhalten'],
  ['J, L', '10 Sekunden zurück, vor'],
  ['C', 'Untertitel an, aus'],
  ['F', 'ganzer Bildschirm'],
  ['M', 'Ton aus, an'],
  ['<, >', 'langsamer, schneller'],
];
const SHORT = 5;

/** So often it is asked whether this may still be seen. */
const LOOK = 60_000;

/** A text as something that a track can load. */
const asFile = (text) => URL.createObjectURL(new Blob([text], { type: 'text/vtt' }));

/**
 * @param it a recording with videoUrl, captionsText, chaptersText
 * @param renew fetches it again, with a link that is good for another while
 * @param heading of which level its own headings are
 */
export function player(it, { renew, heading = 'h3' }) {
  const place = `wiedergabe-${it.id}`;
  const video = make('video', { controls: true, preload: 'metadata', playsinline: true, src: it.videoUrl, 'aria-label': it.title });
  const status = make('p', { role: 'status', class: 'mute' });
  const speed = make(
    'select',
    { id: `speed-${it.id}` },
    ...speeds.map((value) => make('option', { value: String(value), selected: value === 1 }, `${value.toLocaleString('de')} ×`)),
  );
  speed.addEventListener('change', () => {
    video.playbackRate = Number(speed.value);
  });
  const jump = (seconds, play) => {
    video.currentTime = Math.max(0, Math.min(seconds, Number.isFinite(video.duration) ? video.duration : seconds));
    if (play) video.play().catch(() => {});
  };

  const goTo = (seconds) => jump(seconds, true);

  const captions =
    it.captionsText && make('track', { kind: 'captions', srclang: 'de', label: 'Deutsch', default: true, src: asFile(it.captionsText) });
  const chapters = it.chaptersText && make('track', { kind: 'chapters', srclang: 'de', label: 'Kapitel', src: asFile(it.chaptersText) });
  const toggle = make('button', { type: 'button', class: 'button quiet', 'aria-pressed': 'true' }, 'Untertitel');
  const beside = make('div', { class: 'flow' });
  if (captions) {
    video.append(captions);
    captions.track.mode = 'showing';
    toggle.addEventListener('click', () => {
      captions.track.mode = captions.track.mode === 'showing' ? 'hidden' : 'showing';
    });
    video.textTracks.addEventListener('change', () => {
      toggle.ariaPressed = String(captions.track.mode === 'showing');
    });
    captions.addEventListener('load', () => beside.append(transcript(captions.track.cues, goTo)));
  }
  if (chapters) {
    video.append(chapters);
    chapters.track.mode = 'hidden';
    chapters.addEventListener('load', () => beside.prepend(contents(chapters.track, video, goTo, heading)));
  }

  // Where somebody stopped.
  const stopped = Number(localStorage.getItem(place));
  if (stopped > SHORT) {
    video.addEventListener(
      'loadedmetadata',
      () => {
        jump(stopped);
        const again = make('button', { type: 'button', class: 'link-button' }, 'Von vorn');
        again.addEventListener('click', () => {
          jump(0);
          status.textContent = '';
          video.focus();
        });
        status.replaceChildren(`Weiter bei ${clock(stopped)}. `, again);
      },
      { once: true },
    );
  }
  let kept = 0;
  video.addEventListener('timeupdate', () => {
    if (Math.abs(video.currentTime - kept) < 1) return;
    kept = video.currentTime;
    localStorage.setItem(place, String(Math.floor(kept)));
  });
  video.addEventListener('ended', () => localStorage.removeItem(place));

  // A link lives for minutes, so that what was taken back is not seen for long; the page asks for the next one in good time,
  // and goes on with it at the same place when the browser needs it.
  const life = (it.linkSeconds ?? 300) * 1000;
  let next = { url: it.videoUrl, at: performance.now() };
  let used = next;
  const age = (link) => performance.now() - link.at;

  async function ask() {
    try {
      const { videoUrl } = await renew();
      if (videoUrl) next = { url: videoUrl, at: performance.now() };
      else stop();
    } catch (problem) {
      if ([403, 410].includes(problem.status)) stop();
      else if (problem.status === 401) status.textContent = 'Ihre Anmeldung ist abgelaufen. Melden Sie sich neu an, um weiterzusehen.';
      // Everything else passes: the next look is a minute away.
    }
  }

  function stop() {
    clearInterval(looking);
    video.removeAttribute('src');
    video.load();
    video.controls = false;
    status.textContent = 'Diese Aufzeichnung ist nicht mehr zu sehen.';
  }

  const looking = setInterval(() => {
    if (!video.isConnected) clearInterval(looking);
    else if (!video.paused) ask();
  }, LOOK);
  video.addEventListener('play', () => {
    if (age(next) > SHORT * 1000) ask();
  });

  let failed = -Infinity;
  async function goOn() {
    const at = video.currentTime || kept || stopped;
    const wasPlaying = !video.paused;
    if (next === used || age(next) > life / 2) await ask();
    if (next === used || !video.hasAttribute('src')) return;
    used = next;
    video.src = used.url;
    video.addEventListener('loadedmetadata', () => jump(at, wasPlaying), { once: true });
  }
  video.addEventListener('error', () => {
    if (!video.hasAttribute('src')) return;
    if (performance.now() - failed < 10_000) {
      status.textContent = 'Das Video lässt sich gerade nicht abspielen. Laden Sie die Seite neu.';
      return;
    }
    failed = performance.now();
    goOn();
  });
  // Some browsers wait in silence instead of failing.
  for (const event of ['stalled', 'waiting'])
    video.addEventListener(event, () => {
      if (age(used) > life && !video.paused) goOn();
    });

  const step = (by) => {
    speed.selectedIndex = Math.max(0, Math.min(speeds.length - 1, speed.selectedIndex + by));
    video.playbackRate = Number(speed.value);
  };
  const does = {
    k: () => (video.paused ? video.play() : video.pause()),
    j: () => jump(video.currentTime - 10),
    l: () => jump(video.currentTime + 10),
    c: () => toggle.click(),
    m: () => {
      video.muted = !video.muted;
    },
    f: () => (document.fullscreenElement ? document.exitFullscreen() : video.requestFullscreen()),
    '<': () => step(-1),
    '>': () => step(1),
  };
  const stage = make('div', { class: 'stage' }, video);
  // Only while the video itself has the focus: nobody's own shortcuts are taken (WCAG 2.1.4). The browser's bar keeps its keys.
  stage.addEventListener('keydown', (event) => {
    const work = does[event.key.toLowerCase()];
    if (!work || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    work();
  });
  return make(
    'div',
    { class: 'player flow' },
    stage,
    status,
    make(
      'div',
      { class: 'controls' },
      make('div', {}, make('label', { for: speed.id }, 'Tempo'), ' ', speed),
      captions ? toggle : make('p', { class: 'mute' }, 'Noch ohne Untertitel.'),
    ),
    beside,
    make(
      'details',
      {},
      make('summary', {}, 'Tasten'),
      make(
        'p',
        { class: 'mute' },
        'Sie gelten, solange das Video den Fokus hat. Die Leiste im Video bedienen Sie mit Tabulator, Leertaste und Pfeilen.',
      ),
      make('dl', { class: 'keys' }, ...keys.flatMap(([key, what]) => [make('dt', {}, key), make('dd', {}, what)])),
    ),
  );
}
