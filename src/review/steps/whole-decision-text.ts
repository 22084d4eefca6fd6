import type { CaseFile } from '../../cases/case-file.ts';

/** The parts that stand at the head, in the middle and at the end of every decision (行政处罚法 59). */
const PARTS = [
  /当事人|被处罚|受处罚|违法单位|违法行为人|你(?:单位|公司|店)/,
  /违反/,
  /依据|根据|依照/,
  /复议|诉讼/,
];

/**
 * The text of the decision with its path, where the paper holds all of it: from the party to the remedies. What does
 * not stand in it is not in the decision. `undefined` where there is no text or only an extract.
 */
export function wholeDecisionText({
  papers,
  decision,
}: CaseFile): { text: string; path: string } | undefined {
  const index = (papers ?? []).findIndex(({ id, kind }) =>
    decision?.paper ? id === decision.paper : kind === 'decision',
  );
  const text = papers?.[index]?.text;
  return text && PARTS.every((part) => part.test(text)) ? { text, path: `papers.${index}.text` } : undefined;
}
