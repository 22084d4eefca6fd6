// Brings the words of an article into a citation's note when it opens.

export function startCitations() {
  document.addEventListener(
    'toggle',
    (event) => {
      const note = event.target;
      if (event.newState !== 'open' || !note.dataset?.citation) return;
      const place = note.querySelector('[data-text]');
      if (place.textContent) return;
      place.textContent = '正在取条文……';
      fetch(note.dataset.citation, { headers: { accept: 'application/json' } })
        .then((answer) => answer.json())
        .then((answer) => {
          place.textContent = answer.text
            ? `${answer.days}\n${answer.text}`
            : (answer.title ?? '没有取到条文。');
        })
        .catch(() => {
          place.textContent = '没有取到条文，请打开条文的页面查看。';
        });
    },
    true,
  );
}
