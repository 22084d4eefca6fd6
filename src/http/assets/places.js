// While the places of cases are being reckoned the page stays as it is: the count goes down, and only the end is read out.

const PAUSE = 1000;

export function startPlaces() {
  const note = document.querySelector('[data-places]');
  if (note) ask(note);
}

/** Each question has the service reckon on for a while. The link shows the results, whenever the reader wants them. */
async function ask(note) {
  const running = note.querySelector('[data-places-running]');
  const end = note.querySelector('[data-places-end]');
  try {
    const response = await fetch(note.dataset.places, { headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(String(response.status));
    const { left } = await response.json();
    note.querySelector('[data-places-left]').textContent = left;
    if (left > 0) {
      setTimeout(() => ask(note), PAUSE);
      return;
    }
    running.hidden = true;
    end.textContent = '全部案件的位置均已算出。';
  } catch {
    end.textContent = '没有取到进度。';
  }
}
