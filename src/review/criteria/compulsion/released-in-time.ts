import { chineseDay, type Day } from '../../../law/dates.ts';
import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, SEALING } from '../../rules/compulsion-rule.ts';
import { type Answer, met, notMet, unclear } from '../../rules/rule.ts';
import { endedInTime } from './measure-limit.ts';

/** QZ-09 及时解除并退还. */
export const releasedInTime = compulsionRule({
  id: 'QZ-09',
  criterion: 3,
  question: '期限届满前是否作出处理或者解除决定，应解除的是否及时解除并立即退还财物？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(27, '在查封、扣押期限内作出处理决定'),
    compulsionLaw(28, '五种情形应及时解除，并立即退还财物', { states: ['及时作出解除', '立即退还'] }),
  ],
  reading:
    '“及时”“立即”没有天数：解除情形出现当日解除、解除当日退还的符合，隔日的由人判断；超过查封、扣押期限的不符合。',
  kinds: SEALING,
  none: '案卷没有查封、扣押。',
  judge: (entry, path, context) => {
    const inTime = endedInTime(entry, path, context);
    const { kind, decidedOn } = entry.ending ?? {};
    if (!decidedOn) return notYetReleased(entry, path, context.today) ?? inTime;
    if (inTime.answer !== 'met') return kind === 'released' ? [inTime, returned(entry, path)] : inTime;
    const paths = [...inTime.paths, `${path}.ending.kind`];
    if (!kind) return unclear('是解除还是作其他处理没有载明。', ['解除或者处理的方式'], paths);
    if (kind !== 'released') return met('在期限内作出处理决定。', paths);
    return [{ ...inTime, paths }, onGround(entry, path), returned(entry, path)];
  },
});

/** A reason to release that has arisen while nothing shows the release: the thirty days are no answer then. */
function notYetReleased({ ending }: Compulsion, path: string, today: Day): Answer | undefined {
  const { releaseGround: ground, groundOn } = ending ?? {};
  if (!ground || ground === 'expired' || !groundOn || groundOn >= today) return undefined;
  const paths = [`${path}.ending.releaseGround`, `${path}.ending.groundOn`, `${path}.ending.decidedOn`];
  return unclear(
    `解除的情形于${chineseDay(groundOn)}出现，应及时解除，何时解除没有载明。`,
    ['解除的日期'],
    paths,
  );
}

function onGround({ ending }: Compulsion, path: string): Answer {
  const { releaseGround: ground, groundOn, decidedOn } = ending ?? {};
  const paths = [`${path}.ending.releaseGround`, `${path}.ending.groundOn`, `${path}.ending.decidedOn`];
  if (!ground) return unclear('解除的情形没有载明。', ['解除的情形'], paths);
  if (ground === 'expired') return met('期限届满解除。', paths);
  if (!groundOn || !decidedOn) return unclear('解除情形何时出现没有载明。', ['解除情形出现的日期'], paths);
  return decidedOn <= groundOn
    ? met('解除情形出现当日解除。', paths)
    : unclear(
        `解除情形于${chineseDay(groundOn)}出现，${chineseDay(decidedOn)}解除，是否及时由人判断。`,
        ['解除是否及时'],
        paths,
      );
}

function returned({ ending }: Compulsion, path: string): Answer {
  const { decidedOn, returnedOn, returned: given } = ending ?? {};
  const paths = [`${path}.ending.decidedOn`, `${path}.ending.returnedOn`, `${path}.ending.returned`];
  if (given === false) return notMet('解除后没有退还财物。', paths);
  if (!returnedOn || !decidedOn) return unclear('财物何时退还没有载明。', ['退还财物的日期'], paths);
  return returnedOn <= decidedOn
    ? met('解除当日已退还财物。', paths)
    : unclear(
        `${chineseDay(decidedOn)}解除，${chineseDay(returnedOn)}退还，是否立即退还由人判断。`,
        ['是否立即退还'],
        paths,
      );
}
