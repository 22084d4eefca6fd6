import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { addDays, chineseDay } from '../../../law/dates.ts';
import { fen, yuan } from '../../../law/money.ts';
import {
  type ActView,
  type Answer,
  actRule,
  combine,
  met,
  notApplicable,
  notMet,
  unclear,
} from '../../rules/rule.ts';

const COMPULSION_LAW = '中华人民共和国行政强制法';
const FROM = '2012-01-01';
type Levy = NonNullable<ActView['levy']>;

/** ZS-04 滞纳金标准告知且不超本金，强制前催告. */
export const lateCharge = actRule({
  id: 'ZS-04',
  actions: ['levy'],
  criterion: 3,
  question: '滞纳金的标准是否告知、数额是否不超过欠款，强制执行前是否催告？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    { law: COMPULSION_LAW, article: '45', paragraph: 1, gist: '可以加处滞纳金，标准要告知', from: FROM },
    {
      law: COMPULSION_LAW,
      article: '45',
      paragraph: 2,
      gist: '滞纳金不得超出金钱给付义务的数额',
      from: FROM,
      states: ['不得超出'],
    },
    {
      law: COMPULSION_LAW,
      article: '46',
      paragraph: 1,
      gist: '滞纳金超过三十日，经催告仍不履行的，有强制执行权的机关可以强制执行',
      from: FROM,
      states: ['超过三十日'],
    },
  ],
  reading:
    '滞纳金开始之日不计，第三十一日起才算超过三十日；强制执行权须由法律授予；以欠缴的征收款为上限，等于欠款的不算超出。',
  lawOf: ({ file }) => file.levy?.levyExecution?.startedOn ?? file.levy?.lateCharge?.startedOn,
  about: ({ file }) =>
    file.levy?.lateCharge || file.levy?.levyExecution
      ? file.levy
      : notApplicable('案卷没有加收滞纳金或者强制执行的记载。'),
  decide: (levy, { book }) =>
    combine(
      [...charged(levy), ...(levy.levyExecution ? [demanded(levy), ...executed(levy, book)] : [])],
      met('滞纳金和强制执行符合规定。', ['levy.lateCharge']),
    ),
});

function charged({ lateCharge, levyPayment, amount: levied }: Levy): Answer[] {
  if (!lateCharge) return [];
  const at = 'levy.lateCharge';
  const { told, startedOn, amount, owed } = lateCharge;
  // Without its day nobody knows whether the law was in force.
  const dated = startedOn
    ? []
    : [unclear('滞纳金自哪日起加收没有载明。', ['滞纳金开始日'], [`${at}.startedOn`])];
  const paths = [`${at}.amount`, `${at}.owed`];
  const standard =
    told === undefined
      ? unclear('滞纳金的标准是否告知没有载明。', ['滞纳金标准的告知'], [`${at}.told`])
      : told
        ? met('滞纳金的标准已告知。', [`${at}.told`])
        : notMet('滞纳金的标准应当告知，没有告知。', [`${at}.told`]);
  const paid = levyPayment?.paid;
  const settled = paid !== undefined && levied !== undefined && fen(paid) >= fen(levied);
  if (told && settled && !startedOn && amount === undefined && owed === undefined) {
    return [
      met('滞纳金的标准已告知，款项已缴清，没有加收滞纳金的记载。', [`${at}.told`, 'levy.levyPayment.paid']),
    ];
  }
  if (amount === undefined || owed === undefined) {
    const missing = [
      ...(amount === undefined ? ['滞纳金数额'] : []),
      ...(owed === undefined ? ['欠缴的征收款'] : []),
    ];
    return [...dated, standard, unclear(`核对滞纳金上限缺少${missing.join('、')}。`, missing, paths)];
  }
  const found = `滞纳金${yuan(fen(amount))}，欠缴的征收款${yuan(fen(owed))}`;
  return [
    ...dated,
    standard,
    fen(amount) <= fen(owed) ? met(`${found}，没有超出。`, paths) : notMet(`${found}，超出了欠款。`, paths),
  ];
}

function demanded({ levyDemand, levyExecution }: Levy): Answer {
  const paths = ['levy.levyDemand.servedOn', 'levy.levyExecution.startedOn'];
  const served = levyDemand?.servedOn;
  const started = levyExecution?.startedOn;
  if (levyDemand?.made === false) {
    return notMet('强制执行前应当催告，没有催告。', ['levy.levyDemand.made']);
  }
  if (!served || !started) {
    const missing = [...(served ? [] : ['催告书送达日']), ...(started ? [] : ['强制执行开始日'])];
    return unclear(`核对催告缺少${missing.join('、')}。`, missing, paths);
  }
  const found = `催告于${chineseDay(served)}送达，强制执行于${chineseDay(started)}开始`;
  return served < started ? met(`${found}。`, paths) : notMet(`${found}，应先催告。`, paths);
}

/** Execution by the agency itself; the way to the court has its own conditions. */
function executed({ lateCharge, levyExecution }: Levy, book: ReferenceBook): Answer[] {
  const at = 'levy.levyExecution';
  const { by, startedOn, empoweredBy } = levyExecution ?? {};
  if (!by) return [unclear('由谁强制执行没有载明。', ['强制执行的机关'], [`${at}.by`])];
  if (by === 'court') return [met('由人民法院强制执行。', [`${at}.by`])];
  const level = empoweredBy && (book.levelOf(empoweredBy.law) ?? empoweredBy.level);
  const power = level
    ? level === 'law'
      ? met(`《${empoweredBy.law}》授予强制执行权。`, [`${at}.empoweredBy`])
      : notMet(`强制执行权应由法律授予，《${empoweredBy.law}》不是法律。`, [`${at}.empoweredBy`])
    : unclear('本机关是否有强制执行权没有载明。', ['授予强制执行权的法律'], [`${at}.empoweredBy`]);
  const began = lateCharge?.startedOn;
  const paths = ['levy.lateCharge.startedOn', `${at}.startedOn`];
  if (!began || !startedOn) {
    const missing = [...(began ? [] : ['滞纳金开始日']), ...(startedOn ? [] : ['强制执行开始日'])];
    return [power, unclear(`核对三十日缺少${missing.join('、')}。`, missing, paths)];
  }
  const last = addDays(began, 30);
  const found = `滞纳金自${chineseDay(began)}起，第三十日为${chineseDay(last)}，强制执行于${chineseDay(startedOn)}开始`;
  return [
    power,
    startedOn > last ? met(`${found}，超过三十日。`, paths) : notMet(`${found}，没有超过三十日。`, paths),
  ];
}
