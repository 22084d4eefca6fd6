import type { ActFile } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';
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
  /** Requests that the law does not ask it of. Default: 撤销, which has no application. */
  notFor?: Partial<Record<NonNullable<Licence['request']>, string>>;
  /** Several tests are combined. A draft of the decision is not shown. */
  judge: (licence: Licence, context: ActContext) => Answer | Answer[];
}

const NO_APPLICATION = { withdrawal: '本案是撤销许可，没有申请的办理。' };

/** A rule about the licence of a licence file. The decision's day governs, before it that of the application. */
export function licenceRule({ judge, notFor = NO_APPLICATION, ...definition }: LicenceRule): Rule<never> {
  const ownDay = definition.lawOf !== undefined;
  return actRule({
    lawOf: ({ file }) => file.licence && dayOfLicence(withoutDraft(file.licence)),
    ...definition,
    actions: ['licence'],
    about: ({ file: { licence } }) => {
      if (!licence) {
        return unclear('许可案卷没有记载许可的办理。', ['行政许可的办理情况'], ['licence']);
      }
      const other = licence.request && notFor[licence.request];
      return other ? notApplicable(other, ['licence.request']) : withoutDraft(licence);
    },
    decide: (licence, context) => {
      const found = judge(licence, context);
      const answer = Array.isArray(found)
        ? combine(found, notApplicable('没有需要核对的事项。', ['licence']))
        : found;
      return answer.answer === 'met' && !ownDay && undated(licence) ? lawUnknown(answer) : answer;
    },
  });
}

function withoutDraft({ licenceDecision, ...rest }: Licence): Licence {
  return licenceDecision && !licenceDecision.draft ? { ...rest, licenceDecision } : rest;
}

/** A decision that was made, nobody knows when. */
function undated({ licenceDecision }: Licence): boolean {
  return licenceDecision !== undefined && !licenceDecision.date;
}

function lawUnknown({ paths }: Answer): Answer {
  return unclear(
    '许可决定的日期没有载明，不能确定适用哪时的规定。',
    ['许可决定的日期'],
    [...paths, 'licence.licenceDecision.date'],
  );
}

export function dayOfLicence(licence: Licence): Day | undefined {
  return licence.licenceDecision?.date ?? licence.acceptedOn ?? licence.receivedOn;
}

/** The day of a decision that grants the licence; not applicable where it was refused or not yet decided. */
export function grantedOn({ licenceDecision }: Licence): Day | Answer {
  const paths = ['licence.licenceDecision.result', 'licence.licenceDecision.date'];
  if (!licenceDecision) return notApplicable('尚未作出许可决定。', ['licence.licenceDecision']);
  const { date, result } = licenceDecision;
  if (result === 'refused') return notApplicable('本案不予许可。', paths);
  const missing = [...(result ? [] : ['准予还是不予许可']), ...(date ? [] : ['许可决定的日期'])];
  return date && missing.length === 0 ? date : unclear(`${missing.join('、')}没有载明。`, missing, paths);
}
