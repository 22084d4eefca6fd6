import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { plainText } from '../words/denied-words.ts';

const RECORDS: PaperKind[] = [
  'inspection-record',
  'interview-record',
  'sampling-record',
  'preservation-notice',
];
const NOT_THERE = /(?:未|没有|不)(?:到场|参加|参与)|是否|应当|不得/;
const ROLE = String.raw`(?:检查|询问|勘验|执法|调查|办案|抽样|取样|复查|记录|拍照|清点)(?:人员?|员)(?:\(?(?:签名|签字)\)?)?:[^。;\n:]{0,60}`;

/** The words of a record by which the reviewer of the case took part in looking into it. */
export function reviewerTakingPart(
  { papers = [] }: CaseFile,
  given: string,
): { title: string; words: string; path: string } | undefined {
  const name = given.normalize('NFKC');
  const part = new RegExp(
    `${name}(?:同志)?(?:也|亦|一同|共同|到场|到现场|协助|负责|参加|参与|,|当场){0,3}(?:到场|参加|参与|协助|负责|一同|共同)[^。;\\n]{0,12}(?:检查|询问|勘验|调查|取证|抽样|清点|记录)|${ROLE}${name}`,
  );
  for (const [index, { kind, title, text }] of papers.entries()) {
    if (!text || !RECORDS.includes(kind)) continue;
    const sentence = plainText(text)
      .split(/[。;\n]/)
      .find((one) => part.test(one) && !NOT_THERE.test(one));
    const words = sentence && part.exec(sentence)?.[0];
    if (words) return { title, words, path: `papers.${index}.text` };
  }
  return undefined;
}
