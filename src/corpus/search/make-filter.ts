import type { Day } from '../../law/dates.ts';
import type { SourceView } from '../library-view.ts';
import type { Filter } from '../score-lexical.ts';
import type { SearchOptions } from '../search.ts';

/** The filter that the options of a search ask for: kind, level, day or days, region. */
export function makeFilter(
  asOf: Day,
  options: Pick<SearchOptions, 'kind' | 'level' | 'region' | 'decidedOn'>,
): Filter {
  const { kind = 'all', level, region, decidedOn } = options;
  return {
    source: (source: SourceView) =>
      (kind === 'all' || source.kind === kind) &&
      (level === undefined || source.level === level) &&
      (holdsOn(source, asOf) || (decidedOn !== undefined && holdsOn(source, decidedOn))),
    ...(region === undefined
      ? {}
      : {
          region: (of: string) =>
            region === '全国'
              ? of === '' || of === '全国'
              : of !== '' && (of.startsWith(region) || region.startsWith(of)),
        }),
  };
}

/** Whether the day lies within the interval; an open end never stops it. */
export function holdsOn({ from, to }: Pick<SourceView, 'from' | 'to'>, day: Day): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}
