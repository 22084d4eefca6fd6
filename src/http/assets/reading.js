// Checking the facts that were read: decisions are sent one after the other while the person goes on.
import { open, pick, refresh } from './desk.js';

const waiting = [];
let sending = false;
/** The latest revision that a decision made. */
let revision = 0;

export function startReading() {
  document.addEventListener('submit', (event) => {
    const form = event.target.closest('form[data-reading]');
    if (!form) return;
    event.preventDefault();
    const button = event.submitter;
    if (button?.dataset.ask && !button.dataset.sure) return askFirst(button);
    decide(form, button);
  });
  document.addEventListener('click', (event) => {
    const row = event.target.closest('.fact-row');
    if (row && !event.target.closest('button, input, select, textarea, [data-key]')) pick(row);
  });
}

/** Asks once more in the place of the button itself. */
function askFirst(button) {
  const words = button.textContent;
  button.dataset.sure = 'yes';
  button.textContent = button.dataset.ask;
  button.addEventListener(
    'blur',
    () => {
      delete button.dataset.sure;
      button.textContent = words;
    },
    { once: true },
  );
}

function decide(form, button) {
  const row = button?.closest('[data-fact]') ?? form.ownerDocument.querySelector('.fact-row.picked');
  const fields = new URLSearchParams(new FormData(form, button));
  const goesOn = button?.dataset.key === 'y' || button?.dataset.key === 'n';
  waiting.push({
    action: button?.hasAttribute('formaction') ? button.formAction : form.action,
    fields,
    path: row?.dataset.path,
  });
  row?.classList.add('waiting');
  if (goesOn && row) pick(nextOpen(row) ?? row);
  if (!sending) send();
}

function nextOpen(row) {
  let next = row.nextElementSibling;
  while (next && (!next.matches('.open') || next.matches('.waiting'))) next = next.nextElementSibling;
  return next ?? undefined;
}

/** Each decision is made on the revision that the one before it made; what comes meanwhile waits. */
async function send() {
  sending = true;
  while (waiting.length > 0) {
    let last;
    let problem;
    while (waiting.length > 0 && !problem) {
      const { action, fields, path } = waiting.shift();
      if (revision > Number(fields.get('revision'))) fields.set('revision', String(revision));
      const response = await fetch(action, {
        method: 'POST',
        body: fields,
        headers: { Accept: 'application/json' },
      }).catch(() => undefined);
      const answer = await response?.json().catch(() => undefined);
      if (response?.ok && answer) ({ revision, last } = answer);
      else problem = { path, text: answer?.title ?? '没有保存，请检查网络后重试。' };
    }
    if (problem) waiting.length = 0;
    await show(last, problem);
  }
  sending = false;
}

async function show(last, problem) {
  // What was typed stays where a correction is refused.
  if (problem && document.querySelector('.correction')) return complain(problem.text);
  // The paper follows to the words of the fact that comes next.
  const words = rowOf(problem?.path ?? pickedPath())?.querySelector('a[data-quote]');
  const address = new URL(words?.href ?? location.href);
  address.searchParams.delete('correct');
  if (last) address.searchParams.set('last', last);
  else address.searchParams.delete('last');
  let path;
  await refresh(address.href, () => {
    // The person may have gone on while the page came.
    path = problem?.path ?? pickedPath();
  });
  pick(rowOf(path));
  for (const one of waiting) rowOf(one.path)?.classList.add('waiting');
  if (problem) complain(problem.text);
}

const pickedPath = () => document.querySelector('.fact-row.picked')?.dataset.path;

function rowOf(path) {
  return [...document.querySelectorAll('.fact-row')].find((row) => row.dataset.path === path);
}

function complain(text) {
  const place = document.querySelector('.reading');
  place.querySelector('.fault-summary')?.remove();
  const fault = document.createElement('div');
  fault.className = 'fault-summary';
  fault.setAttribute('role', 'alert');
  fault.textContent = text;
  place.prepend(fault);
  fault.scrollIntoView({ block: 'nearest' });
}

/** Past the last fact of a paper comes the next paper. */
export function openGroup(step) {
  const groups = [...document.querySelectorAll('.reading-group')];
  const at = groups.findIndex((group) => !group.matches('[data-group]'));
  const next = groups[at + step];
  if (!next) return false;
  open(next.href).then(() => {
    const rows = [...document.querySelectorAll('.fact-row')];
    pick(step > 0 ? rows[0] : rows.at(-1));
  });
  return true;
}
