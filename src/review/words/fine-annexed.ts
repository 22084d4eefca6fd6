import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { daysIn } from '../../law/days-in.ts';
import { sumsIn } from '../../law/sums-in.ts';
import { plainName } from '../steps/agency-names.ts';
import { plainDocumentNumber } from '../steps/plain-document-number.ts';
import { plainText } from './denied-words.ts';

const KINDS: PaperKind[] = ['documentary-evidence', 'other', 'identity-proof', 'source'];
const NUMBER = /[\p{sc=Han}]{2,14}[[(【〔]\d{4}[\])】〕]第?\d+号/u;
const PARTY = /(?:当事人|被处罚人|被处罚单位)(?:姓名|名称)?:(?<name>[^,。;\n(]{2,40})/u;
/** Who did the same thing elsewhere uses the same words of the law; so many more tell of the same place and way. */
const ALIKE = 3;
const LENGTH = 4;

/**
 * Another decision among the papers that fined the party for what happened in the same days, in words that tell of the same thing.
 * A fine for an earlier time, for somebody else, or that was revoked, is none.
 */
export function fineAnnexed({
  papers = [],
  party,
  decision,
  violation,
}: CaseFile): { quote: string; path: string } | undefined {
  const { startedOn, endedOn = startedOn, facts } = violation;
  if (!startedOn || !endedOn || !facts) return undefined;
  for (const [index, { kind, title, text }] of papers.entries()) {
    if (!text || !KINDS.includes(kind) || !/处罚决定书/.test(title + text.slice(0, HEAD))) continue;
    const own = plainText(text);
    const number = NUMBER.exec(plainText(`${title}\n${text}`))?.[0];
    if (decision?.number && number && sameNumber(number, decision.number)) continue;
    const named = PARTY.exec(own)?.groups?.name;
    const names = [party.name, party.tradeName, party.legalRepresentative, party.operator].flatMap((name) =>
      name ? [plainName(name.normalize('NFKC'))] : [],
    );
    if (named && !names.some((name) => plainName(named).includes(name) || name.includes(plainName(named))))
      continue;
    if (/撤销|没有罚款|不予(?:行政)?处罚|另一(?:违法)?行为/.test(own)) continue;
    const sentence = own
      .split(/[。\n]/)
      .find((one) => /处以?[^。]{0,10}罚款|决定[^。]{0,30}罚款|罚款\d/.test(one) && sumsIn(one).length > 0);
    const days = daysIn(own).filter(({ relative }) => !relative);
    const within = days.some(
      ({ day, end }) => day >= startedOn && day <= endedOn && !/^(?:作出|印发)?(?:\n|$)/.test(own.slice(end)),
    );
    // Whoever goes on after a fine does a new thing.
    const ended = days.some(({ day }) => day >= endedOn) && !days.every(({ day }) => day > endedOn);
    if (sentence && within && ended && shared(own, plainText(facts)) >= ALIKE) {
      return { quote: `${number ?? ''}${sentence.slice(-SHOWN)}`, path: `papers.${index}.text` };
    }
  }
  return undefined;
}

const HEAD = 80;
const SHOWN = 60;

function sameNumber(one: string, other: string): boolean {
  const [a, b] = [plainDocumentNumber(one), plainDocumentNumber(other)];
  return a.endsWith(b) || b.endsWith(a);
}

/** How many runs of four characters both texts have, words of the law and names of the party among them. */
function shared(one: string, other: string): number {
  const runs = (text: string) =>
    new Set(
      text
        .split(/[^\p{sc=Han}]+/u)
        .flatMap((part) =>
          Array.from({ length: Math.max(0, part.length - LENGTH + 1) }, (_, at) =>
            part.slice(at, at + LENGTH),
          ),
        ),
    );
  const others = runs(other);
  return [...runs(one)].filter((run) => others.has(run)).length;
}
