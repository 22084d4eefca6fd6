import type { Paper, Span, StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { isName, namesIn } from './names-in.ts';
import { partyOf } from './party-of.ts';
import { relationOf } from './service-words.ts';

type Cell = Span & { value: string };

/** The words of a receipt that tell who took the paper. */
export interface SignerWords {
  signer?: Cell;
  relation?: Cell;
  remarks?: Cell;
  addressee?: Cell;
  servedOn?: Cell;
}

const REFUSED = /拒(?:绝)?(?:签|收|领)|未签/;

/** Who signed for a served paper and what he is to its addressee. */
export function signerFacts(
  key: string,
  { text }: Paper,
  { signer, relation, addressee, remarks, servedOn }: SignerWords,
  dossier: readonly Paper[],
): StatedFact[] {
  const [own] = signer && !REFUSED.test(signer.value) ? namesIn(text, signer) : [];
  if (!signer) return told(key, { servedOn, remarks, addressee }, dossier);
  if (!own) return nicknamed(key, text, signer, addressee?.value ?? '');
  const facts = [stated(`${key}.signer`, own.name, own), stated(`${key}.signed`, true, signer)];
  const said =
    (own.note && at(text, own.note, own.end, relationOf(own.note))) ||
    (relation && at(text, relation.value, relation.start, relationOf(relation.value))) ||
    bracketed(text, signer, own.end) ||
    ofOthers(text, signer, own.start, addressee?.value ?? '') ||
    before(text, signer, own.start) ||
    (remarks && clauseOf(remarks, own.name));
  const known = knownRelation(own.name, addressee?.value ?? '', dossier);
  if (said) facts.push(stated(`${key}.signerRelation`, said.value, said));
  else if (known) facts.push(stated(`${key}.signerRelation`, known, own));
  return facts;
}

/** 某公司门卫 老孟（代收）: nobody's name, but it is told whose man signed. */
function nicknamed(key: string, text: string, signer: Cell, addressee: string): StatedFact[] {
  const place = /(?:快递)?驿站|快递[柜点]|代收点|自提[点柜]|丰巢/.exec(signer.value);
  if (place && !REFUSED.test(signer.value)) {
    const start = signer.start + place.index;
    return [
      stated(`${key}.signed`, true, signer),
      stated(`${key}.signerRelation`, 'other', { start, end: start + place[0].length }),
    ];
  }
  const match = /(?<=^|[ 　，,、\p{sc=Han}])[老小阿]\p{sc=Han}(?=[ 　（(，,]|$)/u.exec(signer.value);
  if (!match || REFUSED.test(signer.value)) return [];
  const own = { start: signer.start + match.index, end: signer.start + match.index + match[0].length };
  const said =
    ofOthers(text, signer, own.start, addressee) ||
    before(text, signer, own.start) ||
    bracketed(text, signer, own.end);
  return [
    stated(`${key}.signed`, true, signer),
    ...(said ? [stated(`${key}.signerRelation`, said.value, said)] : []),
  ];
}

const TOOK =
  /(?<=^|[，,。；;（( 　:：\d日])(?:由|经|系)?(?:收件人|签收人|受送达人|当事人|法定代表人|经营者|负责人)?(?<name>\p{sc=Han}{2,4}?)(?:本人|亲自|代为?)?(?:签收|代收|收件|收取|领取)(?!人)/u;

/** 2025年7月14日（回执附后，收件人张示本人签收）: who took the paper, told beside the day. */
function told(
  key: string,
  { servedOn, remarks, addressee }: SignerWords,
  dossier: readonly Paper[],
): StatedFact[] {
  for (const cell of [servedOn, remarks]) {
    const match = cell && !REFUSED.test(cell.value) ? TOOK.exec(cell.value) : null;
    const name = match?.groups?.name;
    if (!cell || !match || !name || !isName(name)) continue;
    const start = cell.start + match.index + match[0].lastIndexOf(name);
    const own = { start, end: start + name.length };
    const clause = { start: cell.start + match.index, end: cell.start + match.index + match[0].length };
    const relation = knownRelation(name, addressee?.value ?? '', dossier);
    return [
      stated(`${key}.signer`, name, own),
      stated(`${key}.signed`, true, clause),
      ...(relation ? [stated(`${key}.signerRelation`, relation, own)] : []),
    ];
  }
  return [];
}

type Relation = NonNullable<ReturnType<typeof relationOf>>;

function at(
  text: string,
  words: string,
  from: number,
  value: Relation | undefined,
): (Span & { value: Relation }) | undefined {
  const start = text.indexOf(words, from);
  return value && start >= 0 ? { value, start, end: start + words.length } : undefined;
}

/** 张示　系当事人的妻子; 李例，公司前台. */
function bracketed(text: string, { end }: Span, from: number) {
  const rest = text.slice(from, end);
  const note = /[，,、 \u3000（(]((?:系|为|是)?[\p{sc=Han}]{2,14})/u.exec(rest)?.[1];
  return note ? at(text, note, from, relationOf(note)) : undefined;
}

/** 前台 李例, 受托人：张示. */
function before(text: string, { start }: Span, to: number) {
  const words = text
    .slice(start, to)
    .trim()
    .replace(/[:：]$/, '');
  return words.length > 1 ? at(text, words, start, relationOf(words)) : undefined;
}

const BODY = /[\p{sc=Han}（）()]{2,24}?(?:公司|工作室|商店|超市|合作社|饭店|酒店|旅馆|商行|经营部|厂)/u;

/** 某健身工作室前台 小周: whoever stands in the name of another body than the addressee. */
function ofOthers(text: string, { start }: Cell, to: number, addressee: string) {
  const body = BODY.exec(text.slice(start, to))?.[0];
  const plain = addressee.replaceAll(/\s/g, '');
  if (
    !body ||
    plain.length < 4 ||
    [...body].some((_sign, at) => at + 4 <= body.length && plain.includes(body.slice(at, at + 4)))
  )
    return undefined;
  return at(text, body, start, 'other');
}

/** 由其同住的姐姐张示（成年）代收. */
function clauseOf({ value, start }: Cell, name: string) {
  for (const match of value.matchAll(/[^，,。；;\n]+/g)) {
    const relation = match[0].includes(name) ? relationOf(match[0]) : undefined;
    if (relation) {
      return { value: relation, start: start + match.index, end: start + match.index + match[0].length };
    }
  }
  return undefined;
}

/** The addressee himself, or somebody whom a paper of the case names as its head. */
function knownRelation(name: string, addressee: string, dossier: readonly Paper[]): Relation | undefined {
  if (addressee.replace(/\s/g, '').replace(/[（(].*$/, '') === name) return 'party';
  if (partyOf(dossier)?.name === name) return 'party';
  const spread = [...name].join('[ \\u3000]*');
  const named = (label: string) =>
    dossier.some(({ text }) => new RegExp(`${label}[ \\u3000:：\\t]*${spread}`).test(text));
  if (named('经[ \\u3000]*营[ \\u3000]*者(?:姓名)?')) return 'party';
  if (named('法[ \\u3000]*定[ \\u3000]*代[ \\u3000]*表[ \\u3000]*人(?:[（(]主?要?负责人[)）])?')) {
    return 'legal-representative';
  }
  return named('(?:受委托人|委托代理人|受托人)') ? 'agent' : undefined;
}
