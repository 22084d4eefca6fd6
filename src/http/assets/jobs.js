// Progress of background work, as it comes; the page shows the same after a reload.

export function startJobs() {
  for (const place of document.querySelectorAll('[data-job]')) {
    const events = new EventSource(`/api/jobs/${encodeURIComponent(place.dataset.job)}/events`);
    events.addEventListener('progress', (event) => {
      const job = JSON.parse(event.data);
      const bar = place.querySelector('progress');
      if (job.total) {
        bar.max = job.total;
        bar.value = job.done;
        const count = place.querySelector('[data-count]');
        if (count) count.textContent = `已完成 ${job.done} / ${job.total}`;
      }
      place.querySelector('[data-message]').textContent = job.message;
      if (job.state === 'waiting' || job.state === 'running') return;
      events.close();
      location.reload();
    });
  }
}
