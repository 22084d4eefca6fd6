// Sound with its text in step: the sentence that is heard is marked, a click on one plays it, the wave shows where.

/** Seconds that the wave shows around the place that is heard. */
const WINDOW = 30;

/** The player of the page, or `undefined`. `onPlace` is told the sentence that is heard. */
export function openSound() {
  const audio = document.querySelector('[data-audio]');
  if (!audio) return undefined;
  for (const part of document.querySelectorAll('[data-scripted]')) part.hidden = false;
  const sound = {
    audio,
    peaks: undefined,
    until: undefined,
    list: document.querySelector('[data-segments]'),
  };
  startRate(sound);
  startWave(sound);
  audio.addEventListener('timeupdate', () => follow(sound));
  audio.addEventListener('seeked', () => draw(sound));
  audio.addEventListener('loadedmetadata', () => draw(sound));
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.segment .time, [data-hear]');
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const row = link.closest('.segment');
    if (row) hear(sound, row);
    else {
      hearFrom(sound, Number(link.dataset.hear));
      sound.until = Number(link.dataset.hearEnd) || undefined;
    }
  });
  return sound;
}

/** Plays one sentence and stops at its end. */
export function hear(sound, row) {
  const { start, end } = timesOf(row);
  hearFrom(sound, start);
  sound.until = end > start ? end : undefined;
}

export function hearFrom(sound, start) {
  sound.until = undefined;
  sound.audio.currentTime = start;
  sound.audio.play().catch(() => {});
}

export function toggle(sound) {
  sound.until = undefined;
  if (sound.audio.paused) sound.audio.play().catch(() => {});
  else sound.audio.pause();
}

export function skip({ audio }, seconds) {
  audio.currentTime = Math.max(0, audio.currentTime + seconds);
}

export function faster(step) {
  const input = document.querySelector('[data-rate-input]');
  input.value = String(Number(input.value) + step);
  input.dispatchEvent(new Event('input'));
}

export function timesOf(row) {
  return { start: Number(row.dataset.start), end: Number(row.dataset.end) };
}

function startRate({ audio }) {
  const input = document.querySelector('[data-rate-input]');
  const output = document.querySelector('[data-rate]');
  input.addEventListener('input', () => {
    audio.playbackRate = Number(input.value);
    output.textContent = Number(input.value).toFixed(1);
  });
}

function follow(sound) {
  const { audio, until } = sound;
  if (until !== undefined && audio.currentTime >= until) {
    audio.pause();
    sound.until = undefined;
  }
  draw(sound);
  const heard = rowAt(sound, audio.currentTime);
  if (heard === sound.heard) return;
  sound.heard?.classList.remove('heard');
  heard?.classList.add('heard');
  sound.heard = heard;
  const wanted = document.querySelector('[data-follow]')?.checked && !audio.paused;
  // Whoever types must not have the page move away.
  if (heard && wanted && !document.activeElement?.closest('[data-text]')) {
    heard.scrollIntoView({ block: 'nearest' });
  }
}

function rowAt({ list }, time) {
  if (!list) return undefined;
  const rows = list.children;
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (Number(rows[middle].dataset.start) <= time) low = middle;
    else high = middle - 1;
  }
  const row = rows[low];
  if (!row) return undefined;
  const { start, end } = timesOf(row);
  return time >= start && time < end ? row : undefined;
}

async function startWave(sound) {
  const words = document.querySelector('[data-wave-words]');
  const { recording } = document.querySelector('[data-recording]').dataset;
  const say = (text) => {
    words.hidden = text === '';
    words.textContent = text;
  };
  say('正在计算波形……');
  const response = await fetch(`/recordings/${recording}/peaks`, {
    headers: { Accept: 'application/json' },
  }).catch(() => undefined);
  if (!response?.ok) {
    const problem = await response?.json().catch(() => undefined);
    return say(`没有波形：${problem?.title ?? '请检查网络后刷新本页。'}`);
  }
  sound.rate = Number(response.headers.get('X-Peaks-Per-Second'));
  sound.peaks = new Uint8Array(await response.arrayBuffer());
  say('');
  for (const canvas of document.querySelectorAll('[data-wave], [data-overview]')) {
    canvas.hidden = false;
    canvas.addEventListener('click', ({ offsetX }) => {
      const [from, to] = canvas.matches('[data-overview]') ? [0, lengthOf(sound)] : windowOf(sound);
      sound.until = undefined;
      sound.audio.currentTime = from + (offsetX / canvas.clientWidth) * (to - from);
    });
  }
  addEventListener('resize', () => draw(sound));
  draw(sound);
}

function lengthOf({ peaks, rate }) {
  return peaks.length / rate;
}

function windowOf(sound) {
  const length = lengthOf(sound);
  const from = Math.max(0, Math.min(sound.audio.currentTime - WINDOW / 3, length - WINDOW));
  return [from, Math.min(length, from + WINDOW)];
}

export function draw(sound) {
  if (!sound.peaks) return;
  paint(sound, document.querySelector('[data-overview]'), [0, lengthOf(sound)], false);
  paint(sound, document.querySelector('[data-wave]'), windowOf(sound), true);
}

function paint({ audio, peaks, rate, list }, canvas, [from, to], sentences) {
  const scale = devicePixelRatio || 1;
  const [width, height] = [canvas.clientWidth, Number(canvas.getAttribute('height')) || canvas.clientHeight];
  canvas.style.setProperty('--height', `${height}px`);
  if (canvas.width !== Math.round(width * scale)) canvas.width = Math.round(width * scale);
  const pen = canvas.getContext('2d');
  const tall = canvas.height;
  const style = getComputedStyle(document.documentElement);
  const x = (time) => ((time - from) / (to - from)) * canvas.width;
  pen.clearRect(0, 0, canvas.width, tall);
  if (sentences && list) {
    for (const row of list.children) {
      const [start, end] = [Number(row.dataset.start), Number(row.dataset.end)];
      if (end < from || start > to) continue;
      pen.fillStyle = style.getPropertyValue(row.matches('.current') ? '--mark' : '--accent-tint');
      pen.fillRect(x(start), 0, Math.max(1, x(end) - x(start) - 1), tall);
    }
  }
  pen.fillStyle = style.getPropertyValue('--soft');
  for (let at = 0; at < canvas.width; at += 1) {
    const first = Math.floor((from + (at / canvas.width) * (to - from)) * rate);
    const last = Math.max(first + 1, Math.floor((from + ((at + 1) / canvas.width) * (to - from)) * rate));
    let most = 0;
    for (let index = first; index < last && index < peaks.length; index += 1) {
      if (peaks[index] > most) most = peaks[index];
    }
    const bar = Math.max(1, (most / 255) * tall);
    pen.fillRect(at, (tall - bar) / 2, 1, bar);
  }
  pen.fillStyle = style.getPropertyValue('--red');
  pen.fillRect(x(audio.currentTime), 0, Math.max(1, scale * 1.5), tall);
}
