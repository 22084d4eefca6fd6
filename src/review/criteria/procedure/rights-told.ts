import type { CaseFile } from '../../../cases/case-file.ts';
import { hearingDue } from '../../hearing/hearing-due.ts';
import { hearingTold } from '../../hearing/hearing-told.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { beforeDecision } from '../../steps/decision-day.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';
import { priorNotices, type ServedNotice } from '../../steps/prior-notices.ts';

const RIGHTS = { statement: '陈述', defence: '申辩', hearing: '要求听证' } as const;

/** C3-04 告知书载明各项权利. */
export const rightsTold = rule({
  id: 'C3-04',
  criterion: 3,
  question: '告知书是否载明陈述、申辩的权利，应当听证的是否载明听证的权利？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(44, '告知依法享有的陈述、申辩、要求听证等权利'),
    penaltyLaw(63, '列举应当告知听证权利的情形', { paragraph: 1 }),
    formerPenaltyLaw(31, '告知依法享有的权利'),
    formerPenaltyLaw(42, '列举应当告知听证权利的情形', { paragraph: 1 }),
  ],
  reading: '听证权利另用听证告知书告知的，视为已经载明。',
  lawOf: ({ file }) => priorNotices(file).at(-1)?.servedOn,
  about: ({ file }) => {
    const notices = priorNotices(file);
    const last = notices.at(-1);
    if (last) return last;
    if (endsWithoutPenalty(file)) {
      return notApplicable('本案决定没有给予行政处罚，不需事先告知。', ['decision.result']);
    }
    return beforeDecision(file)
      ? notApplicable('尚未作出事先告知。')
      : unclear('案卷没有事先告知的记载。', ['事先告知书']);
  },
  decide: ({ notice, path, servedOn }, { file, profile, today }) => {
    const { rights } = notice;
    if (!rights && silent(notice, file)) {
      return notMet('告知书应载明陈述、申辩的权利，通篇没有提到。', [`${path}.rights`, `${path}.paper`]);
    }
    if (!rights) return unclear('告知书载明了哪些权利，没有人核对。', ['告知书载明的权利'], [path]);
    const paths = [`${path}.rights`];
    const absent = (['statement', 'defence'] as const).filter((right) => !rights.includes(right));
    const answers: Answer[] = [
      absent.length > 0
        ? notMet(`告知书应载明${absent.map((right) => RIGHTS[right]).join('、')}的权利，没有载明。`, paths)
        : met('告知书载明了陈述、申辩的权利。', paths),
    ];
    const due = hearingDue(file, profile, servedOn ?? file.decision?.date ?? today);
    const told = hearingTold(file);
    if (due.due === undefined && !told.told) {
      answers.push(unclear('是否应当告知听证权利不明，告知书没有载明听证权利。', due.unknown, due.paths));
    }
    if (due.due) {
      answers.push(
        told.told
          ? met('应当听证，听证的权利已经告知。', [...told.paths, ...due.paths])
          : notMet(`${due.why[0]}，应当告知听证的权利，没有告知。`, [...paths, ...due.paths]),
      );
    }
    return combine(answers, notApplicable('尚未作出事先告知。'));
  },
});

/** A notice that is there to its date and signature and has no word of being heard. */
function silent({ date, organName, paper }: ServedNotice['notice'], { papers = [] }: CaseFile): boolean {
  const own = papers.filter(({ kind, id }) => (paper ? id === paper : kind === 'prior-notice'));
  const [text] = own.map((one) => one.text);
  return (
    own.length === 1 &&
    Boolean(date && organName) &&
    text !== undefined &&
    !/陈[ \u3000]*述|申[ \u3000]*辩/.test(text)
  );
}
