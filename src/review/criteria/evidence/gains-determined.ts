import type { CaseFile } from '../../../cases/case-file.ts';
import { fen, yuan } from '../../../law/money.ts';
import { citedSanctions } from '../../benchmark/cited-sanctions.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { miscountedSales } from '../../words/miscounted-sales.ts';
import { miscountedTable } from '../../words/miscounted-table.ts';
import { basesOf } from './bases-of.ts';

const AMOUNT = 'violation.amounts.gains';

export const gainsDetermined = rule({
  id: 'C4-14',
  criterion: 4,
  question: '违法所得是否已经认定，并写明计算方法和证据？',
  severity: 'major',
  consequence: 'annul',
  basis: [
    penaltyLaw('28', '违法所得除应退赔的外要没收；所得即实施违法行为取得的款项，另有规定的从其规定。', {
      paragraph: 2,
    }),
  ],
  reading:
    '认定没有违法所得的，写 0 元并说明理由即可；不为 0 的，计算方法和证据都要有；据以认定的表格各行相加不等于其合计的，视为没有查清；机关自己写的数量乘单价不等于所写的所得的，也是。',
  about: (context) => {
    const gains = context.file.violation.amounts?.gains;
    if (gains) return gains;
    const cited = citedSanctions(context);
    if (isAnswer(cited)) {
      return unclear(
        '需要知道罚则是否涉及违法所得，尚不能判断。',
        ['违法所得', ...(cited.missing ?? [])],
        cited.paths,
      );
    }
    const involved = cited.cited.some(
      ({ sanction }) => sanction.types.includes('confiscate-gains') || basesOf(sanction).has('gains'),
    );
    return involved
      ? unclear('罚则涉及违法所得，案卷没有认定有无和数额。', ['违法所得'], [AMOUNT, ...cited.paths])
      : notApplicable('本案罚则不涉及违法所得，案卷也没有所得。', cited.paths);
  },
  decide: (gains, { file }) => {
    const sum = yuan(fen(gains.yuan));
    const excluded = new Set(file.evidence?.filter((entry) => entry.excluded).map(({ id }) => id));
    const admitted = gains.evidence?.filter((id) => !excluded.has(id));
    if (gains.yuan > 0 && admitted?.length === 0) {
      return notMet(`违法所得认定为 ${sum}，没有可采用的证据。`, [`${AMOUNT}.yuan`, `${AMOUNT}.evidence`]);
    }
    const table = gains.yuan > 0 ? miscountedTable(file, fen(gains.yuan)) : undefined;
    if (table) {
      return notMet(
        `违法所得认定为 ${sum}，《${table.title}》中各行相加为 ${yuan(table.counted)}，合计有误。`,
        [`${AMOUNT}.yuan`, table.path],
      );
    }
    const wrong = miscountedSales(file).find(
      ({ stated, unit }) => stated === gains.yuan && unit.endsWith('元'),
    );
    if (wrong && gains.yuan > 0) {
      return notMet(
        `违法所得认定为 ${sum}，《${wrong.title}》写“${wrong.quote}”，按所写的数应为 ${yuan(fen(wrong.due.toFixed(2)))}。`,
        [`${AMOUNT}.yuan`, wrong.path],
      );
    }
    const taken = gains.yuan > 0 ? takenOtherwise(gains.yuan, file) : undefined;
    if (taken !== undefined) {
      return notMet(
        `违法所得认定为 ${sum}，决定没收违法所得 ${yuan(taken.sum)}，两者不同，决定书没有说明退赔、退还或者扣除。`,
        [`${AMOUNT}.yuan`, taken.path],
      );
    }
    if (!gains.calculation) {
      return unclear(`违法所得 ${sum}的计算方法没有写明。`, ['违法所得的计算方法'], [AMOUNT]);
    }
    const paths = [`${AMOUNT}.yuan`, `${AMOUNT}.calculation`];
    if (gains.yuan === 0) return met('已认定没有违法所得并说明理由。', paths);
    if (!admitted) return unclear(`违法所得 ${sum}由哪些证据证明没有写明。`, ['违法所得的证据'], paths);
    return met(`违法所得认定为 ${sum}，有计算方法和 ${admitted.length} 件证据。`, [
      ...paths,
      `${AMOUNT}.evidence`,
    ]);
  },
});

const DEDUCTED =
  /退赔|退还|退款|退回|赔偿|返还|扣除|扣减|减去|抵[扣减]|折抵|已(?:缴|没收)|另案|其他当事人|分别/;

/** The gains that the decision takes, where they are not those found and it tells nothing that was given back. */
function takenOtherwise(gains: number, { decision, papers = [] }: CaseFile) {
  const penalties = decision?.penalties ?? [];
  const takes = penalties.flatMap(({ type, amount }, index) =>
    type === 'confiscate-gains' && amount !== undefined
      ? [{ sum: fen(amount), path: `decision.penalties.${index}.amount` }]
      : [],
  );
  const [only, ...more] = takes;
  const made = papers.find(({ kind }) => kind === 'decision')?.text;
  if (!only || more.length > 0 || only.sum === fen(gains) || !made || deducts(made)) return undefined;
  return only;
}

const deducts = (text: string) =>
  text.split(/[。；;，,\n]/).some((clause) => DEDUCTED.test(clause) && /元|款|所得/.test(clause));
