import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay } from '../../../law/dates.ts';
import { fen, yuan } from '../../../law/money.ts';
import { fineSum } from '../../benchmark/fine-span.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
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
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';
import { agencyTexts } from '../../words/agency-texts.ts';

type Judgment = NonNullable<Context['file']['criminalJudgment']>;

const FINE = 'criminalJudgment.fine';
const EARLIER = 'criminalJudgment.earlierFine';
const SET_OFF = 'criminalJudgment.setOff';

export const criminalSetOff = rule({
  id: 'C5-28',
  criterion: 5,
  question: '人民法院已判处罚金的，是否不再罚款，或者已罚的款已折抵？',
  severity: 'major',
  consequence: 'annul',
  basis: [
    penaltyLaw('35', '已给予的罚款折抵罚金；判处罚金时尚未罚款的，不再罚款。', {
      paragraph: 2,
      states: ['折抵相应罚金', '不再给予罚款'],
    }),
    formerPenaltyLaw('28', '已给予的罚款折抵相应罚金。', { paragraph: 2 }),
  ],
  reading:
    '修订前的条文没有写明判处罚金后不再罚款，依折抵的本意作同样要求。决定早于判决的，本案罚款就是判决前的罚款，看是否折抵；晚于判决的，不论此前有无罚款都不再罚款。',
  about: ({ file }) => {
    const { criminalJudgment: judgment, referral } = file;
    if (!judgment) {
      const told = finedByCourt(file);
      if (told) {
        return notMet(`人民法院已就同一行为判处罚金（“${told.quote}”），不应再予罚款。`, [
          told.path,
          'decision.penalties',
        ]);
      }
      if (endsWithoutPenalty(file)) {
        return notApplicable('案卷没有刑事判决，本案没有给予处罚。', ['decision.result']);
      }
      return referral?.police?.decision === 'filed'
        ? unclear(
            '公安机关已经立案，刑事案件的结果没有载明。',
            ['刑事判决的结果'],
            ['referral.police.decision'],
          )
        : notApplicable('案卷没有刑事判决。');
    }
    if (judgment.fine === undefined) {
      return unclear('刑事判决是否判处罚金没有载明。', ['刑事判决的罚金'], [FINE]);
    }
    return judgment.fine === 0 ? notApplicable('刑事判决没有判处罚金。', [FINE]) : judgment;
  },
  decide: (judgment, { file }) => {
    const judged = judgedPenalties(file);
    if (isAnswer(judged)) {
      if (judged.answer === 'unclear') return judged;
      return withoutFine(judgment, [FINE, ...judged.paths]);
    }
    const sum = fineSum(judged);
    if (isAnswer(sum)) return sum;
    if (sum === undefined) return withoutFine(judgment, [FINE, judged.path]);
    const paths = [FINE, judged.path, 'decision.date', 'criminalJudgment.date'];
    const found = `已判处罚金${yuan(fen(judgment.fine ?? 0))}，${judged.name}罚款${yuan(sum)}`;
    switch (orderOf(judgment, file)) {
      case 'after':
        return notMet(`${found}，判处罚金后不再罚款。`, paths);
      case 'before':
        return setOff(judgment, `${found}，${chineseDay(file.decision!.date!)}决定在判决之前`, paths);
      default:
        return unclear(
          `${found}，决定和判决的先后不能确定。`,
          [
            ...(file.decision?.date ? [] : ['决定日期']),
            ...(judgment.date ? [] : ['刑事判决的日期']),
            ...(file.decision?.date && judgment.date ? ['决定和判决的先后'] : []),
          ],
          paths,
        );
    }
  },
});

function withoutFine(judgment: Judgment, paths: string[]): Answer {
  const { earlierFine } = judgment;
  const where = [...paths, EARLIER];
  if (earlierFine === undefined) {
    return unclear('本案没有罚款，判决前有无行政罚款没有载明。', ['判决前已作的行政罚款'], where);
  }
  return earlierFine > 0
    ? setOff(judgment, `判决前已罚款${yuan(fen(earlierFine))}`, where)
    : met('已判处罚金，判决前没有罚款，本案不再罚款。', where);
}

function setOff({ setOff: done }: Judgment, found: string, paths: string[]): Answer {
  const where = [...paths, SET_OFF];
  if (done === undefined) return unclear(`${found}，是否折抵罚金没有载明。`, ['罚款是否折抵罚金'], where);
  return done ? met(`${found}，已折抵罚金。`, where) : notMet(`${found}，应折抵罚金而没有折抵。`, where);
}

/** Whether the fine of this case comes before or after the judgment; nothing where the days do not tell. */
function orderOf(
  { date, earlierFine }: Judgment,
  { decision }: Context['file'],
): 'before' | 'after' | undefined {
  if (!decision || decision.draft) return 'after';
  if (decision.date && date && decision.date !== date) return decision.date > date ? 'after' : 'before';
  // No fine before the judgment: then this one is later.
  return earlierFine === 0 ? 'after' : undefined;
}

const COURT_FINE =
  /人民法院[^。；\n]{0,30}(?:就|对|因)[^。；\n]{0,20}(?:上述|同一|该|本案)[^。；\n]{0,40}判处[^。；\n]{0,24}罚金[^。；\n]{0,20}/;

/** A criminal fine for the same act that the agency's own papers tell, beside a fine that nothing sets off. */
function finedByCourt(file: CaseFile): { quote: string; path: string } | undefined {
  if (!file.decision?.penalties?.some(({ type }) => type === 'fine')) return undefined;
  const texts = agencyTexts(file);
  if (texts.some(({ text }) => /折抵|抵扣|不再(?:予以|给予|处)[^。；]{0,4}罚款/.test(text))) return undefined;
  for (const { text, path } of texts) {
    const quote = COURT_FINE.exec(text)?.[0];
    if (quote) return { quote, path };
  }
  return undefined;
}
