import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { hearingHeld } from '../../hearing/hearing-held.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { beforeDecision, decisionDay } from '../../steps/decision-day.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';

type HearingRecord = NonNullable<NonNullable<CaseFile['hearing']>['record']>;

/** C3-15 根据听证笔录作出决定. */
export const decisionFromRecord = rule({
  id: 'C3-15',
  criterion: 3,
  question: '决定是否在听证笔录签字之后、根据听证笔录作出，各争点是否都有回应？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [penaltyLaw(65, '听证结束后，根据听证笔录作出决定', { states: ['根据听证笔录'] })],
  reading:
    '程序只核对签字日、各争点的回应和经人录入的判断；决定的事实是否都在听证中提出过，由人比对后录入，没有录入的不作结论；当事人未到场、退出或者撤回的，没有完整的听证笔录，不适用。',
  about: (context) => {
    const ended = hearingHeld(context);
    if (ended) return ended;
    const { file } = context;
    const { endedBy, record } = file.hearing ?? {};
    if (endedBy && endedBy !== 'completed') {
      return notApplicable('听证中途终止，没有完整的听证笔录。', ['hearing.endedBy']);
    }
    if (endsWithoutPenalty(file)) {
      return notApplicable('本案决定没有给予行政处罚。', ['decision.result']);
    }
    if (beforeDecision(file)) return notApplicable('听证已经举行，尚未作出决定。', ['hearing']);
    const made = decisionDay(file);
    if (isAnswer(made)) return made;
    return record
      ? { record, made }
      : unclear('案件举行过听证，案卷没有听证笔录的记载。', ['听证笔录'], ['hearing']);
  },
  decide: ({ record, made }, { file }) => {
    const heldOn = file.hearing?.heldOn;
    if (record.transcriptOnly) {
      return notMet('决定应根据听证笔录作出，案卷只有录音转写文字。', ['hearing.record.transcriptOnly']);
    }
    const answers = [afterSigning(record, made, heldOn), ...later(file), outside(record), points(record)];
    return combine(answers, unclear('无法核对听证笔录。', ['听证笔录']));
  },
});

function afterSigning({ signedOn }: HearingRecord, made: Day, heldOn?: Day): Answer {
  if (!signedOn) {
    return unclear('案卷未载明听证笔录签字（注明拒签）的日期。', ['听证笔录签字日'], ['decision.date']);
  }
  if (!heldOn) {
    return unclear(
      '听证举行日期没有载明，不能核对笔录签字的日期。',
      ['听证举行日期'],
      ['hearing.record.signedOn'],
    );
  }
  if (signedOn < heldOn) {
    return unclear(
      `听证于${chineseDay(heldOn)}举行，笔录却于${chineseDay(signedOn)}签字，日期有误。`,
      ['听证和笔录签字的日期'],
      ['hearing.heldOn', 'hearing.record.signedOn'],
    );
  }
  const paths = ['hearing.record.signedOn', 'decision.date'];
  const found = `听证笔录于${chineseDay(signedOn)}签字，决定于${chineseDay(made)}作出`;
  if (signedOn > made) return notMet(`${found}，决定早于笔录。`, paths);
  return signedOn === made
    ? unclear(`${found}，同日的先后不明。`, ['听证笔录签字与决定的先后'], paths)
    : met(`${found}。`, paths);
}

/** Evidence of the decision that was only obtained when the hearing was over cannot have been put forward there. */
function later({ evidence = [], hearing }: CaseFile): Answer[] {
  const { heldOn } = hearing ?? {};
  return evidence.flatMap(({ name, obtainedOn, excluded }, index) =>
    heldOn && obtainedOn && obtainedOn > heldOn && !excluded
      ? [
          notMet(
            `证据“${name}”取得于${chineseDay(obtainedOn)}，听证于${chineseDay(heldOn)}举行，没有在听证中提出。`,
            [`evidence.${index}.obtainedOn`, 'hearing.heldOn'],
          ),
        ]
      : [],
  );
}

function outside({ outsideFacts }: HearingRecord): Answer {
  const paths = ['hearing.record.outsideFacts'];
  if (outsideFacts === undefined) {
    return unclear(
      '决定认定的事实是否都在听证中提出过，尚未由人比对。',
      ['决定是否依据了未经听证提出的事实'],
      ['hearing.record'],
    );
  }
  return outsideFacts
    ? notMet('决定依据了未在听证中提出的事实。', paths)
    : met('决定没有依据听证以外的事实。', paths);
}

function points({ points: all }: HearingRecord): Answer {
  if (!all) return unclear('听证笔录的争点没有录入。', ['听证笔录的争点及回应'], ['hearing.record']);
  return judgeEach(
    all,
    ({ text, answer }, index) =>
      answer ? undefined : notMet(`争点“${text}”没有回应。`, [`hearing.record.points.${index}`]),
    met(all.length > 0 ? `听证笔录的${all.length}个争点均有回应。` : '听证笔录没有争点。', [
      'hearing.record.points',
    ]),
  );
}
