// Column widths by dragging or with the arrow keys; the choice is remembered in this browser.
const LIMITS = { left: [160, 420], right: [300, 720] };

export function startColumns() {
  for (const side of Object.keys(LIMITS)) {
    const kept = Number(localStorage.getItem(`mingcai-${side}`));
    if (kept) setWidth(side, kept);
  }
  for (const grip of document.querySelectorAll('[data-grip]')) {
    const side = grip.dataset.grip;
    grip.addEventListener('pointerdown', (event) => {
      grip.setPointerCapture(event.pointerId);
      const move = (moved) => setWidth(side, side === 'left' ? moved.clientX : innerWidth - moved.clientX);
      grip.addEventListener('pointermove', move);
      grip.addEventListener('pointerup', () => grip.removeEventListener('pointermove', move), { once: true });
    });
    grip.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
      if (!step) return;
      event.preventDefault();
      setWidth(side, widthOf(side) + (side === 'left' ? step : -step));
    });
  }
  // Below 1100 px the right column is a tab.
  document.querySelector('[data-tabs]')?.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    document.body.classList.toggle('show-right', link.hash === '#right');
  });
}

function widthOf(side) {
  const text = getComputedStyle(document.documentElement).getPropertyValue(`--${side}`);
  return Number.parseInt(text, 10);
}

function setWidth(side, wanted) {
  const [least, most] = LIMITS[side];
  const width = Math.round(Math.min(most, Math.max(least, wanted)));
  document.documentElement.style.setProperty(`--${side}`, `${width}px`);
  localStorage.setItem(`mingcai-${side}`, String(width));
}
