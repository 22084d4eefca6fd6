import { judgeEach } from '../../rules/judge-each.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { actsOfCase, type PlacedAct } from './acts-of-case.ts';

/** Minutes between two places below which a person should look: our value, not the law's. */
const TRAVEL_MINUTES = 10;

/** C2-09 同一执法人员不得同时在两处. */
export const onePlaceAtATime = rule({
  id: 'C2-09',
  criterion: 2,
  question: '同一执法人员是否没有在重叠的时间出现在两处？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'practice',
  basis: [
    penaltyLaw(42, '由具有执法资格的人员实施，不少于两人', { paragraph: 1 }),
    penaltyLaw(40, '事实不清、证据不足的不得处罚'),
    formerPenaltyLaw(37, '调查或者检查时执法人员不少于两人', { paragraph: 1 }),
    formerPenaltyLaw(30, '事实不清的不得处罚'),
  ],
  otherBasis: [{ document: '实务做法（以当地为准）', gist: '案卷评查中的常见问题' }],
  reading: '只比对本案的执法行为；两处相隔不足十分钟的提示核实，十分钟是本系统的设定。',
  about: ({ file }) => actsOfCase(file),
  decide: (acts, { file }) => {
    const pairs = acts.flatMap((one, index) => acts.slice(index + 1).map((other) => [one, other] as const));
    const paths = acts.flatMap(({ path }) => [
      `${path}.officers`,
      `${path}.startedAt`,
      `${path}.endedAt`,
      `${path}.date`,
    ]);
    const unnamed = acts.filter(({ act }) => !act.officers);
    const found = judgeEach(
      pairs,
      ([one, other]) => {
        const shared = (file.officers ?? []).filter(
          ({ id }) => one.act.officers?.includes(id) && other.act.officers?.includes(id),
        );
        return shared.length === 0
          ? undefined
          : judgePair(one, other, shared.map(({ name }) => name).join('、'));
      },
      met('没有同一执法人员在重叠时间出现在两处的情形。', paths),
    );
    return acts.length > 1 && unnamed.length > 0 && found.answer === 'met'
      ? unclear(
          `${unnamed.map(({ name }) => name).join('、')}未载明执法人员，无法比对时间。`,
          ['各执法行为的人员'],
          unnamed.map(({ path }) => path),
        )
      : found;
  },
});

/** One place, or a room of it: 学院街88号 and 学院街88号办公室. */
function samePlace(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && (one.startsWith(other) || other.startsWith(one));
}

function judgePair(one: PlacedAct, other: PlacedAct, names: string): Answer | undefined {
  if (samePlace(one.act.place, other.act.place)) return undefined;
  if (one.day && other.day && one.day !== other.day && !overnight(one) && !overnight(other)) return undefined;
  const paths = [one, other].flatMap(({ path }) => [`${path}.startedAt`, `${path}.endedAt`, `${path}.place`]);
  const [a, b] = [span(one), span(other)];
  const what = `${names}参加的${one.name}与${other.name}`;
  if (!a || !b) {
    return unclear(
      `${what}缺少起止时间，不能排除时间重叠。`,
      [`${one.name}、${other.name}的起止时间`],
      paths,
    );
  }
  const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end);
  const overlap = gap < 0;
  if (gap >= TRAVEL_MINUTES) return undefined;
  if (!one.act.place || !other.act.place) {
    return unclear(`${what}时间相接或者重叠，地点未载明。`, [`${one.name}、${other.name}的地点`], paths);
  }
  return overlap
    ? notMet(`${what}时间重叠，地点分别为“${one.act.place}”和“${other.act.place}”。`, paths)
    : unclear(
        `${what}相隔${gap}分钟，两地能否到达需核实。`,
        [`“${one.act.place}”至“${other.act.place}”的路程时间`],
        paths,
      );
}

const minutes = (moment: string) => Date.parse(`${moment}${moment.length === 16 ? ':00' : ''}Z`) / 60_000;

function span({ act }: PlacedAct): { start: number; end: number } | undefined {
  if (!act.startedAt || !act.endedAt) return undefined;
  return { start: minutes(act.startedAt), end: minutes(act.endedAt) };
}

const overnight = ({ act, day }: PlacedAct): boolean =>
  act.endedAt !== undefined && day !== undefined && act.endedAt.slice(0, 10) > day;
