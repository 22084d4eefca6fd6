import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';

const EVIDENCE: PaperKind[] = ['documentary-evidence'];
const LIST = /考勤|花名册|名册|名单|工资表|签到/;
const ON_LIST = /(?<![\d.])共(?:计|有)?(?<number>\d+)(?:名|人)(?!次|民币)/g;
const COUNTED = /(?<![\d.])(?<number>\d+)(?:名|个|位)(?:职工|劳动者|员工|工人|从业人员|人员|学员|学生)/g;

/**
 * A list that names fewer people than the decision counts: 考勤明细共17人, 19名职工. Only where it is the one such list
 * and the facts know one number alone; a longer list may hold others whom the act did not concern.
 */
export function fewerOnList({
  violation,
  papers = [],
}: CaseFile): { index: number; listed: number; counted: number } | undefined {
  const counted = numbersIn(violation.facts, COUNTED);
  const lists = papers.flatMap(({ kind, title, text }, index) => {
    const listed = text && EVIDENCE.includes(kind) && LIST.test(title) ? numbersIn(text, ON_LIST) : [];
    return text && listed.length > 0 ? [{ index, listed, text }] : [];
  });
  const [list] = lists;
  const [own] = counted;
  if (!list || !own || lists.length > 1 || counted.length > 1 || list.listed.length !== 1) return undefined;
  const [listed] = list.listed;
  const known = new RegExp(`(?<!\\d)${own}(?!\\d)`).test(list.text);
  return listed && listed < own && !known ? { index: list.index, listed, counted: own } : undefined;
}

function numbersIn(text: string | undefined, pattern: RegExp): number[] {
  const plain = text?.normalize('NFKC').replaceAll(/\s/g, '') ?? '';
  return [...new Set([...plain.matchAll(pattern)].map(({ groups }) => Number(groups?.number)))];
}
