import { citationText } from '../../../law/citation.ts';
import type { Day } from '../../../law/dates.ts';
import type { NormLevel, PenaltyType } from '../../../law/penalties.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  type Context,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { outcomeOf } from '../../screening/outcome-of.ts';
import { actDay } from '../../steps/act-day.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';

const PUNISHING = 'provisions.punishing';

export const localRegulationLimits = rule({
  id: 'C5-27',
  criterion: 5,
  question: '作为依据的地方性法规是否没有设定限制人身自由、吊销营业执照的处罚？',
  severity: 'block',
  consequence: 'void',
  basis: [
    penaltyLaw('12', '地方性法规不能设定限制人身自由、吊销营业执照。', {
      paragraph: 1,
      states: ['限制人身自由、吊销营业执照以外'],
    }),
    penaltyLaw('10', '限制人身自由只能由法律设定。', { paragraph: 2, states: ['只能由法律设定'] }),
    formerPenaltyLaw('11', '地方性法规不能设定限制人身自由、吊销企业营业执照。', { paragraph: 1 }),
    formerPenaltyLaw('9', '限制人身自由只能由法律设定。', { paragraph: 2 }),
  ],
  reading:
    '一并引用的法律（吊销营业执照还包括行政法规）本身规定了该种处罚的，不算地方性法规设定。库中的罚则不分吊销哪一证件，只在本案吊销证件时核对是不是营业执照；吊销其他许可证件不受限制。',
  about: ({ file, book }) => {
    const outcome = outcomeOf(file);
    if (isAnswer(outcome)) return outcome;
    if (outcome.result !== 'penalty') return notApplicable('本案没有给予处罚。', [outcome.path]);
    const punishing = file.provisions?.punishing;
    if (!punishing?.length) return unclear('处罚依据没有载明。', ['处罚依据的条款'], [PUNISHING]);
    const cited = punishing.map((citation) => ({
      citation,
      level: book.levelOf(citation.law) ?? citation.level,
    }));
    const unknown = cited
      .filter(({ level }) => !level)
      .map(({ citation }) => `《${citation.law}》的规范层级`);
    if (unknown.length > 0) return unclear(`不能确定${unknown.join('、')}。`, unknown, [PUNISHING]);
    if (!cited.some(({ level }) => level === 'local-regulation')) {
      return notApplicable('处罚依据不是地方性法规。', [PUNISHING]);
    }
    const act = actDay(file);
    return act
      ? { cited, day: act.day, paths: [PUNISHING, act.path] }
      : unclear('违法行为的日期没有载明。', ['违法行为发生日或者终了日'], ['violation']);
  },
  decide: ({ cited, day, paths }, context) => {
    const byHigher = (type: PenaltyType, levels: NormLevel[]): boolean =>
      cited.some(
        ({ citation, level }) =>
          level &&
          levels.includes(level) &&
          context.book.sanctionOf(citation, day)?.types.includes(type) === true,
      );
    return combine(
      cited
        .filter(({ level }) => level === 'local-regulation')
        .map(({ citation }): Answer => {
          const text = citationText(citation);
          const types = typesOf(citation, day, context);
          if (!types) return unclear(`需要核对${text}的罚则，法规库中没有。`, [`${text}的罚则`], paths);
          if (types.includes('detention') && !byHigher('detention', ['law'])) {
            return notMet(`限制人身自由的处罚只能由法律设定，${text}设定了行政拘留。`, paths);
          }
          return types.includes('revoke') && !byHigher('revoke', ['law', 'administrative-regulation'])
            ? judgeRevocation(text, paths, context)
            : met(`${text}没有设定限制人身自由、吊销营业执照的处罚。`, paths);
        }),
      notApplicable('处罚依据不是地方性法规。', [PUNISHING]),
    );
  },
});

function typesOf(
  citation: Parameters<Context['book']['sanctionOf']>[0],
  day: Day,
  { book }: Context,
): PenaltyType[] | undefined {
  return book.sanctionOf(citation, day)?.types;
}

function judgeRevocation(text: string, paths: string[], { file }: Context): Answer {
  const judged = judgedPenalties(file);
  if (isAnswer(judged)) return judged;
  const revoked = judged.penalties.filter(({ type }) => type === 'revoke');
  const where = [...paths, judged.path];
  if (revoked.length === 0) return met(`依${text}处罚，没有吊销证件。`, where);
  if (revoked.some((penalty) => penalty.text?.includes('营业执照'))) {
    return notMet(`地方性法规不能设定吊销营业执照，${judged.name}依${text}吊销营业执照。`, where);
  }
  return revoked.every((penalty) => penalty.text)
    ? met(`依${text}吊销的不是营业执照。`, where)
    : unclear(`依${text}吊销证件，是不是营业执照没有载明。`, ['吊销的是哪一证件'], where);
}
