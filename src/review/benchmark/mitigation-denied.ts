import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';

/** Papers in which the agency weighs the case. */
const KINDS: PaperKind[] = [
  'decision',
  'closing-report',
  'review-opinion',
  'hearing-report',
  'discussion-minutes',
  'prior-notice',
  'hearing-right-notice',
];
const DENIED =
  /(?:不具有|不具备|没有|并?无|未发现|不存在|不符合)(?:任何|其他|法定|法律规定的?|应当|可以|依法|从轻|[、或者和]){0,6}减轻(?:行政)?(?:处罚)?(?:的)?(?:法定)?(?:情形|情节|事由|条件)/;
const SAID = /(?:当事人|申请人|代理人|听证申请人)[^，。；]{0,10}(?:称|认为|主张|提出|辩)|清单|规定的情形之一/;

/** 行政处罚法 30 to 32 and what other norms may add. */
const LAWFUL =
  /消除|危害后果|胁迫|诱骗|供述|交代|交待|尚未掌握|未掌握|立功|周岁|未成年|精神|智力|退赔|法律|法规|规章|规定|第.{1,6}条|《|清单/;
/** Grounds of equity that no law counts for going below the span. */
const EQUITY =
  /困难|经营不善|亏损|认错|态度|配合|规模|小微|店面|疫情|悔改|悔过|家庭|收入|利润|初次|首次|个体|弱势|负担|检讨|从业|生意|老年|年老|患病|贫困/;

/** Where a paper of the agency says that nothing lets the penalty be mitigated. */
export function mitigationDenied({ papers = [] }: CaseFile): { quote: string; path: string } | undefined {
  for (const [index, { kind, text }] of papers.entries()) {
    if (!text || !KINDS.includes(kind)) continue;
    for (const clause of text.split(/[。；;\n\t]/)) {
      const quote = SAID.test(clause) ? undefined : DENIED.exec(clause)?.[0];
      if (quote) return { quote, path: `papers.${index}.text` };
    }
  }
  return undefined;
}

/** Reasons for mitigation that name grounds of equity, and none that a law knows. */
export function onlyEquity(reasons: string | undefined): boolean {
  const own = reasons?.replaceAll(/《[^》]*裁量[^》]*》/g, '');
  return own !== undefined && /减轻/.test(own) && !LAWFUL.test(own) && EQUITY.test(own);
}
