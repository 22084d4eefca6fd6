import type { Base } from '../../../law/fine-range.ts';
import { leastBasesIn } from './least-bases-in.ts';

/**
 * The sum (yuan) that a smaller base counts as, in the words of a provision or of a table. Where several conducts have one each (批发…按十万元,
 * 零售…按一万元), that of the violation; `several` where its name does not say which.
 */
export function leastBase(words: string, base: Base, violation = ''): number | 'several' | undefined {
  const own = leastBasesIn(words).found.filter((one) => isOf(one, base));
  const [only, more] = new Set(own.map(({ least }) => least));
  if (more === undefined) return only;
  const telling = own.filter(({ name }) =>
    pairsOf(name).some(
      (pair) =>
        violation.includes(pair) && own.every((other) => other.name === name || !other.name.includes(pair)),
    ),
  );
  const [meant, other] = new Set(telling.map(({ least }) => least));
  return meant === undefined || other !== undefined ? 'several' : meant;
}

function isOf({ name, base }: { name: string; base?: Base }, meant: Base): boolean {
  return base === meant || (meant === 'disposal-cost' && !base && /费用$/.test(name));
}

function pairsOf(words: string): string[] {
  return Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2));
}
