// Asks once more before what cannot be undone: signing, and clearing the examples.

export function startDialogs() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    const text =
      event.submitter?.dataset.confirm ?? (form.matches('[data-sign]') ? signingText(form) : undefined);
    if (!text || form.dataset.sure) return;
    event.preventDefault();
    ask(text, () => {
      form.dataset.sure = 'yes';
      form.requestSubmit(event.submitter);
    });
  });
}

function signingText(form) {
  return `${form.querySelector('p').textContent.trim()} 确认签署吗？`;
}

function ask(text, then) {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', '请确认');
  const words = document.createElement('p');
  words.textContent = text;
  const row = document.createElement('p');
  row.className = 'row field';
  const yes = button('确认', 'primary', () => {
    dialog.close();
    then();
  });
  row.append(
    yes,
    button('取消', '', () => dialog.close()),
  );
  dialog.append(words, row);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  yes.focus();
}

function button(text, style, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.className = style;
  made.addEventListener('click', act);
  return made;
}
