import type { CaseFile } from '../../../cases/case-file.ts';
import type { BenchmarkItem } from '../../../corpus/benchmark.ts';
import { type CaseFactors, NOT_ESTABLISHED, shown } from '../../../discretion/case-factors.ts';
import { factorLabel } from '../../../discretion/factor-label.ts';
import { BASES } from '../../../law/fine-range.ts';

/** A fact or a ground with the papers that it was read from. */
export interface FactUsed {
  name: string;
  value: string;
  /** `path` is where the file holds it: the paper shows its quote. */
  papers: { id: string; title: string; path: string }[];
}

/** Factors that the violation itself answers. */
const OF_VIOLATION: Record<string, string> = {
  'first-violation': 'violation.firstViolation',
  'corrected-in-time': 'violation.correctedInTime',
  minor: 'violation.minor',
  harm: 'violation.harm',
  serious: 'major.serious',
};

/** The facts that the table asks for, as far as the file answers them, each with its papers. */
export function factsUsed(file: CaseFile, item: BenchmarkItem, facts: CaseFactors): FactUsed[] {
  return item.factors.flatMap((factor): FactUsed[] => {
    const value = facts.values[factor.name];
    const unknown = facts.notEstablished.includes(factor.name);
    if (value === undefined && !unknown) return [];
    const unit = factor.name in BASES ? '元' : factor.unit;
    const said = value === undefined ? NOT_ESTABLISHED : shown(value);
    return [
      {
        name: factorLabel(factor.name, item),
        value: `${said}${unit && typeof value === 'number' ? ` ${unit}` : ''}`,
        papers: papersOf(file, [
          `circumstances.factors.${factor.name}`,
          `violation.amounts.${factor.name}`,
          ...(OF_VIOLATION[factor.name] ? [OF_VIOLATION[factor.name] as string] : []),
        ]),
      },
    ];
  });
}

/** The papers behind any of the paths, or behind something inside them. */
export function papersOf(file: CaseFile, paths: readonly string[]): FactUsed['papers'] {
  const found = (file.sources ?? []).filter(({ path }) =>
    paths.some((one) => path === one || path.startsWith(`${one}.`) || one.startsWith(`${path}.`)),
  );
  const first = new Map(found.toReversed().map((source) => [source.paper, source]));
  return [...first.values()].toReversed().map(({ paper, path }) => ({
    id: paper,
    title: file.papers?.find(({ id }) => id === paper)?.title ?? paper,
    path,
  }));
}
