import { make } from '../dom.js';

/** What stands beside a video: its chapters, and its words to read along; each leads to its place. */

/** @param {number} seconds */
export const clock = (seconds) => {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return (parts[0] ? parts : parts.slice(1)).map((part, i) => (i ? String(part).padStart(2, '0') : String(part))).join(':');
};

function leading(text, time, goTo, attributes = {}) {
  const button = make('button', { type: 'button', class: 'link-button', ...attributes }, text);
  button.addEventListener('click', () => goTo(time));
  return button;
}

/**
 * The chapters; the one that is shown is marked.
 *
 * @param goTo shows the video from these seconds on
 */
export function contents(track, video, goTo, heading) {
  const items = [...track.cues].map((cue) => ({ cue, button: leading(cue.text, cue.startTime, goTo) }));
  // By the time alone: where one chapter ends the next begins, and browsers may name both.
  const here = () => {
    const current = items.findLast(({ cue }) => cue.startTime <= video.currentTime + 0.05);
    items.forEach((item) =>
      item === current ? item.button.setAttribute('aria-current', 'true') : item.button.removeAttribute('aria-current'),
    );
  };
  for (const event of ['timeupdate', 'seeked']) video.addEventListener(event, here);
  here();
  return make(
    'div',
    { class: 'flow' },
    make(heading, {}, 'Kapitel'),
    make(
      'ol',
      { class: 'chapters' },
      ...items.map(({ cue, button }) => make('li', {}, make('span', { class: 'mute' }, clock(cue.startTime)), ' ', button)),
    ),
  );
}

/** The captions as a text. */
export const transcript = (cues, goTo) =>
  make(
    'details',
    {},
    make('summary', {}, 'Text zum Mitlesen'),
    make(
      'ul',
      { class: 'transcript' },
      ...[...cues].map((cue) => {
        const at = clock(cue.startTime);
        const button = leading(at, cue.startTime, goTo, { 'aria-label': `Ab ${at} abspielen` });
        return make('li', {}, button, ' ', cue.getCueAsHTML().textContent);
      }),
    ),
  );
