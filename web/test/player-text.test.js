import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from './browser.js';

const { clock, contents } = await import('../js/internal/player-text.js');

test('times are told as a clock shows them', () => {
  assert.equal(clock(0), '0:00');
  assert.equal(clock(65.9), '1:05');
  assert.equal(clock(3600), '1:00:00');
  assert.equal(clock(3 * 3600 + 62), '3:01:02');
});

test('the chapter that is shown is marked, and each leads to its place', () => {
  page('<video></video>');
  /** @type {any} */
  const video = document.querySelector('video');
  const went = [];
  const cues = [
    { text: 'Begrüßung', startTime: 0 },
    { text: 'Rundgang', startTime: 60 },
  ];
  const shown = contents({ cues }, video, (seconds) => went.push(seconds), 'h3');
  const marked = () => shown.querySelector('[aria-current]')?.textContent;
  assert.equal(marked(), 'Begrüßung');
  video.currentTime = 59.97;
  video.dispatchEvent(new Event('seeked'));
  assert.equal(marked(), 'Rundgang');
  shown.querySelectorAll('button')[1]?.click();
  assert.deepEqual(went, [60]);
});
