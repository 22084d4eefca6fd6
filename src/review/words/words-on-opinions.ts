import type { CaseFile } from '../../cases/case-file.ts';
import { valueAt } from '../../cases/read-case-file.ts';
import { qualificationsIn } from '../../dossiers/words/qualifications-in.ts';
import { deniedWords, type PaperOf } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const NO_SEAL = /未盖章|没有盖章|无盖章|未加盖|没有加盖/;
const NO_SIGNATURE = /(?:检验|鉴定|检测|批准|授权签字)人[^。;\n]{0,8}(?:未签名|没有签名|未签字|没有签字)/;

/** For how long a body and its experts are qualified, and what is not signed or sealed, as the opinion itself tells it. */
export function wordsOnOpinions({ evidence = [] }: CaseFile, paperOf: PaperOf): OtherWords[] {
  return evidence.flatMap(({ opinion, paper }, index) => {
    const own = paperOf(paper);
    if (!opinion || !own) return [];
    const at = `evidence.${index}.opinion`;
    const names = (opinion.experts ?? []).map(({ name }) => name.normalize('NFKC'));
    const beside = names.flatMap((name) => {
      const start = own.text.indexOf(name);
      return start < 0 ? [] : [{ name, start, end: start + name.length }];
    });
    const until = qualificationsIn(own.text, beside).flatMap(({ of, bound, day, start, end }) => {
      const part = of === 'body' ? `bodyQualified${bound}` : `experts.${names.indexOf(of)}.qualified${bound}`;
      const noted = valueAt(opinion, part);
      return noted === day ? [] : [deniedWords(`${at}.${part}`, noted, day, own, own.text.slice(start, end))];
    });
    return [
      ...until,
      ...(opinion.sealed && NO_SEAL.test(own.text)
        ? [deniedWords(`${at}.sealed`, true, false, own, '未盖章')]
        : []),
      ...(opinion.signed && NO_SIGNATURE.test(own.text)
        ? [deniedWords(`${at}.signed`, true, false, own, '没有签名')]
        : []),
    ];
  });
}
