import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { type At, approvalOf } from '../words/approval-of-measure.ts';
import { knownOfficers } from '../words/known-officers.ts';
import { officerSignaturesIn } from '../words/officer-signatures-in.ts';
import { officersIn } from '../words/officers-in.ts';
import { plainView } from '../words/plain-view.ts';
import { signatureIn } from '../words/signature-in.ts';

const DISPOSES = /解除|处理(?:决定|通知)|退还|返还/;
/** 执行时间：, 保存日期：: when it was done, which may be another day than that of the paper. */
const DONE = /(?:执行|实施|保存|登记保存|采取措施)(?:实施)?(?:时间|日期)[ 　]*[:：\t][ 　]*$/;
const HANDLED = /处理(?:结果|情况|决定|意见)|解除(?:先行登记)?保存/;

/** 先行登记保存 with its approval and what became of the goods; 查封、扣押 as an act. */
export const preservation: Reader = (paper, dossier) => {
  if (paper.kind === 'seizure-decision') return seized(paper, dossier);
  const other = paper.kind === 'other' && /登记保存/.test(titleOf(paper)) && disposes(paper);
  if (paper.kind !== 'preservation-notice' && !other) return [];
  const { day } = signatureIn(plainView(paper.text));
  if (disposes(paper)) {
    const taking = dossier.filter(
      (one) => one.kind === 'preservation-notice' && one !== paper && !disposes(one) && !isBeside(one),
    );
    const before = taking.findLast((one) => dossier.indexOf(one) < dossier.indexOf(paper));
    const taken = before ?? taking[0];
    const of = (name: string) => `preservation[${(taken ?? paper).id}].${name}`;
    return [...(day ? [stated(of('disposedOn'), day.day, day)] : []), ...disposedIn(paper, of)];
  }
  const noticed = isBeside(paper) ? noticeFor(paper, dossier) : undefined;
  const at = (name: string) => `preservation[${(noticed ?? paper).id}].${name}`;
  const days = daysIn(paper.text);
  // The form says when it was agreed to, the notice when it was done.
  if (noticed) return approvalOf(paper, day, at, dossier);
  const taken =
    days.find(
      ({ end, start }) =>
        /^[ 　]*起/.test(paper.text.slice(end, end + 3)) &&
        /[自从于][ 　]*$/.test(paper.text.slice(Math.max(0, start - 3), start)),
    ) ??
    days.find(({ start }) => DONE.test(paper.text.slice(Math.max(0, start - 14), start))) ??
    day;
  return [
    ...(taken ? [stated(at('takenOn'), taken.day, taken)] : []),
    ...approvalOf(paper, taken, at, dossier),
    ...disposalOf(paper, days, at),
  ];
};

const titleOf = (paper: Paper) => (paper.title || paper.text.slice(0, 40)).replaceAll(/\s/g, '');
const disposes = (paper: Paper) => DISPOSES.test(titleOf(paper));

/** A form of approval, a list of the things: what goes with a notice. */
const isBeside = (paper: Paper) => /(?:审批|呈批|报批|批准)(?:表|单|书)|清单/.test(titleOf(paper));

/** The notice to the party for which a form of approval or a list was filled in: the next one, or the only one. */
function noticeFor(paper: Paper, dossier: readonly Paper[]): Paper | undefined {
  const notices = dossier.filter(
    (one) => one.kind === 'preservation-notice' && one !== paper && !isBeside(one) && !disposes(one),
  );
  const after = notices.find((one) => dossier.indexOf(one) > dossier.indexOf(paper));
  return after ?? (notices.length === 1 ? notices[0] : undefined);
}

/** 现决定解除先行登记保存，退还你店: the sentence that says what becomes of the goods. */
function disposedIn({ text }: Paper, at: At): StatedFact[] {
  const body = text.indexOf('\n') + 1;
  for (const { 0: words, index } of text.slice(body).matchAll(/[^。；;\n]+/g)) {
    if (
      !/决定|处理|予以|现将/.test(words) ||
      !/退还|返还|发还|没收|销毁|移送|移交|解除|扣押|查封/.test(words)
    )
      continue;
    const bare = words.trim();
    // A title or a label is no decision.
    if (bare.length < 12 || !/[，,]|决定/.test(bare)) continue;
    const start = body + index + words.indexOf(bare);
    return [stated(at('disposal'), bare, { start, end: start + bare.length })];
  }
  return [];
}

/** 处理结果：2025年4月16日解除先行登记保存…: the day and the sentence. */
function disposalOf(paper: Paper, days: readonly DayIn[], at: At): StatedFact[] {
  const { text } = paper;
  const head = [...text.matchAll(new RegExp(HANDLED, 'g'))].find(
    ({ index }) =>
      /^[^。\n]{0,6}[:：\t]/.test(text.slice(index + 4)) ||
      /^[ 　\t:：]*(?:经批准)?[，,]?\d{4}/.test(text.slice(index + 4)),
  );
  if (!head) return [];
  const day = days.find(({ start, relative }) => start > head.index && !relative && start < head.index + 60);
  if (!day) return [];
  const sentence = /[^。\n]*/.exec(text.slice(day.end))?.[0] ?? '';
  const lead = /^[\s　，,]*(?:本局|本机关|我局)?/.exec(sentence)?.[0].length ?? 0;
  const span = { start: day.end + lead, end: day.end + sentence.length };
  return [
    stated(at('disposedOn'), day.day, day),
    ...(span.end > span.start ? [stated(at('disposal'), text.slice(span.start, span.end), span)] : []),
  ];
}

/** Of a seizure the paper itself tells the day, and its list or its foot who carried it out. */
function seized(paper: Paper, dossier: readonly Paper[]): StatedFact[] {
  if (/解除|延长|处理/.test(titleOf(paper))) return [];
  const from = daysIn(paper.text).find(
    ({ end, start }) =>
      /^[ 　]*起/.test(paper.text.slice(end, end + 3)) &&
      /[自从于][ 　]*$/.test(paper.text.slice(Math.max(0, start - 3), start)),
  );
  const day = from ?? signatureIn(plainView(paper.text)).day;
  if (!day) return [];
  const at = (name: string) => `acts[${paper.id}].${name}`;
  return [
    stated(at('id'), paper.id, day),
    stated(at('kind'), 'seizure', day),
    stated(at('date'), day.day, day),
    ...seizers(paper, dossier, at),
  ];
}

function seizers(paper: Paper, dossier: readonly Paper[], at: (name: string) => string): StatedFact[] {
  const known = knownOfficers(dossier);
  const acting = officersIn(paper).filter(({ role, name }) => role === 'acting' && known.has(name));
  const signed = [...officerSignaturesIn(paper, known), ...acting.filter((one) => one.signed)];
  return [
    ...acting.map((one) => ({ list: 'officers', one })),
    ...signed.map((one) => ({ list: 'officersSigned', one })),
  ]
    .filter(
      ({ list, one }, index, all) =>
        all.findIndex((other) => other.list === list && other.one.name === one.name) === index,
    )
    .map(({ list, one }) => stated(at(`${list}[${one.name}]`), one.name, one));
}
