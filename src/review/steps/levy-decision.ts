import type { Day } from '../../law/dates.ts';
import { type ActView, type Answer, notApplicable, unclear } from '../rules/rule.ts';

export type LevyDecision = NonNullable<NonNullable<ActView['levy']>['levyDecision']>;

/** The decision of a levy; not applicable before there is one, unclear where a later step shows that there must be one. */
export function levyDecision({ levy, services }: ActView): LevyDecision | Answer {
  if (levy?.levyDecision) return levy.levyDecision;
  const later = [levy?.levyPayment, levy?.lateCharge, levy?.levyExecution].some(Boolean);
  return later || services?.some((service) => service.of === 'decision')
    ? unclear('案卷表明已经征收，没有征收决定。', ['征收决定'], ['levy.levyDecision'])
    : notApplicable('尚未作出征收决定。');
}

/** The day whose law governs a levy: that of its decision. */
export function levyDay({ levy }: ActView): Day | undefined {
  return levy?.levyDecision?.date;
}
