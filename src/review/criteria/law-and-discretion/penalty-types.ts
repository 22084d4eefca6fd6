import { caseFactors } from '../../../discretion/case-factors.ts';
import { evaluate, type Truth } from '../../../law/condition.ts';
import { PENALTY_TYPES, type PenaltyType } from '../../../law/penalties.ts';
import type { ConditionalType, Sanction } from '../../../law/sanction.ts';
import { citedSanctions } from '../../benchmark/cited-sanctions.ts';
import { formerPenaltyLaw, penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import {
  type Answer,
  type Context,
  combine,
  isAnswer,
  met,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';

export const penaltyTypes = rule({
  id: 'C5-06',
  criterion: 5,
  question: '处罚种类是否都在罚则规定的范围内？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('9', '处罚的种类由法律列举。'),
    penaltyLaw('28', '有违法所得的，除应退赔的外要没收。', { paragraph: 2 }),
    penaltyLaw('76', '擅自改变处罚种类、幅度的要追究责任。', { paragraph: 1, item: 2 }),
    formerPenaltyLaw('8', '处罚的种类由法律列举。'),
    formerPenaltyLaw('55', '擅自改变处罚种类、幅度的要追究责任。'),
  ],
  reading:
    '法规库只有正文的罚则按正文的字句读；条文任何一处都没有写到的种类才不符合。罚则只在情节严重等条件下规定的种类，条件成立才算在范围内。2021年7月15日以后的行为，罚则没有写没收违法所得的，处罚法第二十八条第二款可以为据。',
  about: (context) => {
    const judged = judgedPenalties(context.file);
    if (isAnswer(judged)) return judged;
    const found = citedSanctions(context, { partly: true });
    return isAnswer(found) ? found : { judged, found };
  },
  decide: ({ judged, found }, context) => {
    const sanctions = found.cited.map(({ sanction }) => sanction);
    return combine(
      judged.penalties.map((penalty, index): Answer => {
        const name = PENALTY_TYPES[penalty.type];
        const paths = [`${judged.path}.${index}.type`, ...found.paths];
        const truths = sanctions.map((sanction) => allowed(sanction, penalty.type, context));
        if (truths.includes(true)) return met(`${name}在罚则范围内。`, paths);
        if (penalty.type === 'confiscate-gains' && found.on >= REVISED_ON) {
          return met(`${name}有处罚法第二十八条第二款的规定。`, paths);
        }
        return truths.includes(undefined)
          ? unclear(
              `罚则只在特定情形下规定${name}，情形是否成立没有写明。`,
              [`适用${name}的情形（如情节严重）`],
              paths,
            )
          : notMet(`处罚种类应在罚则范围内，罚则没有规定本案可以给予${name}。`, [...paths, 'major.serious']);
      }),
      unclear('没有可以核对的处罚。', ['处罚种类'], [judged.path]),
    );
  },
});

function allowed(sanction: Sanction, type: PenaltyType, { file }: Context): Truth {
  const { reading } = sanction;
  // Words that may mean the type, in the article or in what was not read: no more than a person can tell.
  if (!sanction.types.includes(type)) return reading?.named.includes(type) ? undefined : false;
  const own = sanction.conditional?.filter((entry) => entry.type === type) ?? [];
  if (own.length === 0) return true;
  // One of its conditions is enough.
  const truths = own.map(({ when }) => holds(when, file));
  if (truths.includes(true)) return true;
  return truths.includes(undefined) || reading?.open.includes('types') ? undefined : false;
}

function holds(when: ConditionalType['when'], file: Context['file']): Truth {
  if (when === 'serious') return file.major?.serious;
  return evaluate(when, caseFactors(file, undefined, [when]).values);
}
