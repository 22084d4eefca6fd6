// The calculator of an item answers while one types. What is asked stands in the address, so a reload or a link shows the same.

const PAUSE = 250;
let newest = 0;
let running;

export function startCalculator() {
  const form = document.querySelector('form[data-calculator]');
  if (!form) return;
  let timer;
  const later = (event) => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => ask(form), PAUSE);
  };
  form.addEventListener('input', later);
  form.addEventListener('compositionend', later);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask(form);
  });
}

/** Asks for the page that the form describes and takes its answer over; an older question is dropped. */
async function ask(form) {
  const question = ++newest;
  running?.abort();
  running = new AbortController();
  const result = document.querySelector('#result');
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  const href = `${location.pathname}?${query}`;
  result.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(href, { headers: { Accept: 'text/html' }, signal: running.signal });
    const text = await response.text();
    if (question !== newest) return;
    // What was typed and cannot be read is answered as a page too; anything else (signed out, refused) is shown itself.
    const answers = response.ok || response.status === 422;
    if (!answers || new URL(response.url).pathname !== location.pathname) {
      location.href = href;
      return;
    }
    show(new DOMParser().parseFromString(text, 'text/html'));
    history.replaceState(null, '', href);
  } catch (error) {
    if (error.name !== 'AbortError' && question === newest)
      document.querySelector('#calculator-status').textContent = '没有算出，请检查网络后按“计算”重试。';
  } finally {
    if (question === newest) result.removeAttribute('aria-busy');
  }
}

function show(page) {
  takeFields(page);
  for (const id of ['calculation', 'item-table']) replace(id, page);
  const status = document.querySelector('#calculator-status');
  const words = page.querySelector('#calculator-status')?.textContent ?? '';
  // The same words again would be read out for nothing.
  if (status.textContent !== words) status.textContent = words;
  for (const slot of document.querySelectorAll('[data-fault]')) {
    const fresh = page.getElementById(slot.id);
    slot.textContent = fresh?.textContent ?? '';
    slot.hidden = !fresh || fresh.hidden;
    const field = document.getElementById(`field-${slot.dataset.fault}`);
    if (slot.hidden) field?.removeAttribute('aria-invalid');
    else field?.setAttribute('aria-invalid', 'true');
  }
}

/** Day, place and kind of party decide what is asked: new questions come, others go, and what stays is not touched. */
function takeFields(page) {
  const [old, fresh] = [document, page].map((one) => one.querySelector('.calculator-fields'));
  if (!old || !fresh) return;
  const nameOf = (field) => field.querySelector('[name]')?.name;
  const known = new Map([...old.children].map((field) => [nameOf(field), field]));
  let next = old.firstElementChild;
  for (const field of [...fresh.children]) {
    const own = known.get(nameOf(field));
    if (own) next = own.nextElementSibling;
    else old.insertBefore(field, next);
    known.delete(nameOf(field));
  }
  for (const field of known.values()) field.remove();
}

/** Puts a fresh part in the place of the old; whoever stood on a link in it stands on it again. */
function replace(id, page) {
  const old = document.getElementById(id);
  const fresh = page.getElementById(id);
  if (!old || !fresh) return;
  const links = (part) => [...part.querySelectorAll('a, button')];
  const at = links(old).indexOf(document.activeElement);
  old.replaceChildren(...fresh.childNodes);
  if (at >= 0) links(old)[at]?.focus({ preventScroll: true });
}
