import { hearingHeld } from '../../hearing/hearing-held.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { lacksRefusalNote } from '../../steps/lacks-refusal-note.ts';

/** C3-14 听证笔录核对签字. */
export const hearingRecordSigned = rule({
  id: 'C3-14',
  criterion: 3,
  question: '听证笔录是否经当事人核对后签字，拒绝签字的是否由主持人注明？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(64, '听证制作笔录，交当事人核对后签字，拒绝的由主持人注明', { paragraph: 1, item: 8 }),
    formerPenaltyLaw(42, '听证制作笔录，交当事人审核后签字', { paragraph: 1, item: 7 }),
  ],
  reading: '录音的机器转写文字不是听证笔录；旧法没有写明拒签由主持人注明，注明了的同样视为符合。',
  lawOf: ({ file }) => file.hearing?.heldOn,
  about: (context) => {
    const ended = hearingHeld(context);
    if (ended) return ended;
    const { hearing } = context.file;
    return hearing?.endedBy === 'absence'
      ? notApplicable('当事人未到场，听证终止，没有需要当事人核对的笔录。', ['hearing.endedBy'])
      : (hearing?.record ?? unclear('案卷没有听证笔录的记载。', ['听证笔录'], ['hearing']));
  },
  decide: (record, { file }) => {
    const { transcriptOnly, refusalNoted, signedByParty, checkedByParty } = record;
    if (transcriptOnly) return notMet('只有录音转写文字，没有听证笔录。', ['hearing.record.transcriptOnly']);
    if (refusalNoted) return met('当事人拒绝签字，主持人已在笔录中注明。', ['hearing.record.refusalNoted']);
    const paths = ['hearing.record.signedByParty', 'hearing.record.checkedByParty'];
    if (signedByParty && checkedByParty) return met('听证笔录经当事人核对并签字。', paths);
    if (signedByParty === false) {
      const { paper } = file.hearing ?? {};
      const text = file.papers?.find(({ id, kind }) =>
        paper ? id === paper : kind === 'hearing-record',
      )?.text;
      return refusalNoted === undefined && !lacksRefusalNote(text)
        ? unclear('听证笔录没有当事人签字，主持人是否注明没有载明。', ['主持人对拒签的注明'], paths)
        : notMet('听证笔录没有当事人签字，主持人也没有注明拒签。', [...paths, 'hearing.record.refusalNoted']);
    }
    if (signedByParty && checkedByParty === false) return notMet('听证笔录没有交当事人核对即签字。', paths);
    const missing = [
      ...(signedByParty === undefined ? ['听证笔录的签字情况'] : []),
      ...(checkedByParty === undefined ? ['听证笔录的核对情况'] : []),
    ];
    return unclear(`案卷未载明${missing.join('、')}。`, missing, ['hearing.record']);
  },
});
