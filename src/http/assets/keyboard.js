// j k Enter y n u / ? as listed on the page 键盘操作.
import { pick } from './desk.js';
import { openGroup } from './reading.js';

export function startKeyboard() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest('input, textarea, select, dialog')) {
      const { verdict } = event.target.dataset;
      if (event.key === 'Enter' && verdict) {
        event.preventDefault();
        event.target.form.requestSubmit(
          event.target.form.querySelector(`button[value=${verdict}]`) ?? undefined,
        );
      }
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const act = ACTIONS[event.key];
    if (act?.()) event.preventDefault();
  });
}

const ACTIONS = {
  j: () => move(1),
  k: () => move(-1),
  Enter: () => {
    // A focused link or button keeps its own Enter.
    if (document.activeElement?.closest('a, button, summary')) return false;
    return press('a[data-quote], a.question');
  },
  y: () => press('[data-key=y], button[value=confirmed]'),
  n: () => press('[data-key=n]') || reasonFor('overruled'),
  e: () => press('[data-key=e]'),
  a: () => reasonFor('asked'),
  u: () => pressIn(document, '[data-undo-last]') || press('[data-key=u], button[value=undo]'),
  '/': () => {
    const search = document.querySelector('input[type=search]');
    if (search) search.focus();
    else location.href = location.pathname.startsWith('/catalogue/') ? '/catalogue#what' : '/library';
    return true;
  },
  '?': () => {
    const keys = document.querySelector('[data-keys]');
    if (keys) {
      keys.open = !keys.open;
      keys.scrollIntoView({ block: 'nearest' });
      return true;
    }
    location.href = '/keyboard';
    return true;
  },
};

/** Opens the box of reasons; Enter in it then gives this answer. */
function reasonFor(verdict) {
  const reason = picked()?.querySelector('input[name=reason], input[name=reply]');
  if (!reason) return false;
  reason.dataset.verdict = verdict;
  reason.focus();
  return true;
}

/**
 * What may have happened first, then findings; else facts. None of a closed group, whose items count as laid out all the same.
 */
function items() {
  const on = picked();
  const facts = on?.matches('[data-fact]:not([data-match])');
  const found = facts ? shown('[data-fact]') : [...shown('[data-match]'), ...shown('[data-finding]')];
  return found.length > 0 ? found : [...document.querySelectorAll('[data-fact]')];
}

function shown(selector) {
  return [...document.querySelectorAll(selector)].filter(
    (item) => item.offsetParent !== null && !item.closest('details:not([open])'),
  );
}

function picked() {
  return document.querySelector('.picked');
}

function move(step) {
  const list = items();
  if (list.length === 0) return false;
  const at = list.indexOf(picked());
  if (at >= 0 && list[at].matches('.fact-row') && !list[at + step] && openGroup(step)) return true;
  pick(list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + step))]);
  return true;
}

function press(selector) {
  return pressIn(picked(), selector);
}

function pressIn(place, selector) {
  const target = place?.querySelector(selector);
  target?.click();
  return Boolean(target);
}
