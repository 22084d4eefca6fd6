import type { Day } from '../../law/dates.ts';
import type { LibraryView, SourceView } from '../library-view.ts';
import type { Filter } from '../score-lexical.ts';
import type { SearchOptions } from '../search.ts';
import type { IssuedBy } from './agency-filter.ts';

/** What ends a division within the name of a region: 示例省示例市示例区. */
const DIVISION_END = /[省市区县州盟旗]/;

/** The filter that the options of a search ask for: kind, level, day or days, region, issuing body. */
export function makeFilter(
  asOf: Day,
  options: Pick<SearchOptions, 'kind' | 'level' | 'region' | 'decidedOn'>,
  issued?: IssuedBy,
): Filter {
  const { kind = 'all', level, region, decidedOn } = options;
  return {
    source: (source: SourceView) =>
      (kind === 'all' || source.kind === kind) &&
      (level === undefined || source.level === level) &&
      (holdsOn(source, asOf) || (decidedOn !== undefined && holdsOn(source, decidedOn))),
    ...(region === undefined ? {} : { region: (of: string) => isOfRegion(of, region) }),
    ...(issued === undefined ? {} : { issued }),
  };
}

/** Whether the day lies within the interval; an open end never stops it. */
export function holdsOn({ from, to }: Pick<SourceView, 'from' | 'to'>, day: Day): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** Whether one entry passes. */
export function passes(
  { sources }: LibraryView,
  filter: Filter,
  { seq, source, region }: { seq: number; source: number; region: string | null },
): boolean {
  const from = sources.get(source);
  if (!from || !filter.source(from) || !(filter.region?.(region ?? '') ?? true)) return false;
  return !filter.issued || filter.issued.entries.has(seq) || filter.issued.sources.has(source);
}

/**
 * Whether a region is the one asked for, or wider or narrower by name. Either may leave out the divisions above:
 * 示例市 finds 示例省示例市示例区.
 */
function isOfRegion(of: string, asked: string): boolean {
  if (asked === '全国') return of === '' || of === '全国';
  if (of === '') return false;
  return (
    fromSomeDivision(of, (part) => part.startsWith(asked)) ||
    fromSomeDivision(of, (part) => asked.startsWith(part))
  );
}

function fromSomeDivision(name: string, holds: (part: string) => boolean): boolean {
  for (let at = 0; at < name.length - 1; at++) {
    if ((at === 0 || DIVISION_END.test(name[at - 1]!)) && holds(name.slice(at))) return true;
  }
  return false;
}
