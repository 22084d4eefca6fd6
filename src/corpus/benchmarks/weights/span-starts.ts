import type { FineRange } from '../../../law/fine-range.ts';
import type { SanctionFine } from '../../../law/sanction.ts';
import type { BenchmarkItem, Weights } from '../../benchmark.ts';
import type { RowFault } from '../item-reading.ts';
import { type LegalSpan, legalSpans } from '../spans/legal-spans.ts';
import { isBlank } from '../table-columns.ts';
import { countedBy } from '../words/counted-by.ts';
import type { SpanFormula } from './span-formula.ts';

type Starts = Weights['starts'];

/**
 * The columns of a table that reckons over the statutory span: one for each party that the span tells apart. The span is that of the
 * table's own column, else of the provision. A span by units is counted on the number that a factor of the item already asks
 * for, else on one that is asked for anew. Where nothing is sure, a fault and no column.
 */
export function spanStarts(
  formula: SpanFormula,
  printed: readonly string[],
  statute: readonly SanctionFine[],
  factors: BenchmarkItem['factors'],
  faults: RowFault[],
): { starts: Starts; legal: SanctionFine[] } {
  const none = { starts: [], legal: [] };
  const refuse = (reason: string) => {
    faults.push({ reason });
    return none;
  };
  const cells = [...new Set(printed.map((cell) => cell.trim()).filter((cell) => !isBlank(cell)))];
  if (cells.length > 1)
    return refuse(`一个事项写了不止一个法定幅度：${cells.map((cell) => `“${cell}”`).join('、')}`);
  const [cell] = cells;
  const spans = cell === undefined ? ofStatute(statute) : legalSpans(cell);
  if (!spans)
    return refuse(
      cell === undefined
        ? '计算方法以法定幅度为准，而法定幅度没有写明，或者有几种'
        : `法定幅度写作“${cell.replaceAll('\n', '；')}”，读不懂`,
    );
  const starts: Starts = [];
  const legal: SanctionFine[] = [];
  for (const { party, range, each } of spans) {
    const { base, baseLeast, min, max } = range;
    if (max === undefined) return refuse('法定幅度没有上限，不能按幅度计算');
    const least = formula.of === 'maximum' ? undefined : leastOf(min, max, formula);
    if (least === 'unknown') return refuse('法定罚款只有最高数额，表中没有写明最低数额按什么计算');
    const by = each ? countedBy(each, factors) : undefined;
    if (by && 'several' in by)
      return refuse(`按每${each}计罚，而有不止一个裁量因素以${each}计，不知道乘以哪一个`);
    const counted = by && each ? { baseFactor: by.name, each } : {};
    const whose = party ? { party } : {};
    starts.push({
      ...whose,
      percent: 0,
      of: {
        ...(least === undefined ? {} : { least }),
        ...(base ? { base, times: max, ...(baseLeast ? { baseLeast } : {}) } : { max }),
        ...counted,
      },
    });
    legal.push({ ...whose, range: { ...range, ...counted } });
  }
  return { starts, legal };
}

/** The one span of a provision, or its two for units and persons. */
function ofStatute(fines: readonly SanctionFine[]): LegalSpan[] | undefined {
  const own = fines.filter(({ subject }) => subject !== 'responsible-person');
  const parties = own.map(({ party }) => party);
  const apart =
    own.length === 1 || (own.length === 2 && parties.includes('person') && parties.includes('unit'));
  // 拒不改正的，对单位…对个人…: one condition of the whole penalty chooses no span.
  const conditions = new Set(own.map(({ when }) => JSON.stringify(when ?? null)));
  if (!apart || conditions.size > 1 || own.some(({ range }) => range.baseFactor)) return undefined;
  return own.map(({ party, range }) => ({ ...(party ? { party } : {}), range }));
}

function leastOf(
  min: FineRange['min'],
  max: number | string,
  { leastShare }: SpanFormula,
): number | string | 'unknown' {
  if (min !== undefined) return min;
  return leastShare === undefined ? 'unknown' : Number((Number(max) * leastShare).toFixed(6));
}
