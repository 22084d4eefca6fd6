import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { isOnTheSpot } from '../words/is-on-the-spot.ts';
import { type KnownField, labelsIn } from '../words/labels-in.ts';
import { namesIn } from '../words/names-in.ts';
import { ownNumberIn } from '../words/own-number-in.ts';
import { plainView } from '../words/plain-view.ts';
import { SERVED_KINDS, servedPapersIn } from '../words/served-papers-in.ts';
import { SERVICE_LABELS } from '../words/service-labels.ts';
import { signerFacts } from '../words/service-signer.ts';
import { methodOf } from '../words/service-words.ts';
import { onTheSpotDecision } from './on-the-spot-decision.ts';

const WHO = [
  '当事人',
  '当事人或代收人',
  '当事人或代理人',
  '当事人或其代理人',
  '当事人或者代理人',
  '受送达人',
  '受送达单位',
  '被处罚人',
  '被处罚单位',
  '被处罚人（单位）',
  '被处罚当事人',
  '被检查单位',
  '被检查人',
  '被检查单位（人）',
  '被告知人',
  '被告知单位',
  '被责令人',
  '被责令单位',
  '被通知人',
  '被通知单位',
  '行政相对人',
  '单位',
  '企业',
];
const SIGNS = [
  '签收',
  '签收人',
  '签收签名',
  '签名',
  '签字',
  '签章',
  '签名或盖章',
  '签名或者盖章',
  '签字或盖章',
  '签字或者盖章',
  '签名盖章',
  '签字盖章',
  '签名、盖章',
  '签名确认',
  '签收确认',
];
const ALONE = ['签收', '收件', '签收人', '收件人', '接收人', '代收人', '收到人', '领取人', '签收栏'];
const LABELS = {
  signer: [
    ...WHO.flatMap((who) => SIGNS.flatMap((how) => [`${who}${how}`, `${who}（${how}）`])),
    ...ALONE.flatMap((label) => ['', '签名', '（签名）', '签字', '（签字）'].map((how) => `${label}${how}`)),
  ],
  servedOn: [...SERVICE_LABELS.servedOn, '日期', '时间'],
  servers: ['送达人', '送达人员', '送达人签名', '送达执法人员'],
  method: ['送达', ...SERVICE_LABELS.method.filter((label) => label.startsWith('送达'))],
  place: SERVICE_LABELS.place.filter((label) => label.startsWith('送达')),
  other: ['执法人员', '处罚地点', '处罚时间', '见证人', '备注', '经办人', '承办人', '联系人', '联系电话'],
};
type Field = KnownField<keyof typeof LABELS>;
const HANDED_OVER = /(?=\S)[^。\n]{0,160}当场(?:交付|送达|交给|宣告并?交付)[^。\n]*/;
/** 本通知书已收到。张示　2025年3月5日. */
const RECEIVED =
  /(?:^|[\n。；])[ \u3000]*(?:(?:本|此|该|上述|以上)[^。\n，,:：]{0,12}|(?:我|本)(?:单位|公司|店|厂|人)?)?(?:已|今|现)(?:收到|收悉|签收|领取)[^。，,\n：: \u3000]{0,24}[。，,：: \u3000]/g;

/**
 * 签收：张示　2025年3月5日 at the foot of a notice, an order or a decision: the paper reached him on that day. How it did,
 * the signature alone does not say. Left to the proof of service where the dossier has one for such a paper.
 */
export const receiptAtFoot: Reader = (paper, dossier) => {
  const of = SERVED_KINDS[paper.kind];
  if (!of || provedElsewhere(of, dossier)) return [];
  const { text } = paper;
  const fields = labelsIn(text, LABELS);
  const labelled = fields.findLast(
    (one) => one.key === 'signer' && one.at > text.length / 3 && namesIn(text, one).length > 0,
  );
  const field = labelled ?? receivedIn(text);
  if (!field) return [];
  const day = dayOf(text, field, labelled && fields[fields.indexOf(labelled) + 1]);
  const onTheSpot = isOnTheSpot(paper);
  const handed = HANDED_OVER.exec(text);
  if (!day && !(onTheSpot && handed)) return [];
  const key = `services[${paper.id}]`;
  const signed = { start: field.at, end: field.end };
  const number = ownNumberIn(plainView(text));
  const below = fields.filter(({ at }) => at > text.length / 3);
  return [
    stated(`${key}.of`, of, signed),
    ...(number ? [stated(`${key}.number`, number.number, number)] : []),
    ...(day ? [stated(`${key}.servedOn`, day.day, day)] : []),
    ...signerFacts(key, paper, { signer: field }, dossier),
    ...(onTheSpot
      ? [
          stated(
            `${key}.method`,
            'on-the-spot',
            handed ? { start: handed.index, end: handed.index + handed[0].length } : signed,
          ),
        ]
      : methodFacts(key, below)),
    ...serverFacts(key, paper, dossier, onTheSpot, below),
  ];
};

/** A sentence says that the paper was received, and somebody signs behind it. */
function receivedIn(text: string): Pick<Field, 'at' | 'start' | 'end' | 'value'> | undefined {
  for (const match of [...text.matchAll(RECEIVED)].toReversed()) {
    const start = match.index + match[0].length;
    const end = start + /^[^\n]*/.exec(text.slice(start))![0].length;
    if (match.index < text.length / 3 || namesIn(text, { start, end }).length === 0) continue;
    const at = match.index + match[0].search(/[^\s。；\u3000]/);
    return { at, start, end, value: text.slice(start, end) };
  }
  return undefined;
}

/** The day stands beside the name, in the field behind it or on the line below. */
function dayOf(text: string, field: { start: number; end: number }, next?: Field): DayIn | undefined {
  const dated = next?.key === 'servedOn' ? next : undefined;
  const below = /^[^\n]*(?:\n[ \u3000]*[\d〇○零一二三四五六七八九十年月日 \u3000./-]{6,24})?(?=\n|$)/.exec(
    text.slice(field.end),
  );
  const line = field.end + (below?.[0].length ?? 0);
  return daysIn(text).find(
    ({ start }) =>
      (start >= field.start && start < line) || (dated && start >= dated.start && start < dated.end),
  );
}

function methodFacts(key: string, fields: readonly Field[]): StatedFact[] {
  const field = fields.find((one) => one.key === 'method' && methodOf(one) !== undefined);
  const method = field && methodOf(field);
  const place = fields.find((one) => one.key === 'place');
  return [
    ...(method ? [stated(`${key}.method`, method.method, method)] : []),
    ...(place ? [stated(`${key}.place`, place.value, place)] : []),
  ];
}

/** Whoever decides on the spot hands the decision over himself. */
function serverFacts(
  key: string,
  paper: Paper,
  dossier: readonly Paper[],
  onTheSpot: boolean,
  fields: readonly Field[],
): StatedFact[] {
  const named = fields
    .filter((one) => one.key === 'servers')
    .flatMap((field) => namesIn(paper.text, field, { rare: true }))
    .map((one) => stated(`${key}.servers[${one.name}]`, one.name, one));
  if (named.length > 0 || !onTheSpot) return named;
  return onTheSpotDecision(paper, dossier)
    .filter(({ path }) => path.startsWith('decision.officersSigned['))
    .map((fact) => ({ ...fact, path: fact.path.replace('decision.officersSigned', `${key}.servers`) }));
}

function provedElsewhere(of: string, dossier: readonly Paper[]): boolean {
  return dossier.some(
    ({ kind, text }) =>
      kind === 'proof-of-service' &&
      servedPapersIn(text, { start: 0, end: text.length }, dossier).some((served) => served.of === of),
  );
}
