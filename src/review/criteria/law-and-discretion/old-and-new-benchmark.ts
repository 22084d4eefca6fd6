import { chineseDay } from '../../../law/dates.ts';
import { yuan } from '../../../law/money.ts';
import { fineSum } from '../../benchmark/fine-span.ts';
import { standingDeviation } from '../../benchmark/standing-deviation.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  type Context,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';
import { benchmarkVersions } from './benchmark-versions.ts';
import { type LighterBenchmark, lighterBenchmark, told } from './lighter-benchmark.ts';

export const oldAndNewBenchmark = rule({
  id: 'C5-03.benchmark',
  criterion: 5,
  question: '裁量基准在行为后修改的，是否适用较轻的版本？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'practice',
  basis: [
    penaltyLaw('37', '适用行为时的规定；决定时新规定较轻的，适用新规定。'),
    penaltyLaw('34', '可以制定裁量基准，规范行使裁量权。'),
  ],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '裁量基准的新旧比较参照从旧兼从轻。' }],
  reading:
    '条文只说法律、法规、规章，裁量基准参照同一原则。按本案情节在两个版本中的阶次，比较罚款的最高额、最低额和另应给予的处罚；方向不一的由人判断。连续或者继续的行为以终了时的版本为行为时的版本。罚款高于应适用的版本而有偏离裁量基准的记载的，由 C5-20 核对。',
  about: (context) => {
    const versions = benchmarkVersions(context);
    if (isAnswer(versions)) return versions;
    const { old, now, began, paths } = versions;
    const { continuing } = context.file.violation;
    const span = ['violation.startedOn', 'violation.continuing'];
    if (began && continuing === undefined) {
      return unclear(
        `《${old.benchmark.name}》自${chineseDay(old.benchmark.inForce.from)}施行，行为开始于此前，是否连续或者继续没有写明。`,
        ['违法行为是否连续或者继续'],
        [...paths, ...span],
      );
    }
    if (old.benchmark === now.benchmark) {
      const why = began
        ? `持续的行为跨越裁量基准的修改，按实践做法适用终了时的《${old.benchmark.name}》（自${chineseDay(old.benchmark.inForce.from)}施行）`
        : `《${old.benchmark.name}》（自${chineseDay(old.benchmark.inForce.from)}施行）在行为日${chineseDay(old.on)}和${chineseDay(now.on)}都有效，没有新旧版本的选择`;
      return notApplicable(`${why}。`, began ? [...paths, ...span] : paths);
    }
    return lighterBenchmark(context);
  },
  decide: (chosen, context) => judge(chosen, context),
});

function judge(chosen: LighterBenchmark, { file }: Context): Answer {
  const { due, other, comparison, old, now } = chosen;
  const when = `行为日${chineseDay(old.on)}，${file.decision ? '决定日' : '审查日'}${chineseDay(now.on)}`;
  const why = `${when}，裁量基准已修改：${told(comparison === 'lighter' ? other : due)}，${told(comparison === 'lighter' ? due : other)}；${WHY[comparison]}`;
  const judged = judgedPenalties(file);
  const paths = [...chosen.paths, ...factorPaths(file)];
  if (isAnswer(judged)) {
    return judged.answer === 'not-applicable' && file.decision
      ? judged
      : unclear(`${why}，尚无处罚可以核对。`, ['拟处罚的种类和金额'], paths);
  }
  const where = [...paths, judged.path];
  const fine = fineSum(judged);
  if (fine !== undefined && isAnswer(fine)) return fine;
  const most = due.range ? due.range.max : 0;
  if (fine !== undefined && most !== undefined && fine > most) {
    return standingDeviation(file)
      ? met(`${why}，${judged.name}罚款${yuan(fine)}，有偏离裁量基准的记载，见 C5-20。`, [
          ...where,
          'proposal.deviation.reason',
        ])
      : notMet(`${why}，${judged.name}罚款${yuan(fine)}，高于应适用的版本。`, where);
  }
  if (comparison !== 'same' && file.benchmarkItem === other.item.id) {
    return notMet(`${why}，案卷适用的是另一版本，罚款没有高于应适用的版本。`, [...where, 'benchmarkItem'], {
      severity: 'minor',
      consequence: 'correctable',
    });
  }
  if (comparison !== 'same' && !file.benchmarkItem) {
    return unclear(
      `${why}，${judged.name}没有高于它，案卷适用哪一版本没有写明。`,
      ['适用的裁量基准版本'],
      [...where, 'benchmarkItem'],
    );
  }
  return met(`${why}，${judged.name}没有高于它。`, [...where, 'benchmarkItem']);
}

const WHY = {
  lighter: '新版本较轻，应适用新版本',
  heavier: '新版本较重，应适用行为时的版本',
  same: '轻重没有变化，适用行为时的版本',
} as const;

function factorPaths({ circumstances, violation }: Context['file']): string[] {
  return [
    'provisions.punishing',
    ...Object.keys(circumstances?.factors ?? {}).map((factor) => `circumstances.factors.${factor}`),
    ...Object.keys(violation.amounts ?? {}).map((base) => `violation.amounts.${base}.yuan`),
  ];
}
