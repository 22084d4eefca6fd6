// On the desk a link changes only the middle column, and an answer to a finding only the right one.

export function startDesk() {
  if (!document.querySelector('[data-case]')) return;
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-desk], a.question, a[href^="#finding-"]');
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (link.matches('[data-desk]')) open(link.href);
    else if (link.matches('.question')) openFinding(link);
    else goToFinding(link.hash.slice(1));
  });
  document.addEventListener('submit', (event) => {
    const form = event.target.closest('form[data-verdict]');
    if (!form) return;
    event.preventDefault();
    answer(form, event.submitter);
  });
  addEventListener('popstate', () => show(location.href));
  toQuote();
}

/** Opens an address of the desk without losing the place in the findings. */
export async function open(href) {
  if (await show(href)) history.pushState(null, '', href);
}

/** Shows an address of the desk anew, all of it, and keeps every place; `before` is called just before it does. */
export async function refresh(href, before) {
  const page = await load(href);
  if (!page) return;
  before();
  history.replaceState(null, '', href);
  for (const part of ['.case-head', '.column-left', '#right', '#middle']) {
    const top = document.querySelector(part)?.scrollTop;
    replace(part, page);
    if (top) document.querySelector(part).scrollTop = top;
  }
  toQuote(new URL(href).hash);
}

async function show(href) {
  const page = await load(href);
  if (!page) return false;
  replace('#middle', page);
  showRight(page, new URL(href, location.href).hash === '#open-group');
  replace('.column-left', page);
  document.body.classList.remove('show-right');
  // On a phone the columns stand one below the other.
  if (matchMedia('(max-width: 720px)').matches) document.querySelector('#middle').scrollIntoView();
  toQuote(new URL(href, location.href).hash);
  return true;
}

/** The right column follows where it belongs to another list; else it keeps its place. */
function showRight(page, open) {
  const old = document.querySelector('#right');
  const fresh = page.querySelector('#right');
  if (!fresh || old.dataset.shows === fresh.dataset.shows) return;
  document.querySelector('.desk').className = page.querySelector('.desk').className;
  document.querySelector('[data-tabs]').replaceChildren(...page.querySelector('[data-tabs]').childNodes);
  const picked = old.querySelector('.fact-row.picked')?.dataset.path;
  const top = old.scrollTop;
  const same =
    old.dataset.shows.split(' ').slice(0, 3).join() === fresh.dataset.shows.split(' ').slice(0, 3).join();
  old.replaceWith(fresh);
  if (same) fresh.scrollTop = top;
  else if (open) fresh.querySelector('#open-group')?.scrollIntoView({ block: 'start' });
  const row = [...fresh.querySelectorAll('.fact-row')].find((one) => one.dataset.path === picked);
  if (row) pick(row);
  fresh
    .querySelector('.correction select, .correction input:not([type=hidden]), .correction textarea')
    ?.focus();
}

/** Puts the whole card in the place of its one line; the middle column and the place in the list stay. */
async function openFinding(link) {
  const line = link.closest('[data-finding]');
  const card = (await load(link.href))?.getElementById(line.id);
  if (!card) return;
  line.replaceWith(card);
  pick(card);
}

/** In a narrow window the findings are behind a tab. */
function goToFinding(id) {
  document.body.classList.add('show-right');
  pick(document.getElementById(id));
}

async function load(href, options) {
  const response = await fetch(href, { headers: { Accept: 'text/html' }, ...options }).catch(() => undefined);
  // Anything unusual (signed out, refused, offline) is shown as the page itself.
  if (!response?.ok || new URL(response.url).pathname !== location.pathname) {
    if (!options) location.href = href;
    return undefined;
  }
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

function replace(selector, page) {
  const old = document.querySelector(selector);
  const fresh = page.querySelector(selector);
  if (!old || !fresh) return;
  const top = old.scrollTop;
  old.replaceChildren(...fresh.childNodes);
  old.scrollTop = selector === '#middle' ? 0 : top;
}

function toQuote(hash = location.hash) {
  const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  const middle = document.querySelector('#middle');
  if (!target || !middle.contains(target)) return;
  middle.scrollTop += target.getBoundingClientRect().top - middle.getBoundingClientRect().top - 120;
  target.querySelector('select, input:not([type=hidden]), textarea')?.focus();
}

async function answer(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  const rule = form.closest('[data-finding]').dataset.finding;
  const response = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { Accept: 'application/json' },
  });
  if (!response.ok) {
    const problem = await response.json().catch(() => undefined);
    return complain(form, problem?.title ?? '没有保存，请检查网络后重试。');
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  replace('#right', page);
  const header = page.querySelector('.case-head');
  if (header) document.querySelector('.case-head').replaceWith(header);
  pick(document.getElementById(`finding-${rule}`));
}

function complain(form, text) {
  form.querySelector('.fault')?.remove();
  const fault = document.createElement('p');
  fault.className = 'fault';
  fault.setAttribute('role', 'alert');
  fault.textContent = text;
  form.append(fault);
  form.querySelector('input[name=reason], input[name=reply]')?.focus();
}

/** Marks one finding or fact as the present one and brings it into view. */
export function pick(element) {
  if (!element) return;
  for (const other of document.querySelectorAll('.picked')) other.classList.remove('picked');
  element.classList.add('picked');
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}
