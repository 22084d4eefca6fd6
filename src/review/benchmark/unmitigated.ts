import type { CaseFile } from '../../cases/case-file.ts';
import type { JudgedPenalties } from '../steps/judged-penalties.ts';
import { wholeDecisionText } from '../steps/whole-decision-text.ts';

/** Words with which a decision would go below the span (行政处罚法 30 to 32). */
const MITIGATES = /减轻|第三十二条|第32条|第三十一条|第31条|第三十条|第30条/;

/** What the party asks for is not what the decision does. */
const ASKED = /(?:请求|主张|提出|要求|申请|希望|恳请|认为其)[^。；]{0,40}减轻/;

/**
 * Where a decision shows that it does not mitigate: it calls itself lighter, ordinary or heavier, or its whole text says
 * nothing of mitigation. `undefined` where neither is known.
 */
export function unmitigated(file: CaseFile, { of, grade, gradePath }: JudgedPenalties): string | undefined {
  if (grade) return grade === 'mitigated' ? undefined : gradePath;
  const whole = of === 'decision' ? wholeDecisionText(file) : undefined;
  const own = whole?.text
    .split(/[。；;\n]/)
    .filter((sentence) => !ASKED.test(sentence))
    .join('\n');
  return whole && own !== undefined && !MITIGATES.test(own) ? whole.path : undefined;
}
