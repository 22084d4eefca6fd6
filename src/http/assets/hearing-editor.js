// A transcript is corrected by keyboard: each change goes to the server at once, and is logged there.
import {
  applyChanged,
  count,
  hold,
  isHeld,
  letGo,
  prepare,
  refreshMarks,
  roleOfKey,
  rowOf,
  rows,
  spanOf,
  textOf,
} from './hearing-rows.js';
import { openSaves } from './hearing-saves.js';
import { draw, faster, hear, openSound, skip, timesOf, toggle } from './hearing-sound.js';
import { startHearingTools } from './hearing-tools.js';

/** What is typed is saved after so long a pause. */
const PAUSE_MS = 600;

export function startHearingEditor() {
  const place = document.querySelector('[data-recording]');
  if (!place) return;
  const sound = openSound();
  const editor = { sound, current: undefined, timers: new Map() };
  editor.select = (row) => select(editor, row);
  if (place.dataset.edit) openForEdits(editor, place.dataset);
  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const typed = event.target.closest('[data-text]');
    if (typed) return typing(editor, event, typed.closest('.segment'));
    if (event.target.closest('input, textarea, select, dialog, button, audio, a, summary')) {
      // The arrows of a focused link are free; its Enter is not.
      if (!event.target.closest('.segment') || event.key === 'Enter') return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (act && act(editor) !== false) event.preventDefault();
    else if (editor.saves && roleOfKey(event.key) !== undefined) giveRole(editor, roleOfKey(event.key));
  });
  document.addEventListener('focusin', (event) => {
    const row = event.target.closest('.segment');
    if (row && row !== editor.current) mark(editor, row);
  });
}

function openForEdits(editor, { transcript, revision }) {
  for (const row of rows()) prepare(row);
  editor.saves = openSaves(transcript, Number(revision), {
    apply: (changed, own) => {
      applyChanged(changed, own);
      if (editor.current && !editor.current.isConnected) editor.current = undefined;
      draw(editor.sound);
    },
    seenOf: (edit) => {
      const ids = edit.ids ?? [edit.id, edit.next].filter((id) => id !== undefined);
      const there = ids.map((id) => [id, rowOf(id)?.dataset.version]);
      return Object.fromEntries(
        there.filter(([, version]) => version !== undefined).map(([id, v]) => [id, Number(v)]),
      );
    },
    release: (edit) => {
      const row = edit.act === 'text' ? rowOf(edit.id) : undefined;
      if (row) {
        row.dataset.former = row.dataset.version;
        row.dataset.version = '-1';
        letGo(row);
      }
    },
    refused: (edit, why) => {
      const row = edit.act === 'text' ? rowOf(edit.id) : undefined;
      if (!row) return;
      if (row.dataset.version === '-1') row.dataset.version = row.dataset.former;
      if (textOf(row) !== edit.text) tellLost(row, edit.text, why);
    },
  });
  editor.send = (edit) => editor.saves.send(edit);
  editor.giveRole = (role) => giveRole(editor, role);
  document.addEventListener('input', (event) => {
    const row = event.target.closest('[data-text]')?.closest('.segment');
    if (!row) return;
    hold(row);
    editor.saves.typing();
    clearTimeout(editor.timers.get(row.id));
    editor.timers.set(
      row.id,
      setTimeout(() => saveText(editor, row), PAUSE_MS),
    );
  });
  document.addEventListener('focusout', (event) => {
    const row = event.target.closest('[data-text]')?.closest('.segment');
    if (!row) return;
    saveText(editor, row);
    refreshMarks(row);
    count();
  });
  startHearingTools(editor);
}

/** Sends what was typed in a sentence, where something was. */
async function saveText(editor, row) {
  clearTimeout(editor.timers.get(row.id));
  if (!isHeld(row) || !row.isConnected) return;
  const text = textOf(row);
  await editor.send({ act: 'text', id: Number(row.dataset.id), text });
  // Typed on meanwhile: the next pause saves that.
  if (row.isConnected && textOf(row) === text) letGo(row);
}

/** Somebody else was first: what was typed here is not lost, it stands below the sentence. */
function tellLost(row, text, why) {
  const note = document.createElement('p');
  note.className = 'note note-amber small lost';
  note.setAttribute('role', 'alert');
  note.textContent = `${why} 您写的是：${text}`;
  row.append(note);
}

function typing(editor, event, row) {
  const { key, ctrlKey, metaKey, altKey } = event;
  const command = ctrlKey || metaKey;
  const role = altKey && roleOfKey(event.code.replace('Digit', ''));
  if (key === 'Enter' && command) splitAt(editor, row);
  else if (key === 'Enter') go(editor, 1, true);
  else if (key === 'Escape') editor.select(row);
  else if (key === ' ' && command) toggle(editor.sound);
  else if (key === 'j' && command) hear(editor.sound, row);
  else if (role !== false && role !== undefined) giveRole(editor, role);
  else return;
  event.preventDefault();
}

const KEYS = {
  j: (editor) => go(editor, 1),
  k: (editor) => go(editor, -1),
  ArrowDown: (editor) => go(editor, 1),
  ArrowUp: (editor) => go(editor, -1),
  ArrowLeft: ({ sound }) => skip(sound, -3),
  ArrowRight: ({ sound }) => skip(sound, 3),
  ' ': ({ sound }) => toggle(sound),
  '[': () => faster(-0.1),
  ']': () => faster(0.1),
  Enter: ({ sound, current }) => (current ? hear(sound, current) : false),
  e: withEdits(({ current }) => write(current)),
  x: withEdits(({ current, chosen }) => {
    current?.classList.toggle('chosen');
    chosen();
  }),
  m: withEdits(({ current, send }) => {
    const next = current?.nextElementSibling;
    if (next) send({ act: 'merge', id: Number(current.dataset.id), next: Number(next.dataset.id) });
  }),
  n: withEdits(nextUnsure),
  y: withEdits(confirmUnsure),
  s: withEdits((editor) => setTime(editor, 'start')),
  t: withEdits((editor) => setTime(editor, 'end')),
  a: withEdits(({ sound, send, select }) => {
    const at = Math.round(sound.audio.currentTime * 100) / 100;
    send({ act: 'add', start: at, end: at + 2, text: '' }).then((changed) => {
      const row = changed && rowOf(changed.segments[0].id);
      if (row) {
        select(row);
        write(row);
      }
    });
  }),
  d: withEdits((editor) => {
    const { current, send } = editor;
    if (!current) return;
    const next = current.nextElementSibling ?? current.previousElementSibling;
    send({ act: 'remove', ids: [Number(current.dataset.id)] }).then(() => next && editor.select(next));
  }),
  u: withEdits(({ send }) => send({ act: 'undo' })),
};

function withEdits(act) {
  return (editor) => (editor.saves ? act(editor) : false);
}

function go(editor, step, andWrite = false) {
  const { current } = editor;
  const next = current
    ? step > 0
      ? current.nextElementSibling
      : current.previousElementSibling
    : document.querySelector('.segment');
  if (next) editor.select(next);
  else if (andWrite && current) editor.select(current);
  if (next && andWrite) write(next);
}

function mark(editor, row) {
  editor.current?.classList.remove('current');
  row.classList.add('current');
  editor.current = row;
  draw(editor.sound);
}

function select(editor, row) {
  mark(editor, row);
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

/** The cursor goes behind the last word. */
function write(row) {
  const words = row?.querySelector('[data-text]');
  if (!words) return;
  words.focus();
  const selection = getSelection();
  selection.selectAllChildren(words);
  selection.collapseToEnd();
}

async function splitAt(editor, row) {
  const words = row.querySelector('[data-text]');
  const range = document.createRange();
  range.selectNodeContents(words);
  const { focusNode, focusOffset } = getSelection();
  range.setEnd(focusNode, focusOffset);
  const at = [...range.toString()].length;
  await saveText(editor, row);
  const { currentTime } = editor.sound.audio;
  const { start, end } = timesOf(row);
  const time = currentTime > start && currentTime < end ? { time: Math.round(currentTime * 100) / 100 } : {};
  words.blur();
  await editor.send({ act: 'split', id: Number(row.dataset.id), at, ...time });
  editor.select(row);
  go(editor, 1, true);
}

function giveRole(editor, role) {
  const chosen = rows().filter((row) => row.matches('.chosen'));
  const given = chosen.length > 0 ? chosen : [editor.current].filter(Boolean);
  if (given.length === 0) return;
  const named = document.querySelector('[data-speaker-input]');
  const speaker = named.value.trim();
  const ids = given.map((row) => Number(row.dataset.id));
  editor.send({ act: 'role', ids, role, ...(speaker ? { speaker } : {}) });
  // The next one is somebody else.
  named.value = '';
  for (const row of chosen) row.classList.remove('chosen');
  editor.chosen();
}

function setTime({ current, sound, send }, side) {
  if (!current) return;
  const times = timesOf(current);
  times[side] = Math.round(sound.audio.currentTime * 100) / 100;
  if (times.end < times.start) times[side === 'start' ? 'end' : 'start'] = times[side];
  send({ act: 'times', id: Number(current.dataset.id), ...times });
}

function nextUnsure(editor) {
  const marks = [...document.querySelectorAll('.segment mark.unsure')];
  const last = document.querySelector('mark.asked');
  last?.classList.remove('asked');
  const following = Node.DOCUMENT_POSITION_FOLLOWING;
  const from = last ?? editor.current;
  const next =
    marks.find((one) => from && one !== last && from.compareDocumentPosition(one) & following) ?? marks[0];
  if (!next) return;
  next.classList.add('asked');
  editor.select(next.closest('.segment'));
  hear(editor.sound, next.closest('.segment'));
}

function confirmUnsure({ current, send }) {
  const unsure = current?.querySelector('mark.asked') ?? current?.querySelector('mark.unsure');
  if (unsure) send({ act: 'confirm', id: Number(current.dataset.id), ...spanOf(unsure) });
}
