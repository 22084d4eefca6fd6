import { citationText } from '../../law/citation.ts';
import type { FactorValue } from '../../law/condition.ts';
import { REVISED_ON } from '../../law/revised-on.ts';
import { questionOf } from '../question-of.ts';
import type { PenaltiesDue, TierResult } from '../tier-result.ts';

/** The general order to confiscate what was gained. */
export const GAINS = citationText({ law: '中华人民共和国行政处罚法', article: '28', paragraph: 2 });
const TEXT = '没收违法所得（依法应当退赔的除外）';

/**
 * 行政处罚法 28(2), for acts since 15 July 2021: gains are confiscated, less what is to be refunded, whether or not the provision says
 * so. Where it leaves a choice, there is none; gains that nobody established are asked for.
 */
export function confiscateGains(
  result: TierResult,
  due: PenaltiesDue,
  { gains }: Readonly<Record<string, FactorValue>>,
): void {
  const { on, sanction } = result;
  if (!on || on < REVISED_ON || gains === 0) return;
  const isGains = ({ type }: { type?: string }): boolean => type === 'confiscate-gains';
  if (due.required.some(isGains)) return;
  const own = sanction!.types.includes('confiscate-gains') ? `${citationText(sanction!.provision)}；` : '';
  const penalty = { type: 'confiscate-gains' as const, text: TEXT, basis: `${own}${GAINS}` };
  due.optional = due.optional.filter((one) => !isGains(one));
  due.open = due.open.filter((one) => !isGains(one));
  if (gains !== undefined) {
    due.required.push(penalty);
    return;
  }
  due.open.push(penalty);
  const question = `${questionOf('gains', result)}（关系到应否没收违法所得）`;
  if (!result.missing.some(({ factor }) => factor === 'gains'))
    result.missing.push({ factor: 'gains', question });
}
