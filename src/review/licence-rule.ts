import type { ActFile } from '../cases/case-file.ts';
import type { Day } from '../law/dates.ts';
import {
  type ActContext,
  type ActView,
  type Answer,
  actRule,
  combine,
  notApplicable,
  type Rule,
  unclear,
} from './rule.ts';

/** 行政许可 of the file. */
export type Licence = NonNullable<ActFile['licence']>;

interface LicenceRule extends Omit<Rule<Licence, ActView>, 'actions' | 'about' | 'decide'> {
  /** Several tests are combined. */
  judge: (licence: Licence, context: ActContext) => Answer | Answer[];
}

/** A rule about the licence of a licence file. The decision's day governs, before it that of the application. */
export function licenceRule({ judge, ...definition }: LicenceRule): Rule<never> {
  return actRule({
    lawOf: ({ file }) => file.licence && dayOfLicence(file.licence),
    ...definition,
    actions: ['licence'],
    about: ({ file }) =>
      file.licence ?? unclear('许可案卷没有记载许可的办理。', ['行政许可的办理情况'], ['licence']),
    decide: (licence, context) => {
      const found = judge(licence, context);
      return Array.isArray(found)
        ? combine(found, notApplicable('没有需要核对的事项。', ['licence']))
        : found;
    },
  });
}

export function dayOfLicence(licence: Licence): Day | undefined {
  return licence.licenceDecision?.date ?? licence.acceptedOn ?? licence.receivedOn;
}

/** The day of a decision that grants the licence; not applicable where it was refused or not yet decided. */
export function grantedOn({ licenceDecision }: Licence): Day | Answer {
  const paths = ['licence.licenceDecision.result', 'licence.licenceDecision.date'];
  if (!licenceDecision || licenceDecision.draft) {
    return notApplicable('尚未作出许可决定。', ['licence.licenceDecision']);
  }
  const { date, result } = licenceDecision;
  if (result === 'refused') return notApplicable('本案不予许可。', paths);
  const missing = [...(result ? [] : ['准予还是不予许可']), ...(date ? [] : ['许可决定的日期'])];
  return date && missing.length === 0 ? date : unclear(`${missing.join('、')}没有载明。`, missing, paths);
}
