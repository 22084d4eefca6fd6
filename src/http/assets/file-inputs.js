// What was chosen, in our words: without script the browser's own stand there.

/** Names that are told one by one. */
const TOLD = 2;

export function startFileInputs() {
  for (const place of document.querySelectorAll('[data-file-input]')) {
    const input = place.querySelector('input');
    const words = place.querySelector('[data-file-names]');
    place.classList.add('scripted');
    // The form of a dossier lists its papers below.
    if (input.form?.matches('[data-dossier]')) continue;
    const tell = () => {
      words.textContent = chosen([...input.files]);
    };
    words.hidden = false;
    input.addEventListener('change', tell);
    input.form?.addEventListener('reset', () => setTimeout(tell));
    tell();
  }
}

function chosen(files) {
  if (files.length === 0) return '还没有选择';
  const [folder] = files[0].webkitRelativePath.split('/');
  if (folder) return `${folder}（${files.length} 个文件）`;
  const names = files.slice(0, TOLD).map(({ name }) => name);
  return names.join('、') + (files.length > TOLD ? ` 等 ${files.length} 个文件` : '');
}
