import type { CaseFile } from '../../cases/case-file.ts';

/** Whether a value at or below the path came from a model, or from nobody knows where, and no person has confirmed it. */
export function unconfirmed({ sources }: CaseFile, path: string): boolean {
  return (sources ?? []).some(
    (source) =>
      (source.path === path || source.path.startsWith(`${path}.`)) &&
      source.by !== 'person' &&
      source.by !== 'rule' &&
      !source.confirmedBy,
  );
}
