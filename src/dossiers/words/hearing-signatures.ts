import type { Paper, Span, StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { footOf } from './foot-of.ts';
import { type DayAt, daysWhere, firstIn } from './match-in.ts';
import { isName, type NameIn, namesIn } from './names-in.ts';
import { signedAfterReading } from './party-signature-in.ts';
import type { PlainView } from './plain-view.ts';

const CHECKED =
  /(?:核对|阅读|看过|宣读|审阅|校阅)[^。;\n]{0,20}(?:无误|属实|一致|没有异议|无异议|没有出入)|(?:无误|属实)[^。;\n]{0,10}(?:签名|签字|确认)|记录属实/;
const REFUSED =
  /(?:当事人|代理人|申请人|法定代表人)[^。;\n]{0,30}(?:拒绝|拒不|不愿|不肯)(?:在[^,。;\n]{0,8})?(?:签名|签字|盖章|确认)|拒绝(?:在笔录上)?(?:签名|签字)/;
const REPRESENTATIVE =
  /(?:法定代表人|负责人|经营者|当事人|申请人|代理人)(?:\([^()]*\))?[:\t]?(?<name>[\p{sc=Han}·]{2,4}?)(?=[((,。;\n\t、]|到场|到会|出席|参加|本人|均|和|与|$)/gu;
/** Where the signatures begin: the last part of the record. */
const FOOT = 0.6;

/**
 * Whether the party or its agent signed the record: they stand by name at its foot, with or without a label.
 * `people` are those of the party that the record names, `signing` the places of fields for their signatures.
 */
export function signatureFacts(
  paper: Paper,
  view: PlainView,
  people: readonly string[],
  signing: readonly Span[],
): StatedFact[] {
  const { text } = paper;
  const checked = firstIn(view, CHECKED);
  const refused = firstIn(view, REFUSED);
  const foot = text.length * FOOT;
  const days = daysWhere(view, {}).filter(({ start, relative }) => start > foot && !relative);
  const labelled = signing
    .filter(({ start }) => start > foot)
    .flatMap((field) => namesIn(text, field, { rare: true }));
  const named = bareLines(text, foot, days).find(({ name }) => people.includes(name));
  const signer = labelled.at(-1) ?? named ?? signedAfterReading(text, Math.floor(foot));
  const presiding = signer || refused || paper.ocr ? undefined : presidingAlone(text, people);
  const day = refused ? days.at(-1) : signer && days.find(({ start }) => start >= signer.end);
  return [
    ...(checked ? [stated('hearing.record.checkedByParty', true, checked)] : []),
    ...(refused
      ? [
          stated('hearing.record.refusalNoted', true, refused),
          stated('hearing.record.signedByParty', false, refused),
        ]
      : []),
    ...(signer && !refused ? [stated('hearing.record.signedByParty', true, signer)] : []),
    ...(presiding ? [stated('hearing.record.signedByParty', false, presiding)] : []),
    ...(day ? [stated('hearing.record.signedOn', day.day, day)] : []),
  ];
}

const PRESIDING =
  /(?:主持人|书记员|记录员|记录人)(?:[（(]签[名字][)）])?[ \u3000]*[:：][ \u3000]*\p{sc=Han}{2,4}/gu;

/** The foot of a record that whoever presided signed, where nobody of the party stands. */
function presidingAlone(text: string, people: readonly string[]): Span | undefined {
  const from = footOf(text);
  const end = text.slice(from);
  const signed = [...end.matchAll(PRESIDING)].at(-1);
  if (!signed || people.length === 0 || people.some((name) => end.includes(name))) return undefined;
  const start = from + signed.index;
  return { start, end: start + signed[0].length };
}

/** The legal representative, the agents and the party itself, as the head of the record names them. */
export function peopleOfParty(view: PlainView): string[] {
  return [...view.text.matchAll(REPRESENTATIVE)].flatMap(({ groups }) =>
    groups?.name && isName(groups.name) ? [groups.name] : [],
  );
}

/** Names in lines that hold nothing but names, labels and days: those of the signatures. */
function bareLines(text: string, foot: number, days: readonly DayAt[]): NameIn[] {
  const found: NameIn[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const span = { start: at, end: at + line.length };
    at += line.length + 1;
    if (span.start < foot || /[。；;，,？?]/.test(line)) continue;
    const signed = days.some(({ start }) => start >= span.start && start < span.end + 40);
    if (signed) found.push(...namesIn(text, span, { rare: true }));
  }
  return found;
}
