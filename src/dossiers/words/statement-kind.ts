import type { Paper } from '../paper.ts';
import type { EvidenceKind } from './evidence-kind-of.ts';
import { isName } from './names-in.ts';
import { partyOf } from './party-of.ts';

/** 应示泽询问笔录, 对店长孟示芸的询问笔录: whose. */
const WHOSE =
  /^(?:对)?(?:[\p{sc=Han}]{0,12}?(?:人|长|员|工|师|理|主|者|东|表))??([\p{sc=Han}·]{2,16}?)的?(?:第[一二三四\d]次)?(?:现场|调查)*(?:询问|调查|谈话|问话|陈述)[\p{sc=Han}]{0,4}笔录/u;
/** Who speaks for the party, or is it. */
const FOR_PARTY =
  /法定代表人|(?<!现场)负责人|经营者|店主|业主|投资人|合伙人|代理人|受.{0,16}委托|当事人|行为人|理事长|车主|船主/;
/**
 * Whether the record of an interview named for one person is the party's statement or a witness's, from what the record
 * itself says of the person; none where no record of that person says it.
 */
export function statementKind(name: string, dossier: readonly Paper[]): EvidenceKind | undefined {
  const person = WHOSE.exec(name)?.[1];
  if (!person || !isPerson(person, dossier)) return undefined;
  const party = partyOf(dossier);
  if (party?.name === person || party?.operators.has(person)) return 'party-statement';
  for (const { kind, text } of dossier) {
    if (kind !== 'interview-record') continue;
    const opening = text.slice(0, openingEnd(text));
    const at = opening.lastIndexOf(person);
    if (at < 0 || !/被(?:询问|调查|问话|谈话|约谈)|谈话对象/.test(opening.slice(0, at))) continue;
    const stands = FOR_PARTY.test(opening.slice(at)) || /委托(?:我|书)/.test(text);
    return stands || isNamedForParty(person, dossier) ? 'party-statement' : 'witness';
  }
  return undefined;
}

/** 法定代表人张示, anywhere in the dossier. */
const isNamedForParty = (person: string, dossier: readonly Paper[]) =>
  dossier.some(({ text }) =>
    [...text.matchAll(/(?:法定代表人|(?<!现场)负责人|经营者|代理人)[^，,。、；;和与\n]{0,12}/g)].some(
      ({ 0: words }) => words.includes(person),
    ),
  );

const isPerson = (words: string, dossier: readonly Paper[]) =>
  isName(words) ||
  (!/^(?:调查|现场|当事人|证人)/.test(words) &&
    dossier.some(
      ({ kind, text }) =>
        kind === 'interview-record' && [...'：:\t 　'].some((sign) => text.includes(`${sign}${words}`)),
    ));

/** Where the questions begin. */
const openingEnd = (text: string) => {
  const first =
    /\n[\s　]{0,40}(?:\d{1,2}[.、]?)?[[【（(]?(?:第?\d{1,2})?[问Q]\d{0,2}(?:[（(][^\n]{0,8}[)）])?[ 　]*[:：\]】]/.exec(
      text,
    );
  return first ? first.index : Math.min(text.length, 500);
};
