import { chineseDay } from '../../../law/dates.ts';
import { COMPULSION_WORKING_DAYS, compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule } from '../../rules/compulsion-rule.ts';
import { elementsStated } from '../../rules/elements-stated.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';

const DAYS = 3;

/** QZ-16 代履行. */
export const substituteSteps = compulsionRule({
  id: 'QZ-16',
  criterion: 3,
  question: '代履行是否先送达决定书、三个工作日前催告、派员到场监督并由各方签名？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(50, '经催告仍不履行排除妨碍、恢复原状等义务的，可代履行'),
    compulsionLaw(51, '先送达决定书，三日前催告，派员到场监督，完毕后各方签名', {
      paragraph: 1,
      states: ['三日前'],
    }),
    compulsionLaw(51, '费用按成本合理确定，由当事人承担', { paragraph: 2 }),
    compulsionLaw(52, '须立即清除遗洒物、障碍物、污染物的，可立即代履行', { states: ['立即实施代履行'] }),
    COMPULSION_WORKING_DAYS,
  ],
  reading:
    '催告送达日与代履行日之间数满三个工作日，代履行当日不计；立即代履行不须事先送达决定书和催告，当事人不在场的须事后立即通知。',
  kinds: ['substitute'],
  none: '案卷没有代履行。',
  judge: (entry, path) => {
    const { substitute = {} } = entry;
    if (!substitute.doneOn && !substitute.immediate) {
      return entry.startedOn || entry.startedAt
        ? unclear('代履行的实施日期没有载明。', ['代履行的实施日期'], [path])
        : notApplicable('尚未实施代履行。', [`${path}.substitute.doneOn`]);
    }
    return substitute.immediate
      ? [afterwards(substitute, path), attended(substitute, path), signed(substitute, path)]
      : [
          content(substitute, path),
          servedFirst(substitute, path),
          demanded(substitute, path),
          attended(substitute, path),
          signed(substitute, path),
        ];
  },
});

type Substitute = NonNullable<Compulsion['substitute']>;

function content(substitute: Substitute, path: string): Answer {
  return elementsStated(
    substitute,
    `${path}.substitute`,
    {
      partyNamed: '当事人名称',
      addressNamed: '当事人地址',
      reasonsStated: '理由',
      basisStated: '依据',
      mannerStated: '方式',
      timeStated: '时间',
      targetStated: '标的',
      costStated: '费用预算',
      performerStated: '代履行人',
    },
    '代履行决定书',
  );
}

/** Served late, or demanded late, is a fault unless the clearing was immediate: that must be known. */
function unlessImmediate({ immediate }: Substitute, path: string, fault: Answer): Answer {
  const paths = [...fault.paths, `${path}.substitute.immediate`];
  if (immediate === false) return { ...fault, paths };
  const said = fault.reason.replace(/。$/, '');
  return unclear(`${said}，是否属于立即清除没有载明。`, ['是否属于立即代履行'], paths);
}

function servedFirst(substitute: Substitute, path: string): Answer {
  const { decisionServedOn: served, doneOn = '' } = substitute;
  const paths = [`${path}.substitute.decisionServedOn`, `${path}.substitute.doneOn`];
  if (!served) return unclear('代履行决定书何时送达没有载明。', ['代履行决定书的送达日期'], paths);
  const found = `代履行决定书于${chineseDay(served)}送达，${chineseDay(doneOn)}代履行`;
  if (served < doneOn) return met(`${found}。`, paths);
  return unlessImmediate(substitute, path, notMet(`${found}，应先送达决定书。`, paths));
}

function demanded(substitute: Substitute, path: string): Answer {
  const { demandedOn, doneOn = '' } = substitute;
  const paths = [`${path}.substitute.demandedOn`, `${path}.substitute.doneOn`];
  if (!demandedOn) return unclear('代履行前何时催告没有载明。', ['代履行前的催告日期'], paths);
  const count = withinWorkingDays(doneOn, -DAYS, demandedOn, paths);
  if (isAnswer(count)) return count;
  const found = `${chineseDay(doneOn)}代履行，最迟应于${count.last}催告，实际于${chineseDay(demandedOn)}催告`;
  if (count.within) return met(`${found}。`, paths, { steps: count.steps });
  return unlessImmediate(
    substitute,
    path,
    notMet(`${found}，不足三个工作日。`, paths, { steps: count.steps }),
  );
}

function attended({ attended: there }: Substitute, path: string): Answer {
  const paths = [`${path}.substitute.attended`];
  if (there === undefined) return unclear('机关是否派员到场监督没有载明。', ['是否派员到场监督'], paths);
  return there ? met('机关派员到场监督。', paths) : notMet('机关没有派员到场监督。', paths);
}

function signed(substitute: Substitute, path: string): Answer {
  return elementsStated(
    substitute,
    `${path}.substitute`,
    {
      supervisorSigned: '监督人员签名',
      performerSigned: '代履行人签名',
      partyOrWitnessSigned: '当事人或者见证人签名',
    },
    '执行文书',
  );
}

function afterwards({ partyPresent, toldAfterwards }: Substitute, path: string): Answer {
  const place = `${path}.substitute`;
  const paths = [`${place}.immediate`, `${place}.partyPresent`, `${place}.toldAfterwards`];
  if (partyPresent) return met('立即代履行，当事人在场。', paths);
  if (toldAfterwards) return met('立即代履行，事后已立即通知当事人。', paths);
  return partyPresent === false && toldAfterwards === false
    ? notMet('立即代履行时当事人不在场，事后没有立即通知。', paths)
    : unclear('立即代履行时当事人是否在场、事后是否通知没有载明。', ['事后是否立即通知当事人'], paths);
}
