import { daysIn } from '../../law/days-in.ts';
import { sumsIn } from '../../law/sums-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { dayOfField } from '../words/day-of-field.ts';
import { labelsIn } from '../words/labels-in.ts';

const DAY = 86_400_000;
const INSTALMENT = /分期|第[一二三四五六七八九十\d]+[期次笔]/;

interface Payment {
  paper: Paper;
  day?: Span & { day: string };
  /** In fen. */
  sum?: Span & { fen: number };
}

const LABELS = {
  paidOn: [
    '缴款日期',
    '缴款时间',
    '缴费日期',
    '缴费时间',
    '缴纳日期',
    '缴纳时间',
    '缴罚日期',
    '收款日期',
    '收款时间',
    '付款日期',
    '付款时间',
    '支付日期',
    '支付时间',
    '交易日期',
    '交易时间',
    '入账日期',
    '到账日期',
    '收缴日期',
    '收缴时间',
    '交款日期',
    '缴库日期',
    '记账日期',
  ],
  issuedOn: [
    '日期',
    '开票日期',
    '填制日期',
    '开具日期',
    '填开日期',
    '填发日期',
    '时间',
    '票据日期',
    '打印日期',
  ],
  payee: ['收款人', '收款员', '收款人（签名）', '经收人', '经手人', '开票人', '出纳', '收缴人', '执法人员'],
  total: [
    '合计',
    '总计',
    '共计',
    '合计金额',
    '金额合计',
    '总金额',
    '合计（小写）',
    '合计（大写）',
    '金额合计（大写）',
    '金额合计（小写）',
    '实收金额',
    '实缴金额',
    '缴款金额',
    '收款金额',
    '付款金额',
    '交易金额',
    '缴纳金额',
    '罚没款合计',
    '罚没金额合计',
  ],
  amount: [
    '金额',
    '大写',
    '小写',
    '金额（大写）',
    '金额（小写）',
    '人民币',
    '人民币（大写）',
    '罚款金额',
    '罚款',
    '罚没款',
    '罚没金额',
    '金额（元）',
    '罚没收入',
  ],
  other: [
    '缴款人',
    '缴款单位',
    '交款人',
    '付款人',
    '执收单位',
    '收款单位',
    '收款银行',
    '项目',
    '项目名称',
    '决定书号',
    '决定书文号',
    '处罚决定书编号',
    '处罚决定书文号',
    '文号',
    '没收违法所得',
    '加处罚款',
    '滞纳金',
    '数量',
    '单价',
    '标准',
    '复核',
    '经办人',
    '备注',
    '票据号码',
    '票号',
    '应缴金额',
    '决定日期',
  ],
};

/** 罚没票据: the day and the sum of a payment. Of several payments the last states the day and the sum of all. */
export const receipt: Reader = (paper, dossier) => {
  if (paper.kind !== 'receipt') return [];
  const payments = dossier
    .filter(({ kind, sameAs }) => kind === 'receipt' && !sameAs)
    .map((one) => paymentIn(one))
    .filter(({ day, sum }) => day && sum);
  const own = payments.find((payment) => payment.paper === paper);
  if (!own) return payments.length > 0 ? [] : factsOf(paymentIn(paper));
  const inOrder = payments.toSorted(
    (one, other) =>
      one.day!.day.localeCompare(other.day!.day) ||
      Number(one.paper.id.slice(1)) - Number(other.paper.id.slice(1)),
  );
  const distinct = inOrder.filter(
    (one, index) => index === inOrder.findIndex((other) => sameSlip(one, other)),
  );
  const last = distinct.at(-1);
  if (last?.paper !== paper) return [];
  const all = distinct.reduce((sum, one) => sum + one.sum!.fen, 0);
  return factsOf({ ...own, sum: { ...own.sum!, fen: all } });
};

function factsOf({ day, sum }: Payment): StatedFact[] {
  return [
    ...(day ? [stated('performance.paidOn', day.day, day)] : []),
    ...(sum ? [stated('performance.paid', sum.fen / 100, sum)] : []),
  ];
}

/** The slip of the bank and the receipt for the same payment are one payment. */
const sameSlip = (one: Payment, other: Payment) =>
  one.sum?.fen === other.sum?.fen &&
  Math.abs(Date.parse(one.day!.day) - Date.parse(other.day!.day)) <=
    (INSTALMENT.test(one.paper.text) ? 0 : 3 * DAY);

function paymentIn(paper: Paper): Payment {
  const { text } = paper;
  const fields = labelsIn(text, LABELS);
  const days = daysIn(text);
  const dayIn = (key: string) => {
    for (const field of fields) {
      if (field.key !== key) continue;
      const day = dayOfField(field);
      if (day) return day;
    }
    return undefined;
  };
  const alone = new Set(days.map(({ day }) => day)).size === 1 ? days[0] : undefined;
  const day = dayIn('paidOn') ?? dayIn('issuedOn') ?? dayIn('payee') ?? signatureDay(text, days) ?? alone;
  // A total that cannot be read is no reason to take one of its parts.
  const unread = fields.some(({ key, value }) => key === 'total' && sumsOf({ value, start: 0 }).length === 0);
  const sum = unread ? undefined : (totalIn(text, fields) ?? toldTotal(text) ?? onlySum(text));
  return { paper, ...(day ? { day } : {}), ...(sum ? { sum } : {}) };
}

/** Behind the day of a signature nothing but a seal. */
const SEAL = /^[^\p{sc=Han}]{0,6}(?:[\p{sc=Han}]{0,10}[章印][^\p{sc=Han}]{0,4})?$/u;

function signatureDay(text: string, days: ReturnType<typeof daysIn>) {
  const last = days.at(-1);
  return last && SEAL.test(text.slice(last.end)) ? last : undefined;
}

type Field = { key: string; value: string; start: number; end: number; until: number };

/** The total; sums in words and figures must agree. Without a total, the one amount. */
function totalIn(text: string, fields: readonly Field[]): (Span & { fen: number }) | undefined {
  for (const key of ['total', 'amount']) {
    const sums = fields.filter((field) => field.key === key).flatMap((field) => sumsOf(field));
    const values = new Set(sums.map(({ fen }) => fen));
    if (values.size > 1) return undefined;
    // Beside parts of another amount a single amount is not the whole.
    if (sums[0] && (key === 'total' || others(text, sums[0].fen).length === 0)) return sums[0];
  }
  return undefined;
}

/** 罚款300.00元，没收违法所得20.00元，合计320.00元: the total in a line, which its parts must make. */
function toldTotal(text: string): (Span & { fen: number }) | undefined {
  const sums = sumsIn(text).map(({ start, end, fen }) => ({ start, end, fen: Number(fen) }));
  const total = sums.find(({ start }) =>
    /(?:合计|共计|总计)(?:人民币|金额|缴款)?[:：]?[ 　]*[¥￥]?$/.test(
      text.slice(Math.max(0, start - 10), start),
    ),
  );
  if (!total) return undefined;
  const parts = [
    ...new Set(
      sums.filter(({ start, fen }) => start < total.start && fen !== total.fen).map(({ fen }) => fen),
    ),
  ];
  const rest = sums.filter(({ start }) => start > total.start);
  const whole = parts.length > 1 && parts.reduce((sum, fen) => sum + fen, 0) === total.fen;
  return whole && rest.every(({ fen }) => fen === total.fen) ? total : undefined;
}

const BARE_SUM =
  /(?:罚款|罚没款?|金额|实收|实缴|合计)[ 　:：]*(\d{1,3}(?:[,，]\d{3})+\.\d{2}|\d{1,9}\.\d{2})(?![\d元])/g;

const others = (text: string, own: number) =>
  sumsIn(text).filter(({ fen }) => Number(fen) !== own && Number(fen) !== 0);

/** Sums in a field; a bare figure (2590.00) is yuan there. */
function sumsOf({ value, start }: Pick<Field, 'value' | 'start'>): (Span & { fen: number })[] {
  const sums = sumsIn(value).map((sum) => ({
    start: start + sum.start,
    end: start + sum.end,
    fen: Number(sum.fen),
  }));
  if (sums.length > 0) return sums;
  const bare = /^(?:人民币|RMB|CNY)?[ \u3000]*(\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)$/.exec(
    value,
  );
  if (!bare?.[1]) return [];
  const at = start + value.indexOf(bare[1]);
  return [
    { start: at, end: at + bare[1].length, fen: Math.round(Number(bare[1].replace(/[,，]/g, '')) * 100) },
  ];
}

function onlySum(text: string): (Span & { fen: number }) | undefined {
  const sums = sumsIn(text);
  // 罚款60000.00: a figure with its cents is a sum without its unit.
  const [bare, other] = sums.length === 0 ? text.matchAll(BARE_SUM) : [];
  if (bare && !other) {
    const start = bare.index + bare[0].length - bare[1]!.length;
    return {
      start,
      end: start + bare[1]!.length,
      fen: Math.round(Number(bare[1]!.replace(/[,，]/g, '')) * 100),
    };
  }
  return sums[0] && new Set(sums.map(({ fen }) => fen)).size === 1
    ? { start: sums[0].start, end: sums[0].end, fen: Number(sums[0].fen) }
    : undefined;
}
