import type { Profile } from '../../../corpus/profile.ts';
import { validOn } from '../../../corpus/valid-on.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { type ActView, type Answer, actRule, combine, met, notMet, unclear } from '../../rules/rule.ts';
import { foreignProfile } from '../../screening/foreign-profile.ts';
import {
  enterpriseInspection,
  INSPECTION_OPINION,
  OPINION_READING,
} from '../../steps/enterprise-inspection.ts';

/** JC-03 检查审批、检查通知书、年度频次上限. */
export const approvalAndFrequency = actRule({
  id: 'JC-03',
  actions: ['inspection'],
  criterion: 3,
  question: '检查是否经过审批、出具检查通知书，并且没有超过年度频次上限？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [],
  otherBasis: [{ document: INSPECTION_OPINION, gist: '检查要审批、出具通知书，公布并遵守年度频次上限' }],
  reading: `${OPINION_READING}情况紧急的可以先检查后补办审批；次数含本次；不受频次限制的来由见地区方案。`,
  about: ({ file }) => enterpriseInspection(file),
  decide: ({ day, path }, { file, profile }) =>
    combine(
      [approved(file, day, path), noticed(file), frequency(file, profile, day)],
      met('检查经过审批，出具了通知书，没有超过频次上限。', ['inspection']),
    ),
});

function approved({ inspection }: ActView, day: Day, dayPath: string): Answer {
  const approval = inspection?.inspectionApproval;
  const at = 'inspection.inspectionApproval';
  if (approval?.approved === false) return notMet('检查应经过审批，没有批准。', [`${at}.approved`]);
  const on = approval?.approvedOn;
  if (!on) return unclear('检查是否经过审批没有载明。', ['检查审批表和批准日'], [at]);
  const found = `检查于${chineseDay(day)}进行，于${chineseDay(on)}批准`;
  const paths = [`${at}.approvedOn`, dayPath];
  if (on <= day) return met(`${found}。`, paths);
  if (approval.urgent === undefined) {
    return unclear(`${found}，是否情况紧急而补办没有载明。`, ['是否因情况紧急先检查后补办'], paths);
  }
  return approval.urgent
    ? met(`${found}，属于情况紧急补办。`, [...paths, `${at}.urgent`])
    : notMet(`${found}，应在检查前批准。`, [...paths, `${at}.urgent`]);
}

function noticed({ inspection }: ActView): Answer {
  const path = 'inspection.inspectionNotice.given';
  const given = inspection?.inspectionNotice?.given;
  if (given === undefined) return unclear('是否出具检查通知书没有载明。', ['检查通知书'], [path]);
  return given ? met('出具了检查通知书。', [path]) : notMet('检查应出具检查通知书，没有出具。', [path]);
}

function frequency(file: ActView, profile: Profile, day: Day): Answer {
  const foreign = foreignProfile({ file, profile });
  if (foreign) return foreign;
  const rows = (profile.inspectionLimits ?? []).filter((row) => validOn(row, day));
  const limit = rows.find((row) => row.field === file.field) ?? rows.find((row) => row.field === '*');
  const paths = ['inspection.timesThisYear', 'inspection.trigger'];
  if (!limit) return unclear('地区方案没有载入年度检查频次上限。', ['当地公布的年度检查频次上限'], paths);
  const { timesThisYear: times, trigger } = file.inspection ?? {};
  if (trigger && limit.exempt.includes(trigger)) {
    return met('这一来由的检查不受频次上限限制。', ['inspection.trigger']);
  }
  if (times === undefined) {
    return unclear('本年度对该对象的检查次数没有载明。', ['本年度检查次数'], paths);
  }
  const found = `本年度第 ${times} 次检查，上限为 ${limit.timesPerYear} 次`;
  if (times <= limit.timesPerYear) return met(`${found}。`, ['inspection.timesThisYear']);
  return trigger
    ? notMet(`${found}，超过上限。`, paths)
    : unclear(`${found}，检查的来由没有载明，不能确定是否受上限限制。`, ['检查的来由'], paths);
}
