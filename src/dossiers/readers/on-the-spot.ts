import { daysIn } from '../../law/days-in.ts';
import { labelsIn } from '../labels-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';

const LABELS = {
  handedInOn: [
    '罚款交至机关时间',
    '罚款交至机关日期',
    '交至机关时间',
    '交至机关日期',
    '交至行政机关时间',
    '上交机关时间',
    '上缴机关时间',
    '交回机关时间',
    '罚款上交时间',
    '罚款上交日期',
    '交款日期',
  ],
  bankedOn: [
    '缴付银行时间',
    '缴付银行日期',
    '缴付指定银行时间',
    '缴付指定银行日期',
    '缴存银行时间',
    '缴存银行日期',
    '缴入银行时间',
    '罚款缴付银行时间',
    '罚款缴付银行日期',
  ],
  collectedOn: ['收缴日期', '收缴时间', '当场收缴日期', '当场收缴时间'],
  penaltyOn: ['处罚时间', '处罚日期', '当场处罚时间'],
  manner: [
    '收缴方式',
    '缴纳方式',
    '履行方式',
    '履行方式和期限',
    '执行方式',
    '缴款方式',
    '罚款收缴方式',
    '罚款缴纳方式',
  ],
} as const;
const COLLECTED =
  /(?:[☑✓✔√■]\s*)?[^。；;，,\n\t□☐]{0,160}(?:当场收缴|当场缴纳|当场缴清|当场收取罚款)[^。；;，,\n\t□☐（(]*/;
/** A rule quoted, a box not ticked, a refusal: nothing was collected. */
const NOT = /□[^☑]{0,6}当场|不(?:予|得|能|宜)?当场|未当场|可以当场|有下列情形|不属于|是否/;
const GROUNDS: [RegExp, 'small-fine' | 'hard-to-collect' | 'remote-request'][] = [
  [/(?:一百元|100元)以下/, 'small-fine'],
  [/事后难以执行|不当场收缴/, 'hard-to-collect'],
  [/边远|水上|交通不便|缴纳(?:罚款)?(?:确有)?困难/, 'remote-request'],
];
const KINDS: ReadonlySet<Paper['kind']> = new Set([
  'decision',
  'receipt',
  'other',
  'closure-approval',
  'remarks',
]);
const RECEIPT =
  /[^。；;，,\n\t]{0,160}(?:出具|开具|填发|使用)[^。；;，,\n\t]{0,24}(?:票据|收据)[^。；;，,\n\t]*/;

/** 当场收缴罚款: that and why the fine was collected on the spot, and when it reached the agency and the bank. */
export const onTheSpot: Reader = (paper) => {
  if (!KINDS.has(paper.kind)) return [];
  const { text } = paper;
  const fields = labelsIn(text, LABELS);
  const facts: StatedFact[] = [];
  const add = (name: string, value: string | boolean, span: Span) =>
    facts.push(stated(`performance.onTheSpot.${name}`, value, span));
  const days = daysIn(text);
  const dayOf = (key: keyof typeof LABELS) => {
    const field = fields.find((one) => one.key === key);
    return field && days.find(({ start }) => start >= field.start && start < field.end);
  };
  const manner = fields.find(({ key }) => key === 'manner');
  const line = manner
    ? { start: manner.start, words: text.slice(manner.start, manner.end) }
    : collectedLine(text);
  const match = line && COLLECTED.exec(line.words);
  const said = line && match && !NOT.test(line.words);
  if (said) {
    const start = line.start + match.index;
    add('collected', true, { start, end: start + match[0].trimEnd().length });
    const ground = GROUNDS.find(([pattern]) => pattern.test(line.words));
    const words = ground?.[0].exec(line.words);
    if (ground && words) {
      add('ground', ground[1], {
        start: line.start + words.index,
        end: line.start + words.index + words[0].length,
      });
    }
    const slip = RECEIPT.exec(line.words);
    if (slip && !/未|不/.test(slip[0])) {
      add('receipt', true, { start: line.start + slip.index, end: line.start + slip.index + slip[0].length });
    }
    const collected = dayOf('collectedOn') ?? dayOf('penaltyOn');
    if (collected) add('collectedOn', collected.day, collected);
  }
  for (const key of ['handedInOn', 'bankedOn'] as const) {
    const day = said || key === 'bankedOn' ? dayOf(key) : undefined;
    if (day && said) add(key, day.day, day);
  }
  return facts;
};

/** A sentence that says it without a label: 罚款100元，已当场收缴. */
function collectedLine(text: string): { start: number; words: string } | undefined {
  for (const { 0: words, index } of text.matchAll(/[^。\n]+/g)) {
    if (
      /(?:已|☑\s*|√\s*|予以|执法人员)当场(?:收缴|缴纳|缴清)|当场(?:收缴|缴纳|缴清)(?:了)?罚款/.test(words) &&
      !NOT.test(words)
    ) {
      return { start: index, words };
    }
  }
  return undefined;
}
