import { addYears, type Day } from '../../../law/dates.ts';
import { yuan } from '../../../law/money.ts';
import { fineSpan, fineSum } from '../../benchmark/fine-span.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Context, isAnswer, notApplicable, rule, unclear } from '../../rules/rule.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';
import { actsOfCase } from '../officers/acts-of-case.ts';
import { actPlace } from './act-place.ts';

interface Signal {
  text: string;
  paths: string[];
}

/** Earlier penalties of one year that make a series worth a look; ours, not the law's. */
const SERIES = 2;

export const abuseSignals = rule({
  id: 'C6-08',
  criterion: 6,
  question: '有没有滥用职权、趋利执法的迹象需要人判断？',
  severity: 'info',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    {
      law: '中华人民共和国行政诉讼法',
      article: '70',
      item: 5,
      gist: '滥用职权的，法院判决撤销。',
      from: '2017-07-01',
      states: ['滥用职权'],
    },
    penaltyLaw(74, '罚没款项不能与机关和人员的考核挂钩。', { paragraph: 3, states: ['考核'] }),
  ],
  otherBasis: [
    { document: '示范文件：重大执法决定法制审核要素清单', gist: '把滥用职权列为审核要素。' },
    { document: '本产品设定', gist: '一年内两次以上处罚算作接连处罚的迹象。' },
  ],
  reading: '程序只列出从案卷算出的迹象，不判断是否滥用职权；有迹象答不清楚，没有迹象答不适用。',
  decide: (_part, context) => {
    const signals = [
      atMaximum,
      outsideArea,
      repeated,
      harmless,
      hearingFee,
      collected,
      evidenceByTrick,
    ].flatMap((find) => find(context));
    if (signals.length === 0) return notApplicable('程序未发现可提示的迹象，仍由人判断。');
    return unclear(
      `发现需要人判断的迹象：${signals.map(({ text }) => text).join('；')}。`,
      ['是否滥用职权或者趋利执法，由人判断'],
      [...new Set(signals.flatMap(({ paths }) => paths))],
    );
  },
});

function atMaximum(context: Context): Signal[] {
  const judged = judgedPenalties(context.file);
  if (isAnswer(judged)) return [];
  const fine = fineSum(judged);
  const span = fineSpan(context);
  if (fine === undefined || isAnswer(fine) || isAnswer(span)) return [];
  const { max } = span.range;
  if (max === undefined || fine < max) return [];
  return [{ text: `罚款${yuan(fine)}达到法定上限（${span.text}）`, paths: [judged.path, ...span.paths] }];
}

function outsideArea({ file }: Context): Signal[] {
  const acts = actsOfCase(file);
  if (isAnswer(acts)) return [];
  return acts.flatMap((placed) => {
    const { outside, region, paths } = actPlace(placed, file);
    return outside ? [{ text: `${placed.name}在管辖区域以外的${region}实施`, paths }] : [];
  });
}

function repeated({ file, today }: Context): Signal[] {
  const on: Day = file.decision?.date ?? today;
  const recent = (file.earlierDecisions ?? []).flatMap(({ date }, index) =>
    date <= on && on <= addYears(date, 1) ? [`earlierDecisions.${index}.date`] : [],
  );
  return recent.length >= SERIES
    ? [{ text: `一年内已对当事人作出${recent.length}次处罚`, paths: recent }]
    : [];
}

function harmless({ file }: Context): Signal[] {
  const { minor, firstViolation, correctedInTime, harm } = file.violation;
  const judged = judgedPenalties(file);
  if (isAnswer(judged) || !judged.penalties.some(({ type }) => type === 'fine')) return [];
  return minor && firstViolation && correctedInTime && harm?.occurred === false
    ? [
        {
          text: '初次违法、轻微、及时改正且没有危害后果，仍然罚款',
          paths: ['violation.minor', 'violation.firstViolation', 'violation.correctedInTime', judged.path],
        },
      ]
    : [];
}

function hearingFee({ file }: Context): Signal[] {
  return file.hearing?.feeCharged ? [{ text: '听证收取了费用', paths: ['hearing.feeCharged'] }] : [];
}

function collected({ file }: Context): Signal[] {
  const spot = file.performance?.onTheSpot;
  if (!spot?.collected) return [];
  const at = 'performance.onTheSpot';
  return [
    ...(spot.ground === 'none'
      ? [
          {
            text: '当场收缴而没有法定情形',
            paths: [`${at}.ground`],
          },
        ]
      : []),
    ...(spot.receipt === false ? [{ text: '当场收缴没有出具专用票据', paths: [`${at}.receipt`] }] : []),
  ];
}

function evidenceByTrick({ file }: Context): Signal[] {
  return (file.evidence ?? []).flatMap(({ name, flags }, index) =>
    flags?.some((flag) => flag === 'inducement' || flag === 'fraud')
      ? [{ text: `“${name}”有引诱、欺诈取证的疑点`, paths: [`evidence.${index}.flags`] }]
      : [],
  );
}
