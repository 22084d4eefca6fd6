import { addMonths, chineseDay, type Day } from '../../../law/dates.ts';
import { COMPULSION_WORKING_DAYS, compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule } from '../../rules/compulsion-rule.ts';
import { elementsStated } from '../../rules/elements-stated.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { onlyByRolling } from '../../steps/only-by-rolling.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';
import { REMEDY_PERIODS, remedyEnd } from './remedy-end.ts';

const MONTHS = 3;
const DEMAND_DAYS = 10;
const PAPERS = {
  application: '强制执行申请书',
  decision: '行政决定书及事实、理由和依据',
  views: '当事人的意见和催告情况',
  target: '执行标的情况',
} as const;

/** QZ-17 申请人民法院强制执行. */
export const courtApplicationInTime = compulsionRule({
  id: 'QZ-17',
  criterion: 3,
  question: '申请法院强制执行是否在复议、诉讼期限届满后三个月内，且催告书送达满十个工作日？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(53, '期限届满之日起三个月内申请法院强制执行', { states: ['三个月内'] }),
    compulsionLaw(54, '申请前须催告，送达十日后仍未履行的可申请', { states: ['送达十日后'] }),
    compulsionLaw(55, '申请须提供的材料；申请书由负责人签名、盖章、注明日期'),
    COMPULSION_WORKING_DAYS,
    penaltyLaw(72, '批准延期、分期缴纳罚款的，申请期限自其结束之日起计算', { paragraph: 2 }),
    {
      law: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
      article: '156',
      gist: '自起诉期限届满之日起三个月内提出，逾期无正当理由的不予受理',
      from: '2018-02-08',
      states: ['三个月内'],
    },
    ...REMEDY_PERIODS,
  ],
  reading:
    '起诉期限末日和催告后第十个工作日当日申请的均为过早；三个月的末日当日申请的在期限内，末日逢节假日只有顺延才在期限内的不作结论；材料须有法定四项。',
  kinds: ['court-application'],
  none: '案卷没有申请人民法院强制执行。',
  judge: (entry, path) => {
    const filedOn = entry.courtApplication?.filedOn;
    if (!filedOn) return notApplicable('尚未申请人民法院强制执行。', [`${path}.courtApplication.filedOn`]);
    return [
      inPeriod(entry, path, filedOn),
      demanded(entry, path, filedOn),
      attached(entry, path),
      signed(entry, path),
    ];
  },
});

function inPeriod(entry: Compulsion, path: string, filedOn: Day): Answer {
  const { sought } = entry.remedyPeriods ?? {};
  const asked = `${path}.remedyPeriods.sought`;
  if (sought === undefined) {
    return unclear('当事人是否申请复议或者起诉没有载明。', ['是否申请复议或者提起诉讼'], [asked]);
  }
  if (sought) {
    return unclear(
      '当事人已申请复议或者起诉，申请执行的依据和期限由人判断。',
      ['复议、诉讼终结后的执行依据'],
      [asked],
    );
  }
  const end = remedyEnd(entry, path);
  if (isAnswer(end)) return end;
  const start = deferredTo(entry, path, end.day);
  if (isAnswer(start)) return start;
  const last = addMonths(start.day, MONTHS);
  const paths = [asked, ...end.paths, ...start.paths, `${path}.courtApplication.filedOn`];
  const found = `期限自${chineseDay(start.day)}届满，最迟应于${chineseDay(last)}申请，实际于${chineseDay(filedOn)}申请`;
  if (filedOn <= start.day) return notMet(`${found}，申请过早。`, paths);
  if (filedOn <= last) return met(`${found}。`, paths);
  return onlyByRolling(last, filedOn)
    ? unclear(`${found}；末日为休息日，只有顺延才在期限内。`, ['末日逢休息日能否顺延'], paths)
    : notMet(`${found}，超过三个月。`, paths);
}

/** A fine that was deferred or paid by instalments: the period begins when the plan ends. */
function deferredTo(
  { courtApplication = {}, obligation }: Compulsion,
  path: string,
  end: Day,
): { day: Day; paths: string[] } | Answer {
  const { deferred, deferredUntil } = courtApplication;
  const monetary = `${path}.obligation.monetary`;
  if (obligation?.monetary === false) return { day: end, paths: [monetary] };
  const paths = [`${path}.courtApplication.deferred`];
  if (deferred === undefined) {
    return unclear('是否经批准延期、分期缴纳没有载明。', ['是否经批准延期、分期缴纳'], [...paths, monetary]);
  }
  if (!deferred) return { day: end, paths };
  const until = `${path}.courtApplication.deferredUntil`;
  if (!deferredUntil) return unclear('延期、分期何时届满没有载明。', ['延期、分期届满日'], [...paths, until]);
  return { day: deferredUntil > end ? deferredUntil : end, paths: [...paths, until] };
}

function demanded({ demand }: Compulsion, path: string, filedOn: Day): Answer {
  const paths = [`${path}.demand.servedOn`, `${path}.courtApplication.filedOn`];
  if (!demand?.servedOn) return unclear('催告书何时送达没有载明。', ['催告书的送达日期'], paths);
  const count = withinWorkingDays(demand.servedOn, DEMAND_DAYS, filedOn, paths);
  if (isAnswer(count)) return count;
  const found = `催告书于${chineseDay(demand.servedOn)}送达，第十个工作日为${count.last}，${chineseDay(filedOn)}申请`;
  return count.within
    ? notMet(`${found}，催告未满十个工作日。`, paths, { steps: count.steps })
    : met(`${found}。`, paths, { steps: count.steps });
}

function attached({ courtApplication }: Compulsion, path: string): Answer {
  const paths = [`${path}.courtApplication.attached`];
  const there = courtApplication?.attached;
  if (!there) return unclear('申请所附材料没有载明。', ['申请所附的材料'], paths);
  const lacking = (Object.keys(PAPERS) as (keyof typeof PAPERS)[]).filter((kind) => !there.includes(kind));
  return lacking.length > 0
    ? notMet(`申请缺少${lacking.map((kind) => PAPERS[kind]).join('、')}。`, paths)
    : met('申请材料齐全。', paths);
}

function signed({ courtApplication }: Compulsion, path: string): Answer {
  return elementsStated(
    courtApplication ?? {},
    `${path}.courtApplication`,
    { headSigned: '机关负责人签名', sealed: '印章', dated: '日期' },
    '强制执行申请书',
  );
}
