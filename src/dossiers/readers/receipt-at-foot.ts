import { daysIn } from '../../law/days-in.ts';
import { labelsIn } from '../labels-in.ts';
import { namesIn } from '../names-in.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { SERVED_KINDS, servedPapersIn } from '../served-papers-in.ts';
import { SERVICE_LABELS } from '../service-labels.ts';
import { signerFacts } from '../service-signer.ts';

const SIGNED_FOR = ['', '人', '人签名', '（签名）', '签字'].flatMap((suffix) =>
  [
    '签收',
    '当事人签收',
    '当事人签名',
    '当事人签字',
    '当事人或代收人签收',
    '受送达人签收',
    '被处罚人签收',
    '被处罚单位签收',
    '被处罚人（单位）签收',
    '被检查单位签收',
    '被检查人签收',
    '收件',
    '当事人（签收）',
    '当事人或其代理人签收',
    '当事人签名或盖章',
    '被通知人签收',
    '被责令单位签收',
  ].map((label) => `${label}${suffix}`),
);
const IN_BRACKETS = [
  '当事人',
  '被告知人',
  '被处罚人',
  '受送达人',
  '被责令人',
  '被通知人',
  '当事人或代理人',
].flatMap((who) =>
  ['签名或盖章', '签名或者盖章', '签名', '签字', '签收', '签章', '签字或盖章', '签名盖章'].flatMap((how) => [
    `${who}（${how}）`,
    `${who}${how}`,
  ]),
);
const LABELS = {
  signer: [...new Set([...SIGNED_FOR, ...IN_BRACKETS])],
  servedOn: [...SERVICE_LABELS.servedOn, '日期', '时间'],
  other: ['执法人员', '处罚地点', '处罚时间', '见证人', '备注', '送达人', '经办人', '承办人', '联系人'],
};
const HANDED_OVER = /(?=\S)[^。\n]{0,160}当场(?:交付|送达|交给|宣告并?交付)[^。\n]*/;

/**
 * 当事人签收：张示　2025年3月5日 at the foot of a notice, an order or a decision: it was handed over. Left to the proof of
 * service where the dossier has one for such a paper.
 */
export const receiptAtFoot: Reader = (paper, dossier) => {
  const of = SERVED_KINDS[paper.kind];
  if (!of || provedElsewhere(of, dossier)) return [];
  const { text } = paper;
  const fields = labelsIn(text, LABELS);
  const field = fields.findLast(({ key, at }) => key === 'signer' && at > text.length / 3);
  if (!field) return [];
  const [name] = namesIn(text, field);
  if (!name) return [];
  const next = fields[fields.indexOf(field) + 1];
  const dated = next?.key === 'servedOn' ? next : undefined;
  // The day may stand on the line below the name.
  const below = /^[^\n]*(?:\n[ \u3000]*[\d〇○零一二三四五六七八九十年月日 \u3000./-]{6,24})?(?=\n|$)/.exec(
    text.slice(field.end),
  );
  const line = field.end + (below?.[0].length ?? 0);
  const [day] = daysIn(text).filter(
    ({ start }) =>
      (start >= field.start && start < line) || (dated && start >= dated.start && start < dated.end),
  );
  const onTheSpot = paper.kind === 'decision' && /当场|简易/.test(paper.title);
  const handed = HANDED_OVER.exec(text);
  if (!day && !(onTheSpot && handed)) return [];
  const key = `services[${paper.id}]`;
  const facts = [stated(`${key}.of`, of, { start: field.at, end: field.end })];
  if (day) facts.push(stated(`${key}.servedOn`, day.day, day));
  facts.push(
    ...signerFacts(key, paper, { signer: field }, dossier),
    ...methodFacts(key, onTheSpot, handed, field),
  );
  return facts;
};

function methodFacts(
  key: string,
  onTheSpot: boolean,
  handed: RegExpExecArray | null,
  field: { at: number; end: number },
): StatedFact[] {
  if (!onTheSpot) return [stated(`${key}.method`, 'direct', { start: field.at, end: field.end })];
  const span = handed
    ? { start: handed.index, end: handed.index + handed[0].length }
    : { start: field.at, end: field.end };
  return [stated(`${key}.method`, 'on-the-spot', span)];
}

function provedElsewhere(of: string, dossier: readonly Paper[]): boolean {
  return dossier.some(
    ({ kind, text }) =>
      kind === 'proof-of-service' &&
      servedPapersIn(text, { start: 0, end: text.length }, dossier).some((served) => served.of === of),
  );
}
