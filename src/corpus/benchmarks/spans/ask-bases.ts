import type { FineRange } from '../../../law/fine-range.ts';
import type { BenchmarkItem } from '../../benchmark.ts';
import { countedBy } from '../words/counted-by.ts';

/**
 * Names what the spans of an item are counted on: the number of units is a factor of the item that is counted in them, else one asked for
 * anew; a sum under a name of its own is asked for too. A span whose units several factors count is told in `faults`.
 */
export function askBases(
  spans: readonly FineRange[],
  factors: BenchmarkItem['factors'],
  faults: { reason: string }[],
  remarks: string[],
): void {
  for (const span of spans) {
    if (span.each && span.baseFactor === undefined) {
      const counted = countedBy(span.each, factors);
      if ('several' in counted) {
        const names = counted.several.map((name) => `“${name}”`).join('、');
        faults.push({ reason: `按每${span.each}计罚，而${names}都以${span.each}计，不知道乘以哪一个` });
      } else {
        span.baseFactor = counted.name;
        remarks.push(`每${span.each}的数额乘以“${counted.name}”`);
      }
    } else if (span.baseFactor !== undefined && !span.each)
      ask(span.baseFactor, `${span.baseFactor}是多少元？`, '元', factors);
  }
}

function ask(name: string, question: string, unit: string, factors: BenchmarkItem['factors']): void {
  if (!factors.some((factor) => factor.name === name)) factors.push({ name, question, type: 'number', unit });
}
