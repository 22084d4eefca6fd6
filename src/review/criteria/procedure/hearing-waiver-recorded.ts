import { hearingHeld } from '../../hearing/hearing-held.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

const ABSENT = { absence: '未到场', left: '中途退出' };

/** C3-16 视为放弃听证的记录. */
export const hearingWaiverRecorded = rule({
  id: 'C3-16',
  criterion: 3,
  question: '当事人未到场或者中途退出、视为放弃听证的，是否记录了经过、无正当理由和听证终止？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(64, '无正当理由不到场或者未经许可中途退出的，视为放弃，听证终止', { paragraph: 1, item: 6 }),
  ],
  reading: '代理人到场的不算未到场；中途退出经主持人许可的，按有正当理由对待；理由是否正当由人判断后录入。',
  lawOf: ({ file }) => file.hearing?.heldOn,
  about: (context) => {
    const { hearing } = context.file;
    const { endedBy, record } = hearing ?? {};
    if (endedBy === 'absence' || endedBy === 'left') return { how: ABSENT[endedBy], ...hearing?.absence };
    if (endedBy) return notApplicable('听证没有因当事人未到场或者退出而终止。', ['hearing.endedBy']);
    const ended = hearingHeld(context);
    if (ended) return ended;
    return record?.signedByParty
      ? notApplicable('当事人在听证笔录上签字，没有未到场或者退出。', ['hearing.record.signedByParty'])
      : unclear('案卷未载明听证如何结束。', ['听证如何结束'], ['hearing']);
  },
  decide: ({ how, recorded, goodReason, endRecorded }) =>
    combine(
      [
        stated(recorded, `当事人${how}的经过`, 'recorded'),
        reason(how, goodReason),
        stated(endRecorded, '听证终止', 'endRecorded'),
      ],
      unclear('无法核对听证终止的记录。', ['听证终止的记录']),
    ),
});

function stated(value: boolean | undefined, what: string, key: string): Answer {
  const paths = ['hearing.endedBy', `hearing.absence.${key}`];
  if (value === undefined) {
    return unclear(`案卷未载明${what}有没有记录。`, [`${what}的记录`], ['hearing.endedBy']);
  }
  return value ? met(`${what}已记录。`, paths) : notMet(`${what}应当记录，没有记录。`, paths);
}

function reason(how: string, goodReason: boolean | undefined): Answer {
  const paths = ['hearing.endedBy', 'hearing.absence.goodReason'];
  if (goodReason === undefined) {
    return unclear(`当事人${how}有没有正当理由，案卷未载明。`, [`${how}有没有正当理由`], ['hearing.endedBy']);
  }
  return goodReason
    ? notMet(`当事人${how}有正当理由，不能视为放弃听证。`, paths)
    : met(`当事人${how}没有正当理由。`, paths);
}
