import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { cashTakenIn } from '../words/cash-taken-in.ts';
import { dayOfField } from '../words/day-of-field.ts';
import { type KnownField, labelsIn } from '../words/labels-in.ts';

const HANDED_IN = ['上交', '交至', '交回', '交到', '上缴', '交'].flatMap((how) =>
  [
    '机关',
    '行政机关',
    '单位',
    '本机关',
    '大队',
    '中队',
    '支队',
    '本队',
    '队部',
    '局',
    '财务',
    '内勤',
  ].flatMap((where) => [`${how}${where}时间`, `${how}${where}日期`]),
);
const BANKED = ['缴付', '缴存', '缴入', '存入', '交存', '解缴', '缴至', '上缴'].flatMap((how) =>
  ['银行', '指定银行', '代收银行', '专户', '财政专户', '国库'].flatMap((where) => [
    `${how}${where}时间`,
    `${how}${where}日期`,
  ]),
);
const LABELS = {
  handedInOn: [
    ...HANDED_IN,
    ...HANDED_IN.map((label) => `罚款${label}`),
    '罚款上交时间',
    '罚款上交日期',
    '上交日期',
    '上交时间',
    '交款日期',
  ],
  bankedOn: [...BANKED, ...BANKED.map((label) => `罚款${label}`)],
  collectedOn: ['收缴日期', '收缴时间', '当场收缴日期', '当场收缴时间', '收款日期', '收款时间'],
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
    '罚款履行方式',
    '罚款执行方式',
    '收缴情况',
    '罚款收缴情况',
    '缴纳情况',
    '收缴方式及情况',
  ],
} as const;
const COLLECTED =
  /(?:[☑✓✔√■]\s*)?[^。；;，,\n\t□☐]{0,160}(?<!不)(?:当场收缴|当场缴纳|当场缴清|当场收取(?:了)?(?:罚款|现金|人民币|款))[^。；;，,\n\t□☐（(]*/;
/** A rule quoted, a box not ticked, a refusal: nothing was collected. */
const NOT =
  /[□☐][^☑√✓✔■]{0,6}当场(?:收|缴)|不(?:予|得|能|宜)?当场(?!收缴[^。；;，,]{0,6}[，,]?(?:事后)?难以执行)|未当场|可以当场|有下列情形|不属于|是否|拒绝|拒不/;
const GROUNDS: [RegExp, 'small-fine' | 'hard-to-collect' | 'remote-request'][] = [
  [/(?:一百元|100元)以下/, 'small-fine'],
  [
    /(?:事后|以后|今后|日后|过后)[^。；;，,\n]{0,6}(?:难以?|无法|不易)(?:执行|收缴|收取|追缴|履行)|不当场收缴|执行(?:确)?有困难/,
    'hard-to-collect',
  ],
  [
    /边远|偏远|水上|海上|交通(?:十分|极为)?不便|(?:缴纳|缴款|缴存|到银行)[^。；;，,\n]{0,8}(?:确有)?(?:困难|不便)|附近(?:没有|无)[^。；;，,\n]{0,8}(?:银行|网点)/,
    'remote-request',
  ],
];
/** What the agency itself tells of the place, where nothing makes the fine hard to collect: 距示例银行300米，有固定门店. */
const EASY =
  /(?:距|离|靠近|紧邻|毗邻|邻近)[^。；;\n\d]{0,24}(?:银行|信用社|支行|网点)[^。；;，,\n]{0,14}(?:米|公里|步|分钟)|(?:银行|信用社|支行|代收网点)[^。；;，,\n]{0,8}(?:旁|隔壁|对面|附近|门口)|(?<!无|没有|未有|不)(?:有|系|属|为|具有)固定(?:的)?(?:门店|门面|店面|店铺|经营场所|营业场所|场所|摊位|住所)/;
/** Anything that could be a ground, in whatever words. */
const ANY_GROUND =
  /难以?执行|难以?收缴|不当场收缴|边远|偏远|水上|海上|抵岸|交通[^。；;，,\n]{0,6}不便|(?:缴纳|缴款|到银行)[^。；;，,\n]{0,10}(?:困难|不便)|流动(?:摊|商|经营)|外地|外省|无固定|没有固定|居无定所|即将离开|(?:一百|二十|100|20)元以下|第六十[八九]条|(?:提出|请求|要求|申请|自愿)[^。；;，,\n]{0,12}(?:当场|现场|就地)[^。；;，,\n]{0,4}[缴交]/;
/** 当事人提出到银行缴纳有困难，请求当场缴纳. */
const REQUESTED =
  /(?:当事人|本人|我|被处罚人|其)[^。；;\n]{0,24}(?:提出|请求|要求|申请)[^。；;\n]{0,16}(?:当场|现场|就地)[^。；;，,\n]{0,4}[缴交][^。；;，,\n]{0,4}/;
const KINDS: ReadonlySet<Paper['kind']> = new Set([
  'decision',
  'receipt',
  'other',
  'closure-approval',
  'remarks',
]);
const RECEIPT =
  /[^。；;，,\n\t]{0,160}(?:出具|开具|填发|使用)[^。；;，,\n\t]{0,24}(?:票据|收据)[^。；;，,\n\t]*/;
const SPECIAL_RECEIPT = /[^\n\t]{0,30}(?:罚没|罚款|财政|非税)[^\n\t]{0,12}(?:收据|票据)[^\n\t]{0,16}/;
const OF_BANK = /银行|回单|缴款书|支付凭证|转账/;
/** 2025年9月17日交大队内勤. */
const TO_AGENCY =
  /^[^，,。；;\n\d]{0,12}?(?:上?交|缴|移交)(?:至|回|到|给|付|由)?[^，,。；;\n\d]{0,10}(?:机关|[大中支]队|本队|内勤|财务|出纳|局|所|委|单位)/;
/** 2025年9月18日存入财政专户. */
const TO_BANK =
  /^[^，,。；;\n\d]{0,12}?(?:存|缴|交|汇|转|划)[^，,。；;\n\d]{0,16}?(?:银行|专户|账户|国库|信用社|支行|分行|信用合作)/;

/** 存入示例银行示例支行财政专户：2025年9月18日. */
const BANK_BEFORE =
  /(?:^|[\n\t。；;，,　])[^。；;，,\n\t\d]{0,8}(?:存入|缴入|交入|缴存|交存|解缴|汇入|划入|缴付|缴至)[^。；;，,\n\t\d]{0,30}(?:银行|专户|账户|国库|信用社|支行|分行|信用合作)[^。；;，,\n\t\d]{0,8}[:：\t][ 　]*$/;
/** 交来2025年9月16日当场收缴的罚款. */
const COLLECTED_ON = /^[ 　]*(?:\d{1,2}[:：时][^，,。；;\n]{0,6})?[^，,。；;\n\d]{0,8}当场(?:收|缴)/;

/** 当场收缴罚款: that and why the fine was collected on the spot, and when it reached the agency and the bank. */
export const onTheSpot: Reader = (paper, dossier) => {
  if (!KINDS.has(paper.kind)) return [];
  const { text } = paper;
  const fields = labelsIn(text, LABELS);
  const facts: StatedFact[] = [];
  const add = (name: string, value: string | boolean, span: Span) =>
    facts.push(stated(`performance.onTheSpot.${name}`, value, span));
  const dayOf = (key: keyof typeof LABELS) => {
    const field = fields.find((one) => one.key === key);
    return field && dayOfField(field);
  };
  const days = daysIn(text);
  const said = collectedIn(text, fields);
  if (said) {
    add('collected', true, said);
    const ground = GROUNDS.find(([pattern]) => pattern.test(said.line.words));
    const words = ground?.[0].exec(said.line.words);
    if (ground && words) add('ground', ground[1], within(said.line, words));
    if (!ground) {
      const easy = dossier.some(tellsGround) ? null : EASY.exec(text);
      if (easy) add('ground', 'none', within({ start: 0 }, easy));
    }
    const asked = REQUESTED.exec(text);
    if (asked && !NOT_ASKED.test(asked[0])) add('partyRequested', true, within({ start: 0 }, asked));
    const slip = RECEIPT.exec(said.line.words);
    if (slip && !/未|不/.test(slip[0])) add('receipt', true, within(said.line, slip));
    const collected = dayOf('collectedOn') ?? dayOf('penaltyOn') ?? dayBefore(text, said, days);
    if (collected) add('collectedOn', collected.day, collected);
  }
  const cash = said || paper.kind === 'decision' ? undefined : cashTakenIn(paper, dossier);
  if (cash) add('collected', true, cash);
  // What became of the money is told of a fine that some paper says was collected on the spot.
  if (!said && !cash && !dossier.some(saysCollected)) return facts;
  const told = paper.kind === 'decision' ? [] : days;
  const has = (name: string) => facts.some(({ path }) => path.endsWith(`.${name}`));
  const collected = told.find(({ end }) => COLLECTED_ON.test(text.slice(end, end + 24)));
  if (collected && !has('collectedOn')) add('collectedOn', collected.day, collected);
  const handed =
    dayOf('handedInOn') ??
    dayAfter(HANDED_LABEL, text, told) ??
    told.find(({ end }) => TO_AGENCY.test(text.slice(end, end + 40)));
  if (handed) add('handedInOn', handed.day, handed);
  const banked =
    dayOf('bankedOn') ??
    dayAfter(BANKED_LABEL, text, told) ??
    told.find(
      ({ start, end }) =>
        TO_BANK.test(text.slice(end, end + 40)) ||
        BANK_BEFORE.test(text.slice(Math.max(0, start - 60), start)),
    );
  if (banked) add('bankedOn', banked.day, banked);
  const slip = paper.kind === 'receipt' && !OF_BANK.test(text) ? SPECIAL_RECEIPT.exec(text) : null;
  if (slip) add('receipt', true, within({ start: 0 }, slip));
  return facts;
};

const NOT_ASKED = /未|没有|不/;

const tellsGround = ({ text }: Paper): boolean => ANY_GROUND.test(text.normalize('NFKC'));

/** 交至局财务日期：, 罚款上缴大队的时间：in whatever words of the form. */
const HANDED_LABEL =
  /(?:上?交|缴|移交|交付)(?:至|到|回|给|付|由)?[^：:\t\n。；;，,]{0,10}?(?:机关|队|局|财务|内勤|出纳|单位|所|委|站)[^：:\t\n。；;，,]{0,6}?(?:日期|时间|日)[ 　]*[：:\t][ 　]*$/;
const BANKED_LABEL =
  /(?:存|缴|交|解|汇|转|划)[^：:\t\n。；;，,]{0,10}?(?:银行|专户|账户|国库|信用社|支行)[^：:\t\n。；;，,]{0,6}?(?:日期|时间|日)[ 　]*[：:\t][ 　]*$/;

const dayAfter = (label: RegExp, text: string, days: readonly DayIn[]) =>
  days.find(({ start, relative }) => !relative && label.test(text.slice(Math.max(0, start - 40), start)));

interface Line {
  start: number;
  words: string;
}

/** Where a paper says that the fine was collected on the spot. */
function collectedIn(
  text: string,
  fields: readonly KnownField<keyof typeof LABELS>[],
): (Span & { line: Line }) | undefined {
  const manner = fields.find(({ key }) => key === 'manner');
  const line = manner
    ? { start: manner.start, words: text.slice(manner.start, manner.end) }
    : collectedLine(text);
  const whole = line && COLLECTED.exec(line.words);
  if (line && whole && !NOT.test(line.words)) return { ...within(line, whole), line };
  // 罚款当场收缴，出具票据；不当场缴纳的，十五日内缴至银行: of a field with several sentences the one that says it.
  for (const { 0: words, index } of manner && line ? line.words.matchAll(/[^。；;\n]+/g) : []) {
    const match = COLLECTED.exec(words);
    const part = { start: line!.start + index, words };
    if (match && !NOT.test(words)) return { ...within(part, match), line: part };
  }
  return undefined;
}

const saysCollected = ({ text }: Paper): boolean =>
  /当场(?:收|缴)/.test(text) && collectedIn(text, labelsIn(text, LABELS)) !== undefined;

const within = ({ start }: { start: number }, { 0: words, index }: RegExpExecArray): Span => ({
  start: start + index + words.length - words.trimStart().length,
  end: start + index + words.trimEnd().length,
});

/** 2025年9月16日当场收缴. */
const dayBefore = (text: string, { end, line }: { end: number; line: Line }, days: readonly DayIn[]) =>
  days.find(
    (day) =>
      day.start >= line.start &&
      day.end <= end &&
      /^[^，,。；;\n]{0,8}当场(?:收|缴)/.test(text.slice(day.end, day.end + 16)),
  );

/** A sentence that says it without a label: 罚款100元，已当场收缴. */
function collectedLine(text: string): Line | undefined {
  for (const { 0: words, index } of text.matchAll(/[^。\n]+/g)) {
    if (
      /(?:已|☑\s*|√\s*|予以|执法人员|[日，,])当场(?:收缴|缴纳|缴清)|当场(?:收缴|缴纳|缴清)(?:了)?罚款/.test(
        words,
      ) &&
      !NOT.test(words)
    ) {
      return { start: index, words };
    }
  }
  return undefined;
}
