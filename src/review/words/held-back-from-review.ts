import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { plainText } from './denied-words.ts';

const KINDS: PaperKind[] = ['review-submission', 'review-opinion', 'remarks'];
const MATERIAL =
  '(?:听证(?:笔录|报告|材料)|(?:案件)?调查(?:终结)?报告|证据(?:材料|清单)?|(?:鉴定|检[验测]|评估)(?:意见|报告|结论)?书?|(?:事先|听证)?告知书|送达回证|(?:现场)?(?:检查|勘验|询问)笔录|立案审批表|申辩(?:书|意见|材料|笔录)|复核(?:意见|材料)|讨论(?:笔录|记录)|决定书?(?:草案|初稿|代拟稿|文本)?)';
const HELD_BACK = new RegExp(
  `(?<what>${MATERIAL}(?:[、和及与]${MATERIAL})*)(?:[^,。;\\n]{0,6}?)(?:均|都|尚|并)?(?:没有|未)(?:能)?(?:随[案卷]?|一并|同时|附[卷随]?|按要求|及时)*(?:送审|送交|报送|提交|提供|移送|附[卷送后]?|入卷|[送报])|(?:未|没有)(?:随[案卷]|一并|同时)?(?:送审|送交|报送|提交|附送|附|送|提供)(?:听证)?(?<after>${MATERIAL})`,
  'u',
);
const ASKS = /是否|当事人|应当|如未|若未|不得|之前|补(?:正|送|充)后|已补/;

/** What the papers of the legal review themselves say was not handed in with the case; its path and words. */
export function heldBackFromReview({ papers = [] }: CaseFile): { what: string; path: string } | undefined {
  for (const [index, { kind, text }] of papers.entries()) {
    if (!text || !KINDS.includes(kind)) continue;
    for (const clause of plainText(text).split(/[。;\n]/)) {
      const { what, after } = HELD_BACK.exec(clause)?.groups ?? {};
      const said = what ?? after;
      if (said && !ASKS.test(clause)) return { what: said, path: `papers.${index}.text` };
    }
  }
  return undefined;
}
