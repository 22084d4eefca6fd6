import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { hearingDue } from '../../hearing/hearing-due.ts';
import { hearingTold } from '../../hearing/hearing-told.ts';
import { formerPenaltyLaw, penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { beforeDecision, decisionDay } from '../../steps/decision-day.ts';
import { dossierSilent } from '../../steps/dossier-silent.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';
import { papersSilent } from '../../steps/papers-silent.ts';
import { withinFormerDays } from '../../steps/within-former-days.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';

/** Words by which any paper tells that a hearing took place or was called. */
const HEARD =
  /听证笔录|听证报告|听证通知|听证(?:会)?已?于|听证主持人|(?:于|已|日)[^，。；\n未不]{0,14}(?:举行|召开|组织)[^，。；\n]{0,6}听证/;
const PAPERS: PaperKind[] = ['hearing-record', 'hearing-report', 'hearing-notice'];
const ENDED = { absence: '未到场', left: '中途退出' };

/** C3-11 当事人要求听证的已组织听证. */
export const hearingHeldOnRequest = rule({
  id: 'C3-11',
  criterion: 3,
  question: '当事人在期限内要求听证的，是否组织了听证？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(63, '当事人要求听证的应当组织', { paragraph: 1 }),
    penaltyLaw(64, '无正当理由不到场或者中途退出的，视为放弃，听证终止', { paragraph: 1, item: 6 }),
    formerPenaltyLaw(42, '当事人要求听证的应当组织', { paragraph: 1 }),
  ],
  reading:
    '未告知听证权利而当事人要求听证的，申请期限没有起算，视为在期限内；要求之后书面放弃的，与书面撤回相同。',
  lawOf: ({ file }) => hearingTold(file).on ?? file.hearing?.requestedOn,
  about: ({ file, profile, today }) => {
    const { hearing } = file;
    if (hearing?.requested === false) return notApplicable('当事人没有要求听证。', ['hearing.requested']);
    if (hearing?.requested) return hearing;
    if (hearing?.waivedOn) return notApplicable('当事人书面放弃听证。', ['hearing.waivedOn']);
    if (!hearing && beforeDecision(file) && !file.priorNotices?.length) {
      return notApplicable('尚未事先告知，当事人没有要求听证。');
    }
    const due = hearingDue(file, profile, file.decision?.date ?? today);
    return due.due === false && !hearing
      ? notApplicable('拟处罚未达到听证标准，案卷中没有听证申请。', due.paths)
      : unclear('案卷未载明当事人是否要求听证。', ['是否要求听证']);
  },
  decide: (hearing, { file, profile }) => {
    const paths = [
      'hearing.requested',
      ...(hearing.held === undefined ? [] : ['hearing.held']),
      ...(hearing.endedBy ? ['hearing.endedBy'] : []),
    ];
    if (hearing.endedBy === 'withdrawn') return met('当事人书面撤回申请，听证依法终止。', paths);
    if (hearing.endedBy === 'absence' || hearing.endedBy === 'left') {
      return endedByParty(ENDED[hearing.endedBy], hearing.absence?.goodReason, paths);
    }
    if (hearing.held) {
      const made = decisionDay(file);
      if (isAnswer(made)) {
        return made.answer === 'unclear' ? made : met('当事人要求听证，已组织听证，尚未作出决定。', paths);
      }
      if (!hearing.heldOn)
        return unclear('听证举行日期没有载明，是否在决定之前不明。', ['听证举行日期'], paths);
      paths.push('hearing.heldOn', 'decision.date');
      if (hearing.heldOn > made) {
        return notMet(
          `听证应在${chineseDay(made)}决定前举行，实际于${chineseDay(hearing.heldOn)}举行。`,
          paths,
        );
      }
      return met('当事人要求听证，已组织听证。', paths);
    }
    if (endsWithoutPenalty(file)) {
      return notApplicable('本案决定没有给予行政处罚，不再需要听证。', ['decision.result', ...paths]);
    }
    const waivedOn = hearing.waivedOn;
    const day = decisionDay(file);
    if (waivedOn && hearing.requestedOn && waivedOn >= hearing.requestedOn) {
      if (isAnswer(day) && day.answer === 'unclear') return day;
      if (isAnswer(day) || waivedOn <= day) {
        return met(`当事人要求听证后，于${chineseDay(waivedOn)}书面放弃。`, [
          ...paths,
          'hearing.requestedOn',
          'hearing.waivedOn',
        ]);
      }
    } else if (waivedOn && !hearing.requestedOn) {
      return unclear(
        '当事人要求过听证，也书面放弃过，先后不明。',
        ['听证申请日期'],
        [...paths, 'hearing.waivedOn'],
      );
    }
    const late = requestedLate(file, hearing.requestedOn);
    if (late && late.answer !== 'met') return late;
    if (isAnswer(day) && day.answer === 'not-applicable') {
      return notApplicable('当事人已要求听证，尚未作出决定，作出决定前应当组织听证。', paths);
    }
    const never =
      hearing.held === undefined &&
      !hearing.heldOn &&
      (dossierSilent(file, profile, PAPERS, HEARD) || papersSilent(file, { kinds: PAPERS, words: HEARD }));
    return hearing.held === false || never
      ? notMet(
          '当事人在期限内要求听证，没有组织听证。',
          never ? [...paths, 'papers', 'decision.date'] : paths,
        )
      : unclear('当事人要求听证，案卷未载明是否组织。', ['是否组织听证'], paths);
  },
});

/** Only an unexcused absence, or leaving without permission, is a waiver. */
function endedByParty(how: string, goodReason: boolean | undefined, paths: string[]): Answer {
  if (goodReason === undefined) {
    return unclear(
      `当事人${how}，听证终止；有没有正当理由，案卷未载明。`,
      [`当事人${how}有没有正当理由`],
      paths,
    );
  }
  const seen = [...paths, 'hearing.absence.goodReason'];
  return goodReason
    ? notMet(`当事人${how}有正当理由，不能视为放弃，没有另行组织听证。`, seen)
    : met(`当事人无正当理由${how}，听证依法终止。`, seen);
}

/** Not applicable for a late request, met for one in time, unclear when a day is missing or the count is open. */
function requestedLate(file: Parameters<typeof hearingTold>[0], requestedOn?: Day): Answer | undefined {
  const told = hearingTold(file);
  if (told.told === false) return undefined;
  const missing = [...(told.on ? [] : ['听证权利告知的送达日期']), ...(requestedOn ? [] : ['听证申请日期'])];
  if (!told.on || !requestedOn) {
    return unclear(`判断申请是否在期限内需要${missing.join('、')}，案卷未载明。`, missing, [
      'hearing.requested',
    ]);
  }
  const paths = [...told.paths, 'hearing.requestedOn'];
  const former = told.on < REVISED_ON;
  const count = former
    ? withinFormerDays(told.on, 3, requestedOn, paths, true)
    : withinWorkingDays(told.on, 5, requestedOn, paths);
  if (isAnswer(count)) return count;
  const found = `听证权利于${chineseDay(told.on)}告知，当事人于${chineseDay(requestedOn)}要求听证`;
  if (count.within === 'depends')
    return unclear(`${found}，旧法三日的算法未定明。`, ['当时当地对“三日”的算法'], paths);
  return count.within
    ? met(`${found}，在期限内。`, paths, { steps: count.steps })
    : notApplicable(
        `${found}，超过${former ? '三日' : '五个工作日'}的期限，是否仍举行由机关决定并说明。`,
        paths,
      );
}
