import type { CaseFile } from '../../cases/case-file.ts';
import { PAPER_KINDS, type PaperKind } from '../../cases/paper-kinds.ts';
import { yuan } from '../../law/money.ts';
import { sumsIn } from '../../law/sums-in.ts';
import { totalFine } from '../steps/total-fine.ts';

const OWN: PaperKind[] = [
  'prior-notice',
  'closing-report',
  'review-opinion',
  'decision-approval',
  'decision',
];
const WHO = {
  person: /公民|个人|自然人/,
  organisation: /单位|法人|企业|组织/,
} as const;

/**
 * The standard for a hearing that a paper of the agency prints itself (对公民处1万元以上、对单位处5万元以上罚款的，应当告知
 * 听证权利), where the fine that was notified or decided reaches it; an individual business is left to a person.
 */
export function ownHearingStandard(file: CaseFile): { why: string; path: string } | undefined {
  const { kind: party } = file.party;
  if (party === 'individual-business') return undefined;
  const lists = [...(file.priorNotices ?? []), ...(file.decision ? [file.decision] : [])];
  const fines = lists.flatMap(({ penalties }) => totalFine(penalties) ?? []);
  const fine = Math.max(0, ...fines);
  for (const [index, { kind, title, text = '' }] of (file.papers ?? []).entries()) {
    if (!OWN.includes(kind) || !text.includes('听证')) continue;
    for (const [sentence] of text.matchAll(/[^。；;\n]*听证[^。；;\n]*/g)) {
      // 五万元以上罚款, 罚款五万元以上, 罚款数额在五万元以上.
      if (!/以上[^。；;\n]{0,6}罚款的?|罚款[^。；;，,\n]{0,14}以上/.test(sentence)) continue;
      const part = sentence.split(/[、，,或]/).find((one) => WHO[party].test(one) && /以上/.test(one));
      const [limit] = part ? sumsIn(part) : [];
      if (!limit || fine < limit.fen) continue;
      const name = (title || PAPER_KINDS[kind]).replace(/[《》]/g, '');
      return {
        why: `拟罚款${yuan(fine)}，达到《${name}》写明的听证标准${yuan(limit.fen)}`,
        path: `papers.${index}.text`,
      };
    }
  }
  return undefined;
}
