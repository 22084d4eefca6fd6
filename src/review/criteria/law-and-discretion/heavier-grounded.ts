import { citationText } from '../../../law/citation.ts';
import { NORM_LEVELS } from '../../../law/penalties.ts';
import { benchmarkNotHeld } from '../../benchmark/benchmark-not-held.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  type Context,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';
import { computedTier, NO_ITEM } from './computed-tier.ts';

type Ground = NonNullable<NonNullable<Context['file']['circumstances']>['grounds']>[number];

const GROUNDS = 'circumstances.grounds';

export const heavierGrounded = rule({
  id: 'C5-23',
  criterion: 5,
  question: '从重处罚是否有法律、法规、规章或者裁量基准的依据，且事由已查明？',
  severity: 'major',
  consequence: 'annul',
  basis: [
    penaltyLaw('5', '处罚要与事实、性质、情节和社会危害程度相当。', { paragraph: 2 }),
    penaltyLaw('49', '重大突发事件中违反应对措施的，依法从重。', { states: ['从重处罚'] }),
    formerPenaltyLaw('4', '处罚要与事实、性质、情节和社会危害程度相当。', { paragraph: 2 }),
  ],
  reading:
    '三种依据有一种即可：已认定的从重情形引用了法律、法规、规章或者已公布的基准；事实落入已公布基准的从重阶次；违反已载明的突发事件应对措施。经查没有从重情形（或者所提的都没有认定），又没有可以适用的裁量基准事项的，从重没有依据。从重不得高于法定上限，见 C5-07。',
  about: ({ file }) => {
    const judged = judgedPenalties(file);
    if (isAnswer(judged)) return judged;
    if (!judged.grade) {
      return unclear('裁量等次没有载明，是否从重处罚不能确定。', ['裁量等次'], [judged.gradePath]);
    }
    return judged.grade === 'heavier' ? judged : notApplicable('没有从重处罚。', [judged.gradePath]);
  },
  decide: (judged, context) => {
    const where = [judged.gradePath];
    const reasons = judged.of === 'decision' ? context.file.decision?.discretionReasons : undefined;
    const wrong = reasons ? noGround(reasons, context) : undefined;
    if (wrong) {
      return notMet(`从重处罚${wrong}，理由写“${reasons!.slice(0, 40)}”。`, [
        ...where,
        'decision.discretionReasons',
        'decision.benchmark',
      ]);
    }
    const answers = [...fromGrounds(where, context), fromTier(where, context), fromEmergency(where, context)];
    const enough = answers.find(({ answer }) => answer === 'met');
    return (
      enough ??
      combine(
        answers.filter(({ answer }) => answer === 'unclear'),
        combine(answers, notMet(`${judged.name}从重处罚，没有已认定的从重事由。`, where)),
      )
    );
  },
});

const DEFENDED =
  /(?:因|鉴于|由于|且|并|又|不认错[^，。；]{0,4})[^，。；]{0,16}(?:提出|进行|多次|坚持)?(?:陈述、?)?(?:申辩|辩解|要求听证|申请听证)[^。；]{0,20}从重/;
const ATTITUDE = /态度|不认错|认错|拒绝签(?:字|名|收)|影响恶劣|性质恶劣|社会影响|民愤|舆论|投诉较多/;
/** What a benchmark or a law may count. */
const GROUND =
  /《|第.{1,6}条|规定|基准|清单|屡|多次|再次|两年内|二年内|一年内|曾|拒不改正|逾期|继续|抗拒|阻碍|妨碍|隐匿|销毁|伪造|转移|胁迫|教唆|未成年|老年|儿童|孕|突发|灾|疫|死亡|受伤|伤害|后果|损失|数额|金额|数量|货值|时间|面积|危险/;

/** 从重 for defending oneself (行政处罚法 45(2)), or for an attitude alone that no norm counts. */
function noGround(reasons: string, { file }: Context): string | undefined {
  const own = reasons.split(/[。；;\n]/).find((one) => /从重/.test(one)) ?? '';
  if (DEFENDED.test(own) && !/(?:申辩|意见)[^，。；]{0,10}不予采[纳信]/.test(own))
    return '不能以当事人陈述、申辩为由';
  return ATTITUDE.test(own) && !GROUND.test(own) && !file.decision?.benchmark
    ? '没有法律、法规、规章或者裁量基准的依据'
    : undefined;
}

function fromGrounds(where: string[], context: Context): Answer[] {
  const { grounds, noGrounds } = context.file.circumstances ?? {};
  const heavier = (grounds ?? []).filter(({ kind }) => kind === 'heavier');
  const paths = [...where, GROUNDS, 'circumstances.noGrounds'];
  if (heavier.length > 0) return heavier.map((ground) => judgeGround(ground, [...where, GROUNDS], context));
  return [
    grounds?.length || noGrounds
      ? notMet('从重处罚，经查没有从重情形，从重没有依据。', paths)
      : unclear('从重处罚的事由没有载明。', ['从重处罚的事由'], paths),
  ];
}

function judgeGround({ state, basis }: Ground, paths: string[], { file, book }: Context): Answer {
  if (state === 'rejected') return notMet('所提从重情形没有认定，从重没有依据。', paths);
  if (state === 'claimed') return unclear('从重情形是否认定没有载明。', ['从重情形是否认定'], paths);
  if (!basis) return unclear('从重情形的依据没有载明。', ['从重情形的依据'], paths);
  const text = citationText(basis);
  const published = book.benchmarks().find(({ name, publishedOn }) => name === basis.law && publishedOn);
  if (published) return met(`已认定从重情形，依据为已公布的《${published.name}》。`, paths);
  const act = actDay(file);
  if (!act) {
    return unclear(
      '违法行为的日期没有载明，不能核对从重依据的效力。',
      ['违法行为发生日或者终了日'],
      ['violation'],
    );
  }
  const found = book.cite(basis, act.day);
  const where = [...paths, act.path];
  if (found.state === 'repealed' || found.state === 'not-yet-in-force' || found.state === 'no-such-article') {
    return notMet(`从重情形的依据${text}在行为日无效或者没有这一条。`, where);
  }
  const level = found.state === 'unknown-law' ? basis.level : found.level;
  if (!level) return unclear(`从重依据${text}的规范层级没有载明。`, [`《${basis.law}》的规范层级`], where);
  return level === 'normative-document' || level === 'judicial-interpretation'
    ? notMet(`从重情形的依据${text}是${NORM_LEVELS[level]}，不是法律、法规、规章或者裁量基准。`, where)
    : met(`已认定从重情形，依据为${text}。`, where);
}

function fromTier(where: string[], context: Context): Answer {
  const tier = computedTier(context);
  if (isAnswer(tier)) {
    const unheld = tier.missing?.includes(NO_ITEM) === true || benchmarkNotHeld(context) !== undefined;
    const noItem = unheld && !context.file.benchmarkItem;
    return noItem && foundNone(context)
      ? notApplicable('没有可以适用的裁量基准事项。', [...where, 'benchmarkItem'])
      : tier;
  }
  const { result, paths } = tier;
  const all = [...where, ...paths];
  const name = `“${result.tier.name}”阶次`;
  if (result.tier.grade !== 'heavier') return notApplicable(`事实落入${name}，不是从重阶次。`, all);
  return result.benchmark?.publishedOn
    ? met(`事实符合《${result.benchmark.name}》的${name}：${result.tier.conditions}。`, all)
    : unclear(`事实落入${name}，该基准是否公布没有载明。`, ['裁量基准的公布日'], all);
}

/** Somebody found that nothing makes the case graver, or every ground that was put forward was rejected. */
function foundNone({ file }: Context): boolean {
  const heavier = file.circumstances?.grounds?.filter(({ kind }) => kind === 'heavier') ?? [];
  return heavier.length > 0
    ? heavier.every(({ state }) => state === 'rejected')
    : file.circumstances?.noGrounds === true;
}

function fromEmergency(where: string[], { file: { emergency } }: Context): Answer {
  const paths = [...where, 'emergency.order', 'emergency.orderPublishedOn', 'emergency.breached'];
  if (!emergency?.claimed) return notApplicable('没有以突发事件为由从重。', where);
  const missing = [
    ...(emergency.order ? [] : ['突发事件的应急响应或者措施']),
    ...(emergency.orderPublishedOn ? [] : ['应急措施的公布日']),
    ...(emergency.breached ? [] : ['违反的应对措施']),
  ];
  return missing.length > 0
    ? unclear(`以突发事件为由从重，没有载明${missing.join('、')}。`, missing, paths)
    : met(`违反${emergency.order}的“${emergency.breached}”，依处罚法第四十九条从重。`, paths);
}
