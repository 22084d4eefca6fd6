import { yuan } from '../../../law/money.ts';
import { fineSum } from '../../benchmark/fine-span.ts';
import { highestCap } from '../../benchmark/highest-cap.ts';
import { quotedCap } from '../../benchmark/quoted-cap.ts';
import { unitRateFault } from '../../benchmark/unit-rate.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, type Context, isAnswer, notApplicable, notMet, rule } from '../../rules/rule.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';
import { decisionText } from '../../steps/penalty-decision.ts';
import { fineInSpan, judgedFine } from './fine-in-span.ts';

export const fineAmount = rule({
  id: 'C5-07',
  criterion: 5,
  question: '罚款数额是否在法定的固定幅度内？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('76', '擅自改变处罚种类、幅度的要追究责任。', { paragraph: 1, item: 2 }),
    penaltyLaw('5', '处罚要与事实、性质、情节和社会危害程度相当。', { paragraph: 2 }),
    formerPenaltyLaw('55', '擅自改变处罚种类、幅度的要追究责任。'),
    formerPenaltyLaw('4', '处罚要与事实、性质、情节和社会危害程度相当。', { paragraph: 2 }),
  ],
  reading:
    '以上、以下包括本数。低于下限须有已认定的减轻情形；高于上限一律不符合。低于下限而决定自称从轻、一般、从重，或者全文没有一处说到减轻的，没有减轻；认定了应当从轻或者减轻的情形而决定写从轻的，也没有减轻。法规库没有的罚则，按案卷引述的条文文字核对；按哪一条计算不明，而决定作出罚款的那句话只引述了一个罚款上限的，超过这个上限不符合；引用了几个有罚款的罚则而一项罚款高于其中每一个的上限的，不符合，按人数、面积等计罚而决定写明的每人、每单位标准超出案卷引述的标准的，不符合，只写罚款而没有数额的罚则依实施规定的数额。',
  about: (context) => {
    const judged = judgedFine(context);
    if (isAnswer(judged) && judged.answer === 'unclear')
      return outsideRate(context) ?? aboveQuoted(context) ?? aboveEvery(context) ?? judged;
    if (isAnswer(judged) || !judged.span.fine.range.base) return judged;
    return notApplicable('罚则按倍数或者比例计算，见倍数罚款。', judged.span.paths);
  },
  decide: fineInSpan,
});

/** A fine per person or per square metre, with the rate that the decision itself states. */
function outsideRate({ file }: Context): Answer | undefined {
  const penalties = judgedPenalties(file);
  const fault = isAnswer(penalties) || !file.decision ? undefined : unitRateFault(file);
  return fault && !isAnswer(penalties)
    ? notMet(`罚则为“${fault.span}”，决定写“${fault.rate}”，不在幅度内。`, [penalties.path, fault.path])
    : undefined;
}

/** Whatever the other provisions say: the decision itself quotes the limit that it passes. */
function aboveQuoted({ file }: Context): Answer | undefined {
  const penalties = judgedPenalties(file);
  if (isAnswer(penalties) || !file.decision) return undefined;
  const fine = fineSum(penalties);
  const cap = quotedCap(file);
  if (!cap || fine === undefined || isAnswer(fine) || fine <= cap.limit) return undefined;
  return notMet(`决定引述的罚则为“${cap.quote}”，罚款${yuan(fine)}，高于上限。`, [penalties.path, cap.path]);
}

/** One fine above the limit of every cited provision; fines of several acts may be added up. */
function aboveEvery(context: Context): Answer | undefined {
  const penalties = judgedPenalties(context.file);
  if (isAnswer(penalties)) return undefined;
  const fines = penalties.penalties.filter(({ type }) => type === 'fine');
  const fine = fineSum(penalties);
  if (fines.length !== 1 || fine === undefined || isAnswer(fine)) return undefined;
  if (ADDED_UP.test(decisionText(context.file) ?? '')) return undefined;
  const cap = highestCap(context);
  return cap && fine > cap.limit
    ? notMet(`引用了几个有罚款的罚则，${cap.text}，罚款${yuan(fine)}，高于每一个的上限。`, [
        penalties.path,
        ...cap.paths,
      ])
    : undefined;
}

const ADDED_UP = /分别(?:裁量|处罚|处以?|作出|决定)|合并(?:处罚|执行|罚款)|数(?:行为|个违法行为)/;
