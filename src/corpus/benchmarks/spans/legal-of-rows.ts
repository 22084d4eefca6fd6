import type { SanctionFine } from '../../../law/sanction.ts';
import type { Row } from '../read-rows.ts';
import { type Column, isBlank } from '../table-columns.ts';
import { legalSpans } from './legal-spans.ts';
import type { RowSide } from './sides-in.ts';

/**
 * The statutory spans that a column 法定罚款幅度 prints beside the tiers, for each side of the rows. `undefined` where the column is not
 * understood or prints several for one side: then the provision alone says what the law allows.
 */
export function legalOfRows(
  rows: readonly Row[],
  { at, head }: Column,
  sideOf: (row: Row) => RowSide | undefined,
  remarks: string[],
): SanctionFine[] | undefined {
  const legal: SanctionFine[] = [];
  for (const [side, own] of Map.groupBy(rows, sideOf)) {
    const cells = [...new Set(own.map(({ cells: all }) => all[at]!).filter((cell) => !isBlank(cell)))];
    const [cell, more] = cells;
    const spans = cell === undefined || more ? undefined : legalSpans(cell.replace(WARNING, ''));
    if (!spans || spans.some(({ each }) => each)) {
      remarks.push(`“${head}”写作${cells.map((one) => `“${one}”`).join('、')}，没有用作法定幅度`);
      return undefined;
    }
    const party = side && (side === 'unit' ? 'unit' : 'person');
    legal.push(
      ...spans.map(({ party: said, range }) => ({
        ...(said || party ? { party: said ?? party } : {}),
        range,
      })),
    );
  }
  return legal;
}

/** 警告或者500元以下: the span of the fine is what follows. */
const WARNING = /^(?:给予|处以?)?警告(?:，|、)?(?:或者?|可以?|并|处)*/;
