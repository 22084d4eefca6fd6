// Edits go to the server one after the other, each as soon as it is made; what others change meanwhile comes in.

import { anyHeld } from './hearing-rows.js';

/** How often the page asks what others did. */
const POLL_MS = 8000;
const WAITS = [1000, 2000, 5000, 10000, 20000];

/**
 * Saves for one transcript. `apply(changed, own)` shows what the server says; of an edit that was not saved first
 * `release(edit)` lets go, then, with what stands there now on the page, `refused(edit, text)` is told.
 */
export function openSaves(transcript, revision, { apply, release, refused, seenOf }) {
  const state = document.querySelector('[data-save-state]');
  const saves = { revision, waiting: 0, line: Promise.resolve() };
  const say = (text, bad = false) => {
    state.textContent = text;
    state.classList.toggle('not-met', bad);
  };
  const take = (changed, own) => {
    if (changed.revision > saves.revision) saves.revision = changed.revision;
    apply(changed, own);
    document.querySelector('[data-log-count]').textContent = String(saves.revision);
  };

  const settle = () => {
    if (saves.waiting > 0 || anyHeld()) return;
    say(`已保存 ${new Date().toLocaleTimeString('zh-CN', { hour12: false })}`);
  };

  saves.typing = () => say('有改动，停下即保存……');
  saves.send = (edit) => {
    saves.waiting += 1;
    say('正在保存……');
    // What was seen is asked only when it goes out: the edit before it may have touched the same sentence.
    saves.line = saves.line.then(async () => {
      try {
        const changed = await post(transcript, { edit, seen: seenOf(edit) }, say);
        // Between what we know and what came of it others may have been at work.
        if (changed.revision > saves.revision + 1) await catchUp();
        take(changed, true);
        saves.waiting -= 1;
        // Whoever sent it first lets go of the sentence.
        setTimeout(settle);
        return changed;
      } catch (error) {
        saves.waiting -= 1;
        say(error.message, true);
        release(edit);
        await catchUp();
        refused(edit, error.message);
        return undefined;
      }
    });
    return saves.line;
  };

  async function catchUp() {
    const response = await fetch(`/api/transcripts/${transcript}/changes?since=${saves.revision}`).catch(
      () => undefined,
    );
    if (!response?.ok) return;
    const changed = await response.json();
    take(changed, false);
    const warning = document.querySelector('[data-editors]');
    warning.hidden = changed.editors.length === 0;
    warning.textContent = `${changed.editors.join('、')}也打开着这份转写稿。各改各的句子互不影响；同时改同一句的，先存的为准，后存的会得到提示。`;
  }

  const poll = () => saves.waiting === 0 && document.visibilityState === 'visible' && catchUp();
  setInterval(poll, POLL_MS);
  document.addEventListener('visibilitychange', poll);
  catchUp();
  addEventListener('beforeunload', (event) => {
    if (saves.waiting > 0 || anyHeld()) event.preventDefault();
  });
  return saves;
}

/** Tried again while the line is broken: nothing that was typed is given up for that. */
async function post(transcript, body, say) {
  for (let tried = 0; ; tried += 1) {
    const response = await fetch(`/api/transcripts/${transcript}/edits`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    const answer = await response?.json().catch(() => undefined);
    if (response?.ok && answer) return answer;
    if (response && response.status < 500) throw new Error(answer?.title ?? '没有保存，请重试。');
    say('连不上服务器，修改还没有保存，正在重试；请不要关闭本页。', true);
    await new Promise((next) => setTimeout(next, WAITS[Math.min(tried, WAITS.length - 1)]));
  }
}
