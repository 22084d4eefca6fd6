import { type Fen, fen, yuan as inYuan } from '../../../law/money.ts';
import { sumsIn } from '../../../law/sums-in.ts';
import type { Context } from '../../rules/rule.ts';
import type { Paper, Stated } from './stated-particulars.ts';

const WORKED_OUT = /计算|核算|认定(?:书|表|说明)/;
const BASES = [
  ['gains', '违法所得'],
  ['goods', '货值金额'],
] as const;

/**
 * What a paper that works out 违法所得 or 货值金额 (违法所得计算表) comes to beside the sum that the case rests on: one of
 * its sums has to be it.
 */
export function statedSums({ file }: Context): Stated[] {
  const { amounts } = file.violation;
  return (file.papers ?? []).flatMap((paper, index) =>
    BASES.flatMap(([base, what]): Stated[] => {
      const due = amounts?.[base];
      if (due === undefined) return [];
      const said = sumsOf(paper, what);
      if (said.length === 0) return [];
      const explained = paper.states?.differenceExplained;
      return [
        {
          what,
          paper: paper.title,
          said: said.map((sum) => inYuan(sum)).join('、'),
          path: `papers.${index}.text`,
          due: { text: inYuan(fen(due.yuan)), paths: [`violation.amounts.${base}.yuan`] },
          agrees: said.includes(fen(due.yuan)),
          same: () => true,
          ...(explained ? { explained } : {}),
        },
      ];
    }),
  );
}

/** All sums of a paper that works the amount out, by its title. */
function sumsOf({ title, text = '' }: Paper, what: string): Fen[] {
  return WORKED_OUT.test(title) && title.includes(what) ? sumsIn(text).map((sum) => sum.fen) : [];
}
