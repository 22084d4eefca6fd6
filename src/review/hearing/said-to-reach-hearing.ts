import type { CaseFile } from '../../cases/case-file.ts';
import { PAPER_KINDS, type PaperKind } from '../../cases/paper-kinds.ts';
import { keptByText } from '../../law/kept-by-text.ts';

/** The agency's own papers on what is to be imposed; those of the party and the forms of a right prove nothing. */
const OWN: PaperKind[] = [
  'closing-report',
  'review-submission',
  'review-opinion',
  'discussion-minutes',
  'decision-approval',
  'prior-notice',
  'decision',
];
const REACHES =
  /(?:达到|达|符合|超过|属于)(?:《[^》]{2,40}》)?[^，,。；;]{0,22}听证(?:的)?(?:标准|条件|数额|金额|限额|起点|范围|情形)|(?:属于|已达|已达到|达到|构成|系)[^，,。；;]{0,10}(?:较大数额(?:的)?罚款|数额较大的罚款|罚款数额较大)/g;
const NOT = /未|不|没有|非|尚|低于|是否|如|若|凡|对于|应否/;
/** Other steps have a large fine of their own. */
const OTHER_STEP = /审核|讨论|审议|备案|公示|目录|重大/;

/**
 * A paper of the agency that says itself that the penalty reaches the standard for a hearing (已达到本局听证标准,
 * 属于较大数额罚款), with its path; `undefined` where none does. That it says the opposite proves nothing.
 */
export function saidToReachHearing(file: CaseFile): { why: string; path: string } | undefined {
  for (const [index, { kind, title, text = '' }] of (file.papers ?? []).entries()) {
    if (!OWN.includes(kind)) continue;
    const { said } = sentenceIn(text);
    if (said) {
      const name = title || PAPER_KINDS[kind];
      return { why: `《${name.replace(/[《》]/g, '')}》写明“${said}”`, path: `papers.${index}.text` };
    }
  }
  return undefined;
}

const sentenceIn = keptByText((text) => ({ said: readSentence(text) }));

function readSentence(text: string): string | undefined {
  for (const [sentence] of text.matchAll(/[^。；;\n\t]+/g)) {
    for (const match of sentence.matchAll(REACHES)) {
      const before = sentence.slice(0, match.index).split(/[，,]/).at(-1) ?? '';
      const after = sentence.slice(match.index + match[0].length);
      // 达到听证标准的，应当告知: the rule, not this case.
      if (
        NOT.test(before + match[0]) ||
        /^[^，,]{0,8}的(?:[，,]|$)/.test(after) ||
        /^[^，,]{0,2}[？?]/.test(after)
      )
        continue;
      if (!/听证/.test(match[0]) && OTHER_STEP.test(sentence)) continue;
      return match[0].trim();
    }
  }
  return undefined;
}
