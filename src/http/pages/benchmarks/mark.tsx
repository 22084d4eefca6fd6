import type { MarkState } from './table-marks.ts';

/** Told by a sign and words, not by colour alone. */
export function Mark({ state }: { state: MarkState | undefined }) {
  if (!state) return null;
  return state === 'chosen' ? (
    <span class="hit-mark">
      <span aria-hidden="true">▸</span>
      <span class="visually-hidden">适用：</span>
    </span>
  ) : (
    <span class="hit-mark unclear">
      <span aria-hidden="true">?</span>
      <span class="visually-hidden">可能适用：</span>
    </span>
  );
}

/** The class of a cell that is marked. */
export function markClass(state: MarkState | undefined, more = ''): string {
  return [more, state === 'chosen' ? 'cell-chosen' : state === 'possible' ? 'cell-possible' : '']
    .filter(Boolean)
    .join(' ');
}
