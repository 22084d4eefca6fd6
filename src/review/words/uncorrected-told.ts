import type { CaseFile } from '../../cases/case-file.ts';
import { plainText } from './denied-words.ts';

export interface UncorrectedTold {
  /** Positions of the record and the decision, and what each says. */
  record: number;
  decision: number;
  told: string;
  found: string;
}

const AFTERWARDS = /复查|回访|整改|改正/;
const NOT_DONE =
  /(?:责令)?(?:限期)?(?:改正|整改)?(?:期限?)?(?:届满|期满|逾期)(?:后)?[^。;,\n]{0,10}(?:仍|尚)?(?:未|没有)(?:按要求|全部|完全|按期)?(?:改正|整改|完成)|(?:仍|尚)(?:未|没有)(?:按要求|全部|完全)?(?:改正|整改)/;
const DONE =
  /(?:已|均|全部)(?:经|按要求|全部|按期)*(?:改正|整改)(?!通知|的?期限)|(?:改正|整改)(?:完毕|到位|完成)/;
/** What a decision weighs as done in time. */
const IN_TIME =
  /(?:当事人|其|该)?[^。;,\n“”]{0,12}(?:在|于)(?:责令)?(?:改正|整改|规定的?)?(?:期限|限期)(?:以)?内[^。;,\n]{0,12}(?:改正|整改|完成)|(?:当事人|其)?(?:按期|如期|及时)(?:全部)?(?:完成)?(?:改正|整改)(?!通知)|(?<!是否)未逾期/;
const NOT_SAID =
  /未(?:在|按期|如期|及时)|没有(?:在|按期|及时)|不(?:在|属于)|请求|要求|应当|责令(?:你|当事人)|如/;

/** A record of the second look by which nothing was put right in time, and a decision that weighs it as done. */
export function uncorrectedTold({ papers = [] }: CaseFile): UncorrectedTold | undefined {
  const looks = papers.flatMap(({ kind, title, text }, record) =>
    text && kind === 'inspection-record' && AFTERWARDS.test(title) ? [{ record, text: plainText(text) }] : [],
  );
  const decision = papers.findIndex(({ kind }) => kind === 'decision');
  const made = papers[decision]?.text;
  if (looks.length === 0 || !made || looks.some(({ text }) => DONE.test(text))) return undefined;
  const [look] = looks.flatMap(({ record, text }) => {
    const told = NOT_DONE.exec(text)?.[0];
    return told ? [{ record, told }] : [];
  });
  const found = plainText(made)
    .split(/[。;,\n]/)
    .filter((clause) => !NOT_SAID.test(clause) && !/[“”]/.test(clause))
    .map((clause) => IN_TIME.exec(clause)?.[0])
    .find((words) => words !== undefined);
  return look && found ? { ...look, decision, found } : undefined;
}
