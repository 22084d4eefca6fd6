import type { CaseFile } from '../../cases/case-file.ts';
import { PAPER_KINDS, type PaperKind } from '../../cases/paper-kinds.ts';

/** The agency's own papers on what is to be imposed. */
const OWN: PaperKind[] = [
  'closing-report',
  'review-submission',
  'hearing-report',
  'discussion-minutes',
  'decision-approval',
  'prior-notice',
  'decision',
];
const STEPS = {
  review: {
    due: /(?:属于?|列入|系|为)[^。；，\n]{0,24}(?:重大(?:行政)?(?:执法|处罚)决定|法制审核(?:目录|范围))|(?:应当?|须|需|报请|提请)[^。；，\n]{0,12}法制(?:机构|部门)?审核/,
    skipped:
      /法制(?:机构)?审核(?:意见)?[^。；，\n]{0,4}(?:后补|待补|补办|未办|未做|省略|从略)|(?:未|没有)(?:经|经过|进行|送|报|提交)[^。；，\n]{0,6}法制(?:机构|部门)?审核|法制(?:机构|部门|科|股)?(?:未|没有)(?:出具|作出)/,
  },
  discussion: {
    due: /(?:应当?|须|需|报请|提请)[^。；\n]{0,16}集体(?:讨论|审议|研究)|(?:属于?|系|为)[^。；，\n]{0,16}(?:情节复杂|重大违法行为|重大行政处罚案件|重大案件)/,
    skipped:
      /(?:未|没有)(?:经|经过|进行|召开|提交|组织)[^。；，\n]{0,6}集体(?:讨论|审议|研究)|集体讨论[^。；，\n]{0,4}(?:后补|待补|补办|省略|从略)/,
  },
} as const;
const NOT = /不属|未列入|不列入|不需|无需|毋需|是否|如|若|凡|不符合|不系|并非/;

/**
 * A paper of the agency that says itself that legal review (`review`) or a discussion by the heads (`discussion`) is due,
 * or that it was put off, with its path; `undefined` where none does.
 */
export function saidToBeMajor(
  { papers = [] }: CaseFile,
  step: keyof typeof STEPS,
): { why: string; path: string } | undefined {
  const { due, skipped } = STEPS[step];
  for (const [index, { kind, title, text = '' }] of papers.entries()) {
    if (!OWN.includes(kind)) continue;
    for (const sentence of text.split(/[。；;\n\t]/)) {
      const said = skipped.exec(sentence) ?? due.exec(sentence);
      if (!said || NOT.test(sentence)) continue;
      const name = (title || PAPER_KINDS[kind]).replace(/[《》]/g, '');
      return { why: `《${name}》写明“${said[0].trim()}”`, path: `papers.${index}.text` };
    }
  }
  return undefined;
}
