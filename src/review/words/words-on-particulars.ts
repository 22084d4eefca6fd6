import type { CaseFile } from '../../cases/case-file.ts';
import { sameAddress } from '../steps/same-address.ts';
import { deniedWords, type PaperOf, plainText } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const REPRESENTED =
  /(?<![铺店家户位]|其他|同行|周边|另一|原|前)(?:法定代表人|经营者)(?:\(负责人\))?[:为]?(?<name>\p{sc=Han}{2,6})(?=[,。;(\n]|$)/u;
const HEAD = 400;
const CODE = /(?<![\dA-Z])[\dA-Z]{17}[\dX](?![\dA-Z])|(?<![\dA-Z])[\dA-Z]{18}(?![\dA-Z])/g;

/** Who the party is, as the notice and the decision write it at their head; where something was done; what was paid. */
export function wordsOnParticulars(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const { party, decision, priorNotices = [], acts = [], services = [] } = file;
  const outgoing = [decision?.paper, ...priorNotices.map(({ paper }) => paper)].flatMap(
    (id) => paperOf(id) ?? [],
  );
  const codes = (['creditCode', 'idNumber', 'operatorIdNumber'] as const).flatMap((key) => {
    const noted = party[key];
    return outgoing.flatMap((own) => {
      const wrong = noted && !own.text.includes(noted) ? misprinted(noted, own.text) : undefined;
      return wrong ? [deniedWords(`party.${key}`, noted, wrong, own, wrong)] : [];
    });
  });
  const person = (['legalRepresentative', 'operator'] as const).flatMap((key) => {
    const noted = party[key]?.normalize('NFKC');
    return outgoing.flatMap((own) => {
      const name =
        noted && !own.text.includes(noted)
          ? REPRESENTED.exec(own.text.slice(0, HEAD))?.groups?.name
          : undefined;
      return noted && name && !name.startsWith(noted.slice(0, 2))
        ? [deniedWords(`party.${key}`, noted, name, own, name)]
        : [];
    });
  });
  const places = acts.flatMap(({ place, paper }, index) => {
    const own = paperOf(paper);
    const said =
      own && /(?:检查|勘验|抽样|复查|询问|勘查)地点:(?<place>[^。;\n]{4,60})/.exec(own.text)?.groups?.place;
    return own && place && said && !sameAddress(said, place) && !namesSame(said, place)
      ? [deniedWords(`acts.${index}.place`, place, said, own, said)]
      : [];
  });
  const addressees = services.flatMap(({ addressee, paper }, index) => {
    const own = paperOf(paper);
    const said = own && /受送达人:(?<name>[^。,;\n]{2,40})/.exec(own.text)?.groups?.name;
    return own && addressee && said && !namesSame(said, addressee)
      ? [deniedWords(`services.${index}.addressee`, addressee, said, own, said)]
      : [];
  });
  return [...codes, ...person, ...places, ...addressees];
}

/** One of the two within the other, signs and remarks apart. */
function namesSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => plainText(name).replaceAll(/[^\p{sc=Han}\dA-Za-z]/gu, '')) as [
    string,
    string,
  ];
  return a.includes(b) || b.includes(a);
}

/** A code of the same length with one or two signs changed. */
function misprinted(noted: string, text: string): string | undefined {
  return [...text.matchAll(CODE)]
    .map(([code]) => code)
    .find((code) => {
      const changed = [...code].filter((sign, at) => sign !== noted[at]).length;
      return code.length === noted.length && changed > 0 && changed <= 4;
    });
}
