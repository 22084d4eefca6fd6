// The sentences of a transcript on the page: read, drawn, and kept in step with the server.

const ROLES = ['presiding', 'clerk', 'investigator', 'party', 'agent', 'witness', 'third-party'];
const NAMES = ['主持人', '记录员', '调查人员', '当事人', '代理人', '证人', '第三人'];
/** Sentences whose text a person is changing: what others did to them waits. */
const held = new Map();

export function rows() {
  return [...document.querySelectorAll('.segment')];
}

export function rowOf(id) {
  return document.getElementById(`s${id}`);
}

/** The role under a key from 1 to 7, `null` under 0, `undefined` under any other. */
export function roleOfKey(key) {
  if (key === '0') return null;
  return ROLES[Number(key) - 1];
}

/** The role that a word or a number stands for. */
export function roleOfWord(word) {
  const at = NAMES.indexOf(word);
  return at >= 0 ? ROLES[at] : roleOfKey(word);
}

export function textOf(row) {
  return row.querySelector('[data-text]').textContent.replace(/\s*\n\s*/g, ' ');
}

/** A sentence is held as long as what a person typed in it has not gone to the server. */
export function hold(row) {
  if (!held.has(row.id)) held.set(row.id, undefined);
}

export function isHeld(row) {
  return held.has(row.id);
}

export function anyHeld() {
  return held.size > 0;
}

/** Lets go of a sentence; what others did to it meanwhile is shown. */
export function letGo(row) {
  const waiting = held.get(row.id);
  held.delete(row.id);
  if (waiting) show(row, waiting);
}

/** Shows what the server says of sentences. */
export function applyChanged({ segments, removed }, own) {
  for (const id of removed) rowOf(id)?.remove();
  for (const segment of segments) {
    const row = rowOf(segment.id);
    if (row && Number(row.dataset.version) >= segment.version) continue;
    if (row && isHeld(row)) {
      // Our own change tells the new version, but what has been typed since stays.
      held.set(row.id, segment);
      if (own) showAbout(row, segment);
    } else if (row) show(row, segment);
    else insert(segment);
  }
  document.querySelector('[data-empty]')?.remove();
  count();
}

function insert(segment) {
  const list = document.querySelector('[data-segments]');
  const row = document.createElement('li');
  row.className = 'segment';
  row.id = `s${segment.id}`;
  row.dataset.id = segment.id;
  row.innerHTML =
    '<a class="time"></a><span class="who"><span data-role-name></span> <span class="soft small" data-speaker-name></span></span><span class="words" data-text lang="zh"></span>';
  prepare(row);
  show(row, segment);
  list.insertBefore(row, successor(list, segment) ?? null);
}

function successor(list, { start, end, id }) {
  return [...list.children].find((other) => {
    const [at, to] = [Number(other.dataset.start), Number(other.dataset.end)];
    return at > start || (at === start && (to > end || (to === end && Number(other.dataset.id) > id)));
  });
}

/** What makes a sentence editable, on rows of the page as on new ones. */
export function prepare(row) {
  const text = row.querySelector('[data-text]');
  row.tabIndex = -1;
  text.setAttribute('role', 'textbox');
  text.setAttribute('aria-label', '这一句的文字');
  text.spellcheck = false;
  text.contentEditable = 'plaintext-only';
}

function show(row, segment) {
  const moved = row.dataset.start !== undefined && Number(row.dataset.start) !== segment.start;
  const { text, uncertain } = segment;
  showAbout(row, segment);
  const words = row.querySelector('[data-text]');
  const typing = words === document.activeElement && words.textContent === text;
  // While somebody types in it, drawing anew would take the cursor away; the marks come when the sentence is left.
  if (!typing) words.replaceChildren(...pieces(text, uncertain));
  else words.dataset.stale = JSON.stringify(uncertain);
  if (moved) {
    const list = row.parentElement;
    row.remove();
    list.insertBefore(row, successor(list, segment) ?? null);
  }
}

/** Everything of a sentence but its words. */
function showAbout(row, { start, end, version, role, speaker, channel }) {
  Object.assign(row.dataset, { start, end, version, role: role ?? '', speaker: speaker ?? '' });
  row.dataset.channel = channel ?? '';
  const { recording } = document.querySelector('[data-recording]').dataset;
  const time = row.querySelector('.time');
  time.href = `/recordings/${recording}/media#t=${start},${end}`;
  time.title = `${clock(start)}—${clock(end)}`;
  time.textContent = clock(start);
  const name = role ? NAMES[ROLES.indexOf(role)] : '未指定';
  row.querySelector('[data-role-name]').textContent = name;
  // A name that only says the role again is not shown twice.
  row.querySelector('[data-speaker-name]').textContent = speaker?.endsWith(name) ? '' : (speaker ?? '');
}

/** Draws the marks of a sentence that was left. */
export function refreshMarks(row) {
  const words = row.querySelector('[data-text]');
  if (words.dataset.stale === undefined) return;
  words.replaceChildren(...pieces(words.textContent, JSON.parse(words.dataset.stale)));
  delete words.dataset.stale;
}

function pieces(text, uncertain) {
  const signs = [...text];
  const made = [];
  let at = 0;
  for (const { from, to } of [...uncertain].sort((a, b) => a.from - b.from)) {
    if (from < at || to <= from) continue;
    if (from > at) made.push(signs.slice(at, from).join(''));
    const mark = document.createElement('mark');
    mark.className = 'unsure';
    mark.textContent = signs.slice(from, to).join('');
    made.push(mark);
    at = to;
  }
  made.push(signs.slice(at).join(''));
  return made;
}

/** Where a mark stands in its sentence, in code points. */
export function spanOf(mark) {
  let from = 0;
  for (let node = mark.previousSibling; node; node = node.previousSibling) {
    from += [...node.textContent].length;
  }
  return { from, to: from + [...mark.textContent].length };
}

export function count() {
  const tell = (name, number) => {
    const place = document.querySelector(`[data-count-${name}]`);
    place.textContent = String(number);
    place.className = number > 0 ? 'unclear' : 'met';
  };
  tell('unsure', document.querySelectorAll('.segment mark.unsure').length);
  tell('unassigned', document.querySelectorAll('.segment[data-role=""]').length);
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
