// Dropping a folder, the list of what will be sent, and the progress of sending it. Without script the inputs do.

export function startDossierForm() {
  const form = document.querySelector('form[data-dossier]');
  if (!form) return;
  const chosen = new Map();
  const part = (name) => form.querySelector(`[data-${name}]`);
  const drop = part('drop');
  part('drop-words').hidden = false;

  const take = (path, file) => {
    chosen.set(path, file);
    list(form, chosen);
  };
  for (const event of ['dragenter', 'dragover']) {
    drop.addEventListener(event, (dragged) => {
      dragged.preventDefault();
      drop.classList.add('over');
    });
  }
  drop.addEventListener('dragleave', (event) => {
    if (!drop.contains(event.relatedTarget)) drop.classList.remove('over');
  });
  drop.addEventListener('drop', async (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    const items = [...event.dataTransfer.items].filter((item) => item.kind === 'file');
    const entries = items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
    for (const entry of entries) {
      if (entry instanceof File) take(entry.name, entry);
      else if (entry)
        await walk(entry, '', take).catch(() => fault(form, '有的文件夹打不开，请改用“选择文件夹”。'));
    }
  });
  for (const input of form.querySelectorAll('input[type=file]')) {
    input.addEventListener('change', () => {
      for (const file of input.files) take(file.webkitRelativePath || file.name, file);
      input.value = '';
    });
  }
  part('chosen-list').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    chosen.delete(button.value);
    list(form, chosen);
  });
  part('chosen-clear').addEventListener('click', () => {
    chosen.clear();
    list(form, chosen);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form, chosen);
  });
}

/** Every file under a dropped folder, with its path. A folder tells of a hundred entries at a time. */
async function walk(entry, above, take) {
  const path = above + entry.name;
  if (entry.isFile) {
    take(path, await new Promise((done, fail) => entry.file(done, fail)));
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const inner = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (inner.length === 0) return;
    for (const one of inner) await walk(one, `${path}/`, take);
  }
}

function list(form, chosen) {
  const rows = [...chosen].map(([path, file]) => {
    const row = document.createElement('tr');
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'linkish', value: path, textContent: '移去' });
    button.setAttribute('aria-label', `移去 ${path}`);
    const large = file.size > Number(form.dataset.file);
    const told = large ? `✕ ${size(file.size)} 过大` : size(file.size);
    row.classList.toggle('bad', large);
    for (const content of [path, told, button]) {
      const cell = document.createElement('td');
      cell.append(content);
      row.append(cell);
    }
    return row;
  });
  form.querySelector('[data-chosen-list]').replaceChildren(...rows);
  form.querySelector('[data-chosen]').hidden = rows.length === 0;
  form.querySelector('[data-chosen-sum]').textContent =
    `${rows.length} 个文件，共 ${size([...chosen.values()].reduce((sum, file) => sum + file.size, 0))}`;
  fault(form, '');
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const [sum, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${sum < 10 ? sum.toFixed(1) : Math.round(sum)} ${unit}`;
}

function send(form, chosen) {
  const bytes = [...chosen.values()].reduce((sum, file) => sum + file.size, 0);
  if (chosen.size === 0) return fault(form, '还没有材料，请先拖入或者选择。');
  if (bytes > Number(form.dataset.dossier)) {
    return fault(
      form,
      `一共 ${size(bytes)}，超过一次 ${size(Number(form.dataset.dossier))} 的限度；请分几次交入。`,
    );
  }
  const large = [...chosen].filter(([, file]) => file.size > Number(form.dataset.file));
  if (large.length > 0) {
    const most = size(Number(form.dataset.file));
    return fault(
      form,
      `单个文件不超过 ${most}，请先移去，拆分或者压缩图片后再交入：${large.map(([path]) => path).join('、')}`,
    );
  }
  const body = new FormData();
  for (const file of chosen.values()) body.append('files', file);
  body.append('paths', [...chosen.keys()].join('\n'));
  const bar = form.querySelector('[data-sending] progress');
  const words = form.querySelector('[data-sending-words]');
  const busy = (on) => {
    form.querySelector('[data-sending]').hidden = !on;
    form.querySelector('button[type=submit]').disabled = on;
    form.querySelector('[data-sending-stop]').hidden = !on;
  };
  const request = new XMLHttpRequest();
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = (loaded / total) * 100;
    words.textContent =
      loaded < total ? `正在上传 ${size(loaded)} / ${size(total)}` : '已上传，正在保存原件……';
  });
  request.addEventListener('load', () => {
    // The answer is a redirection to the page of the work, which the request has followed.
    if (request.status < 400) location.href = request.responseURL;
    else {
      busy(false);
      fault(form, told(request.responseText));
    }
  });
  request.addEventListener('error', () => {
    busy(false);
    fault(form, '没有传完，请检查网络后重试；选好的材料还在。');
  });
  request.addEventListener('abort', () => {
    busy(false);
    fault(form, '已停止上传，什么都没有留下；选好的材料还在。');
  });
  form.querySelector('[data-sending-stop]').onclick = () => request.abort();
  fault(form, '');
  busy(true);
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'application/json');
  request.send(body);
}

function told(text) {
  try {
    return JSON.parse(text).title;
  } catch {
    return '没有接收，请重试；选好的材料还在。';
  }
}

function fault(form, text) {
  const place = form.querySelector('[data-sending-fault]');
  place.textContent = text;
  place.hidden = text === '';
}
