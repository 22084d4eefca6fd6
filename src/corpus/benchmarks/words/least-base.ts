import type { Base } from '../../../law/fine-range.ts';
import { leastBasesIn } from './least-bases-in.ts';

/** The sum (yuan) that a smaller base counts as, in the words of a provision or of a table. */
export function leastBase(words: string, base: Base): number | undefined {
  return leastBasesIn(words).found.find((one) => isOf(one, base))?.least;
}

function isOf({ name, base }: { name: string; base?: Base }, meant: Base): boolean {
  return base === meant || (meant === 'disposal-cost' && !base && /费用$/.test(name));
}
