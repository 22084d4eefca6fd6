import type { CaseFile } from '../../cases/case-file.ts';
import type { JudgedPenalties } from '../steps/judged-penalties.ts';
import { wholeDecisionText } from '../steps/whole-decision-text.ts';

/** 从轻或者减轻处罚 leaves open which of the two it is. */
const EITHER = /从轻(?:(?:或者?|及|和|与|、|以及)(?:依法)?)减轻|减轻(?:(?:或者?|、))从轻/g;
/** 主动减轻危害后果 is the ground, and no mitigation of the penalty. */
const MITIGATES =
  /减轻(?:行政)?(?:处罚|处理|罚款)|予以减轻|(?:情形|情节|等次|阶次|档次|幅度)[^。；，]{0,8}减轻|(?:属于?|适用|按照?)[^。；，]{0,6}减轻(?:的?(?:情形|情节|等次|阶次|档次|幅度))|减轻(?:情形|等次|阶次|档次)|低于(?:法定)?(?:最低|下限)/;
const DENIES =
  /不(?:予|符合|具有|存在|适用|能|属于?|构成)|没有|并?无|未|请求|主张|要求|申请|提出|希望|辩称|认为其/;
const LIGHTER = /从轻(?:行政)?(?:处罚|处理|情形|情节|等次|阶次|档次|幅度)|予以从轻|适用从轻/;

/**
 * Whether a decision mitigates the penalty or only lightens it: a penalty from the lighter end stays in its span
 * (行政处罚法 32 leaves both open, the decision's own word settles which). `undefined` where it does not say.
 */
export function lighteningOf(
  file: CaseFile,
  { of, grade, gradePath }: JudgedPenalties,
): { mitigates: boolean; path: string } | undefined {
  const whole = of === 'decision' ? wholeDecisionText(file) : undefined;
  if (grade === 'mitigated') return { mitigates: true, path: gradePath };
  const clauses = (whole?.text ?? '').replaceAll(EITHER, '').split(/[。；;，,\n]/);
  if (whole && clauses.some((clause) => MITIGATES.test(clause) && !DENIES.test(clause)))
    return { mitigates: true, path: whole.path };
  if (grade) return { mitigates: false, path: gradePath };
  return whole && clauses.some((clause) => LIGHTER.test(clause) && !DENIES.test(clause))
    ? { mitigates: false, path: whole.path }
    : undefined;
}
