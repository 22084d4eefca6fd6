import { fen, yuan } from '../../../law/money.ts';
import { type ActView, type Answer, actRule, combine, met, notMet, unclear } from '../../rules/rule.ts';
import { levyDay } from '../../steps/levy-decision.ts';

type Levy = NonNullable<ActView['levy']>;
const LINES = 'levy.lines';

/** ZS-02 金额等于标准乘基数，减免有依据. */
export const levyAmount = actRule({
  id: 'ZS-02',
  actions: ['levy'],
  criterion: 5,
  question: '征收金额是否等于征收标准乘以计征基数，减免是否有依据？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'practice',
  basis: [],
  otherBasis: [{ document: '实务做法，需当地确认', gist: '按标准和基数计征，减免要有依据' }],
  reading: '各项标准乘以基数的和，扣除减免；合计不足一分的，舍去或者四舍五入都算相符。',
  lawOf: ({ file }) => levyDay(file),
  about: ({ file }) => file.levy ?? unclear('案卷没有征收的记载。', ['征收金额、标准和基数']),
  decide: (levy) =>
    combine([...reductionsBased(levy), amountRight(levy)], met('征收金额计算相符。', ['levy.amount'])),
});

function reductionsBased({ reductions = [] }: Levy): Answer[] {
  return reductions.map((reduction, index) => {
    const path = `levy.reductions.${index}`;
    const paths = [`${path}.grantedUnder`, `${path}.ungrounded`];
    const name = `第 ${index + 1} 项减免`;
    if (reduction.grantedUnder) return met(`${name}有依据。`, paths);
    return reduction.ungrounded
      ? notMet(`${name}应有依据，没有依据。`, paths)
      : unclear(`${name}的依据没有载明。`, [`${name}的依据`], [path]);
  });
}

function amountRight({ lines, reductions, amount }: Levy): Answer {
  const paths = ['levy.amount', LINES, ...(reductions?.length ? ['levy.reductions'] : [])];
  const missing = [
    ...(amount === undefined ? ['征收金额'] : []),
    ...(lines?.length ? [] : ['征收标准和计征基数']),
    ...(lines ?? []).flatMap(({ rate, base }, index) => [
      ...(rate === undefined ? [`第 ${index + 1} 项的征收标准`] : []),
      ...(base === undefined ? [`第 ${index + 1} 项的计征基数`] : []),
    ]),
    ...(reductions === undefined ? ['有无减免'] : []),
    ...(reductions ?? []).flatMap(({ yuan: sum }, index) =>
      sum === undefined ? [`第 ${index + 1} 项减免的金额`] : [],
    ),
  ];
  if (missing.length > 0 || amount === undefined) {
    return unclear(`核对征收金额缺少${missing.join('、')}。`, missing, paths);
  }
  const due = (lines ?? []).map(({ rate = 0, base = 0 }) => product(rate, base));
  const less = (reductions ?? []).reduce((sum, { yuan: part = 0 }) => sum + fen(part), 0);
  const exact = due.reduce((sum, one) => sum + one, 0n) - BigInt(less) * SCALE;
  const found = BigInt(fen(amount)) * SCALE;
  const rest = ((exact % SCALE) + SCALE) % SCALE;
  const floor = exact - rest;
  const rounded = rest * 2n >= SCALE ? floor + SCALE : floor;
  const steps = [
    ...(lines ?? []).map(({ rate, base, baseUnit }) => `标准 ${rate} × 基数 ${base}${baseUnit ?? ''}`),
    ...(less > 0 ? [`减免 ${yuan(less)}`] : []),
    `应征 ${yuan(Number(rounded / SCALE))}`,
  ];
  const said = `应征${yuan(Number(rounded / SCALE))}，决定征收${yuan(fen(amount))}`;
  return found === rounded || found === floor
    ? met(`${said}，相符。`, paths, { steps })
    : notMet(`${said}，不符。`, paths, { steps });
}

/** Ten-thousand-millionths of a fen: enough for the product of a rate and a base of ten decimals together. */
const DECIMALS = 10;
const SCALE = 10n ** BigInt(DECIMALS);

/** rate × base in fen, times SCALE, without rounding a decimal that somebody wrote. */
function product(rate: number, base: number): bigint {
  const [r, b] = [decimal(rate), decimal(base)];
  const digits = r.digits + b.digits;
  const raw = r.value * b.value * 100n * SCALE;
  return raw / 10n ** BigInt(digits);
}

function decimal(value: number): { value: bigint; digits: number } {
  const text = String(value);
  const [whole = '0', part = ''] = (text.includes('e') ? value.toFixed(DECIMALS) : text).split('.');
  return { value: BigInt(whole + part), digits: part.length };
}
