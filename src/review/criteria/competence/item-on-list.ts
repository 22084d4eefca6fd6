import { chineseDay, type Day } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, type Context, isAnswer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { withOwnList } from '../../screening/with-own-list.ts';
import { listedAgency, profileCovers } from '../../steps/agency-names.ts';
import { judgedDay } from '../../steps/decision-day.ts';

export const itemOnList = rule({
  id: 'C6-04',
  criterion: 6,
  question: '处罚事项是否在本机关公布的执法事项清单内？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('17', '由有处罚权的机关在法定职权内实施。'),
    penaltyLaw('39', '实施机关、立案依据、程序和救济渠道要公示。'),
    formerPenaltyLaw('15', '由有处罚权的机关在法定职权内实施。'),
  ],
  otherBasis: [
    { document: '国务院办公厅关于三项制度的文件（由示范文件转述）', gist: '公布权责清单和执法事项清单。' },
  ],
  reading:
    '以决定日（尚未决定的以审查日）的清单为准。清单没有而法律明确授权的，由人说明。本机关导入了自己的清单的，以它为准：编码、名称、条款都对不上的，才不符合；清单不完整、条款没有读全或者版本不同的，不清楚（公布的清单有、导入的只是一部分的，符合）。',
  decide: (_, context) => {
    const { file, today } = context;
    const on = file.decision ? judgedDay(file, today) : today;
    const published = inPublished(on, context);
    return isAnswer(on) ? published : withOwnList(published, context, on);
  },
});

function inPublished(on: Day | Answer, { file, profile }: Context): Answer {
  const code = file.violation.itemCode;
  const paths = ['violation.itemCode', 'agency.name'];
  if (!code) return unclear('需要知道执法事项编码，案卷没有载明。', ['执法事项编码'], paths);
  if (isAnswer(on)) return on;
  const agency = profileCovers(profile, file) === false ? undefined : listedAgency(profile, file.agency.name);
  if (!agency?.items.length)
    return unclear(`地区方案中没有“${file.agency.name}”的事项清单。`, ['本机关的执法事项清单'], paths);
  const where = [...paths, ...(file.decision ? ['decision.date'] : [])];
  const listed = agency.items.filter((item) => item.code === code);
  const valid = listed.find((item) => item.from <= on && (!item.to || on <= item.to));
  if (valid) return met(`事项 ${code}“${valid.name}”在清单内。`, where);
  const ended = listed.some((item) => item.to && item.to < on);
  if (listed.length > 0 && !ended) {
    return unclear(
      `事项 ${code} 自${chineseDay(listed[0]!.from)}起在清单内，${chineseDay(on)}当时的清单没有载入。`,
      [`${chineseDay(on)}有效的清单`],
      where,
    );
  }
  return ended
    ? notMet(`事项 ${code} 在${chineseDay(on)}不在清单的有效期内。`, where)
    : notMet(`处罚事项应在执法事项清单内，清单没有 ${code}。`, where);
}
