import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
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
import { ownListing } from '../../screening/own-listing.ts';
import { withOwnList } from '../../screening/with-own-list.ts';
import { listedAgency, profileCovers } from '../../steps/agency-names.ts';
import { judgedDay } from '../../steps/decision-day.ts';

/** C1-01 执法主体清单与执法事项清单. */
export const listedBody = rule({
  id: 'C1-01',
  criterion: 1,
  question: '处罚主体是否在执法主体清单内，且处罚事项在其执法事项清单内？',
  severity: 'block',
  consequence: 'void',
  certainty: 'statute',
  basis: [
    penaltyLaw(17, '有处罚权的行政机关在法定职权范围内处罚'),
    penaltyLaw(38, '没有依据或者主体没有资格的处罚无效', { paragraph: 1 }),
    formerPenaltyLaw(15, '有处罚权的行政机关在法定职权范围内处罚'),
  ],
  otherBasis: [{ document: '国办发〔2018〕118号', gist: '执法主体清单应当公布' }],
  reading:
    '清单只是权限的外在表现：清单内没有的，审核人应先核对赋予职权的法律，再下结论。本机关导入了自己的清单的，事项以它为准；导入的只是一部分的，它没有的事项不由它说，地区方案公布的清单有的仍为符合。',
  about: (context) => {
    const unlisted = withoutBodies(context);
    if (!unlisted) return { agency: listedAgency(context.profile, context.file.agency.name) };
    const on = judgedDay(context.file, context.today);
    const own = isAnswer(on) ? undefined : ownListing(context, on);
    if (!own?.counts) return unlisted;
    // That the item is on the agency's own list says nothing of the agency's place among the bodies.
    return own.answer.answer === 'met'
      ? unclear(`${unlisted.reason.replace(/。$/, '')}；${own.answer.reason}`, unlisted.missing ?? [], [
          ...unlisted.paths,
          ...own.answer.paths,
        ])
      : combine([unlisted, own.answer], unlisted);
  },
  decide: ({ agency }, context) => {
    const { file, profile, today } = context;
    const on = judgedDay(file, today);
    if (isAnswer(on)) return on;
    if (!agency) {
      return notMet(`“${file.agency.name}”不在${profile.name}的执法主体清单内，请核对赋予其处罚权的法律。`, [
        'agency.name',
      ]);
    }
    const code = file.violation.itemCode;
    return combine(
      [
        onList(`“${agency.name}”在执法主体清单中`, agency.listed, on, ['agency.name']),
        withOwnList(
          code
            ? itemOnList(agency.items, code, on)
            : unclear('案件未载明执法事项编码，无法核对执法事项清单。', ['执法事项编码'], ['agency.name']),
          context,
          on,
        ),
      ],
      unclear('无法核对清单。', ['执法主体清单']),
    );
  },
});

/** Where no list of enforcement bodies is at hand for this agency. */
function withoutBodies({ file, profile }: Context): Answer | undefined {
  if (profile.agencies.length === 0) {
    return unclear('地区方案没有载入执法主体清单，无法核对处罚主体。', ['执法主体清单']);
  }
  const covers = profileCovers(profile, file);
  const agency = listedAgency(profile, file.agency.name);
  if (covers === false || (covers === undefined && !agency)) {
    return unclear(
      `所用地区方案（${profile.name}）不是“${file.agency.name}”所在地的方案，无法核对执法主体清单。`,
      ['处罚机关所在地的执法主体清单'],
      ['agency.name'],
    );
  }
  return undefined;
}

function itemOnList(
  items: { code: string; from: string; to?: string | undefined }[],
  code: string,
  on: string,
) {
  const paths = ['violation.itemCode'];
  if (items.length === 0) {
    return unclear('地区方案没有载入该机关的执法事项清单。', ['执法事项清单'], paths);
  }
  const entries = items.filter((item) => item.code === code);
  const valid = entries.find((item) => item.from <= on && (!item.to || on <= item.to));
  const entry = valid ?? entries[0];
  if (!entry) return notMet(`事项 ${code} 不在该机关的执法事项清单内。`, paths);
  return onList(`事项 ${code} 在执法事项清单中`, entry, on, paths);
}

function onList(
  what: string,
  { from, to }: { from: string; to?: string | undefined },
  on: string,
  paths: string[],
): Answer {
  if (to && to < on) return notMet(`${what}的有效期于${chineseDay(to)}届满，早于${chineseDay(on)}。`, paths);
  if (from > on) {
    return unclear(
      `${what}自${chineseDay(from)}起，${chineseDay(on)}当时的清单没有载入。`,
      [`${chineseDay(on)}有效的清单`],
      paths,
    );
  }
  return met(`${what}，${chineseDay(on)}有效。`, paths);
}
