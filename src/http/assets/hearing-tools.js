// Speakers in bulk and by line, find and replace.
import { roleOfWord, rows, textOf } from './hearing-rows.js';

export function startHearingTools(editor) {
  editor.chosen = () => {
    const chosen = document.querySelectorAll('.segment.chosen').length;
    document.querySelector('[data-count-chosen]').textContent = String(chosen);
  };
  document.addEventListener('click', (event) => {
    const give = event.target.closest('[data-give-role]');
    if (give) editor.giveRole(give.value || null);
    const choose = event.target.closest('[data-choose]');
    if (choose) {
      for (const row of alike(editor.current, choose.dataset.choose)) row.classList.add('chosen');
      if (choose.dataset.choose === 'none') {
        for (const row of document.querySelectorAll('.segment.chosen')) row.classList.remove('chosen');
      }
      editor.chosen();
    }
    if (event.target.closest('[data-apply-lines]')) byLine(editor);
    if (event.target.closest('[data-find-next]')) findNext(editor);
  });
  document.querySelector('[data-log]').addEventListener('toggle', (event) => {
    if (event.target.open) showLog();
  });
  const form = document.querySelector('[data-replace]');
  form.elements.find.addEventListener('input', () => tellFound(form));
  form.elements.find.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    findNext(editor);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [find, replace] = [form.elements.find.value, form.elements.replace.value];
    if (!find) return;
    const changed = await editor.send({ act: 'replace', find, replace });
    if (changed)
      form.querySelector('[data-found]').textContent = `替换了 ${changed.segments.length} 句，时间不变。`;
  });
}

/** The changes as they now are: the page was made before them. */
async function showLog() {
  const log = document.querySelector('[data-log]');
  const response = await fetch(log.querySelector('a').href).catch(() => undefined);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const list = page.querySelector('.change-list');
  if (list) log.querySelector('.change-list, p').replaceWith(list);
}

/** The sentences that a bulk choice takes in, beside the present one. */
function alike(current, by) {
  if (!current) return [];
  if (by === 'to-end') {
    const found = [];
    for (let row = current; row && row.dataset.role === current.dataset.role; row = row.nextElementSibling) {
      found.push(row);
    }
    return found;
  }
  const value = current.dataset[by];
  return value ? rows().filter((row) => row.dataset[by] === value) : [];
}

/** One line, one sentence, from the present one on; runs of one role go to the server together. */
function byLine(editor) {
  const place = document.querySelector('[data-role-lines]');
  const lines = place.value.split('\n').map((line) => line.trim());
  const given = new Map();
  let row = editor.current ?? document.querySelector('.segment');
  for (const line of lines) {
    if (!row) break;
    const role = line === '' ? undefined : roleOfWord(line);
    if (line !== '' && role === undefined) {
      place.setCustomValidity(
        `“${line}”不是角色，请写主持人、记录员、调查人员、当事人、代理人、证人、第三人，或者 1—7。`,
      );
      place.reportValidity();
      place.setCustomValidity('');
      return;
    }
    if (role !== undefined) given.set(role, [...(given.get(role) ?? []), Number(row.dataset.id)]);
    row = row.nextElementSibling;
  }
  for (const [role, ids] of given) editor.send({ act: 'role', ids, role });
  place.value = '';
}

function tellFound(form) {
  const word = form.elements.find.value;
  const found = word ? rows().filter((row) => textOf(row).includes(word)).length : 0;
  form.querySelector('[data-found]').textContent = word ? `${found} 句有“${word}”。` : '';
}

function findNext(editor) {
  const word = document.querySelector('[data-replace]').elements.find.value;
  if (!word) return;
  const list = rows();
  const from = editor.current ? list.indexOf(editor.current) + 1 : 0;
  const next = [...list.slice(from), ...list.slice(0, from)].find((row) => textOf(row).includes(word));
  if (next) editor.select(next);
}
