import type { Db } from './database.ts';
import { report } from './job-progress.ts';

/** How far a piece of work has come. */
type Step = Parameters<typeof report>[2];

/**
 * Reports the steps of one job in the order in which they come: a server with several connections would otherwise take
 * them in any order, and the work would seem to go back. What a newer step overtakes is left out. `told` ends when the
 * last one is written, and rejects where the database refused one.
 */
export function reportSteps(db: Db, id: string): { tell(step: Step): void; told(): Promise<void> } {
  let next: Step | undefined;
  let isWriting = false;
  let written: Promise<void> = Promise.resolve();
  const write = async () => {
    for (let step = next; step; step = next) {
      next = undefined;
      await report(db, id, step);
    }
    isWriting = false;
  };
  return {
    tell(step) {
      next = { ...next, ...step };
      if (isWriting) return;
      isWriting = true;
      written = written.then(write);
      // Heard by `told`; until then nobody waits for it.
      written.catch(() => {});
    },
    told: () => written,
  };
}
