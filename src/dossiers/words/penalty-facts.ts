import type { StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import type { PenaltyIn } from './penalties-in.ts';

/** Facts of penalties under `decision`, `priorNotices[p5]`, `proposal`. */
export function penaltyFacts(prefix: string, penalties: readonly PenaltyIn[]): StatedFact[] {
  return penalties.flatMap((one) => {
    const key = `${prefix}.penalties[${one.key}]`;
    return [
      stated(`${key}.type`, one.type, one),
      ...(one.amount ? [stated(`${key}.amount`, one.amount.yuan, one.amount)] : []),
      ...(one.differing ? [stated(`${key}.amount`, one.differing.yuan, one.differing)] : []),
      stated(`${key}.text`, one.words, one),
    ];
  });
}
