import type { Paper, Span } from '../paper.ts';
import { fieldsOf } from './fields-of.ts';
import { footOf } from './foot-of.ts';
import { namesIn } from './names-in.ts';
import { officerSignaturesIn } from './officer-signatures-in.ts';
import { OTHERS_SIGN, PARTY_SIGNS } from './party-signature-in.ts';

/** What stands in a place for a signature that nobody used; the form's own blanks for the day belong to it. */
const EMPTY =
  /^[ 　_＿/／—–－-]*(?:[（(](?:空白?|未签名?|未签字|无签名|没有签名|缺)[)）]|未签名|未签字|空白)?[ 　_＿]*(?:\d{4}[ 　]*[年.\-/][ 　]*\d{1,2}[ 　]*[月.\-/][ 　]*\d{1,2}[ 　]*日?|[ 　_＿]*年[ 　_＿]*月[ 　_＿]*日)?[ 　_＿]*(?=[\n\t]|$|[　 ]{2,})/;
const PLACE =
  /(?<=^|[\n\t　 >，,；;])([^\n\t：:，,。；;（(　 ]{2,14}?(?:[（(](?:签名|签字|签章|盖章|捺印|签名、?捺印)[)）])?(?:签名|签字|签章|捺印|确认)?)[ 　]{0,4}(?:[:：]|\t)/g;
/** As far from its end as people sign a record. */
const TAIL = 300;

/**
 * Where a record that its officers signed shows that nobody of the party did: an empty place for that signature, or an
 * end where none of those whom it names as heard or present stands. Handwriting on a scan tells nothing.
 */
export function unsignedIn(paper: Paper, officers: ReadonlySet<string>): Span | undefined {
  const { text, ocr } = paper;
  if (ocr) return undefined;
  const signed = officerSignaturesIn(paper, officers);
  const last = signed.at(-1);
  // Somebody signed before them in the same line.
  if (!last || /日[ 　]{2,}/.test(/[^\n]*$/.exec(text.slice(0, last.start))![0])) return undefined;
  const from = Math.max(text.trimEnd().length - TAIL, lastAnswer(text), Math.floor(text.length / 2));
  const end = text.slice(from);
  const empty = [...end.matchAll(PLACE)].find(({ 0: words, 1: label = '', index }) => {
    const plain = label.replaceAll(/[ 　]/g, '');
    const own = PARTY_SIGNS.test(plain) && !OTHERS_SIGN.test(plain);
    return own && EMPTY.test(end.slice(index + words.length));
  });
  if (empty) return { start: from + empty.index, end: from + empty.index + empty[0].trimEnd().length };
  const people = fieldsOf(paper)
    .filter(({ label, start }) => start < from && PARTY_SIGNS.test(label) && !OTHERS_SIGN.test(label))
    .flatMap((field) => namesIn(text, field, { rare: true }))
    .filter(({ name }) => !officers.has(name));
  const names = [...new Set(people.map(({ name }) => name))];
  const foot = footOf(text);
  const others = namesIn(text, { start: foot, end: text.length }, { rare: true });
  return names.length > 0 &&
    others.every(({ name }) => officers.has(name)) &&
    !names.some((name) => text.slice(foot).includes(name)) &&
    !/拒|属实/.test(text.slice(Math.max(foot - 40, 0)))
    ? { start: last.start, end: last.end }
    : undefined;
}

const lastAnswer = (text: string) =>
  [...text.matchAll(/\n[^\n]{0,6}[答A]\d*[ 　\]】]*[:：　 ][^\n]*/g)].at(-1)?.index ?? 0;
