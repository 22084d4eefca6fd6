// A recording goes to the server piece by piece; what has arrived stays, and the same file goes on from there.

/** Waits between tries of one piece, in milliseconds; after the last, a person decides. */
const WAITS = [500, 1000, 2000, 4000, 8000, 15000];

export function startHearingUpload() {
  const form = document.querySelector('form[data-recording-form]');
  if (!form) return;
  let stop;
  form.querySelector('[data-sending-stop]').addEventListener('click', () => stop?.abort());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const file = form.elements.file.files[0];
    if (!file) return fault(form, '还没有选择录音录像文件。');
    stop = new AbortController();
    busy(form, true);
    fault(form, '');
    try {
      const id = await send(form, file, stop.signal);
      location.href = `/recordings/${id}`;
    } catch (error) {
      busy(form, false);
      fault(
        form,
        stop.signal.aborted ? '已暂停；已传的部分保留，再次“存入”同一个文件即继续。' : error.message,
      );
    }
  });
}

async function send(form, file, signal) {
  const told = Object.fromEntries(
    ['kind', 'began', 'ended'].map((name) => [name, form.elements[name].value]).filter(([, value]) => value),
  );
  const begun = await ask(form.action, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ ...told, name: file.name, bytes: file.size, modified: file.lastModified }),
    signal,
  });
  let { received } = begun;
  for (;;) {
    show(form, received, file.size);
    const answer = await sendPiece(begun, file, received, signal);
    received = answer.received;
    if (answer.recording) return answer.recording;
  }
}

/** One piece, tried again while the line is broken; where the server has more or less than we think, it is right. */
async function sendPiece({ upload, chunk }, file, offset, signal) {
  const piece = file.slice(offset, offset + chunk);
  let bytes;
  try {
    bytes = await piece.arrayBuffer();
  } catch {
    throw new Error('文件读不出来，可能已被移动或者改动；请检查设备和文件后重新选择。');
  }
  const headers = { 'Content-Type': 'application/octet-stream', Accept: 'application/json' };
  if (crypto.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    headers['Content-Digest'] = `sha-256=:${btoa(String.fromCharCode(...digest))}:`;
  }
  const address = `/api/recording-uploads/${upload}`;
  for (let tried = 0; ; tried += 1) {
    try {
      return await ask(`${address}?offset=${offset}`, { method: 'PUT', headers, body: bytes, signal });
    } catch (error) {
      if (signal.aborted) throw error;
      const expected = error.problem?.faults?.find(({ path }) => path === 'offset')?.expected;
      if (error.problem?.kind === 'conflict' && expected !== undefined) return { received: Number(expected) };
      if ((error.problem && error.problem.kind !== 'unavailable') || tried >= WAITS.length) throw error;
      await new Promise((next) => setTimeout(next, WAITS[tried]));
    }
  }
}

async function ask(address, options) {
  const response = await fetch(address, options).catch(() => {
    throw new Error('没有传完，已传的部分保留；请检查网络后再次“存入”同一个文件。');
  });
  const answer = await response.json().catch(() => undefined);
  if (response.ok && answer) return answer;
  throw Object.assign(new Error(answer?.title ?? '没有接收，请重试。'), { problem: answer ?? {} });
}

function show(form, received, bytes) {
  form.querySelector('[data-sending] progress').value = (received / bytes) * 100;
  const mb = (count) => (count / 1024 / 1024).toFixed(1);
  form.querySelector('[data-sending-words]').textContent =
    `已存 ${mb(received)} / ${mb(bytes)} MB（${Math.floor((received / bytes) * 100)}%）`;
}

function busy(form, on) {
  form.querySelector('[data-sending]').hidden = !on;
  form.querySelector('[data-sending-stop]').hidden = !on;
  form.querySelector('button[type=submit]').disabled = on;
}

function fault(form, text) {
  const place = form.querySelector('[data-sending-fault]');
  place.textContent = text;
  place.hidden = text === '';
}
