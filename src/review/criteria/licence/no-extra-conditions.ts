import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { NORM_LEVELS } from '../../../law/penalties.ts';
import { licenceLaw } from '../../rules/licence-law.ts';
import { type Licence, licenceRule } from '../../rules/licence-rule.ts';
import { type Answer, met, notMet, unclear } from '../../rules/rule.ts';

type Condition = NonNullable<Licence['conditions']>[number];
type Fee = NonNullable<Licence['licenceFees']>[number];

/** XK-10 不得增设条件、不得收费. */
export const noExtraConditions = licenceRule({
  id: 'XK-10',
  criterion: 5,
  question: '许可条件是否没有违反上位法增设，收费是否有法律、行政法规依据？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    licenceLaw(16, '法规、规章不得增设许可，不得增设违反上位法的其他条件', {
      paragraph: 4,
      states: ['不得增设违反上位法的其他条件'],
    }),
    licenceLaw(58, '实施许可和监督检查不得收费，法律、行政法规另有规定的除外', {
      paragraph: 1,
      states: ['不得收取任何费用'],
    }),
  ],
  reading: '收费只认法律、行政法规的依据，地方性法规、规章和规范性文件不足；零元的收费不算收费。',
  judge: ({ conditions, licenceFees }, { book }) => [
    ...conditionsOf(conditions),
    ...feesOf(licenceFees, book),
  ],
});

function conditionsOf(conditions: Condition[] | undefined): Answer[] {
  const paths = ['licence.conditions'];
  if (!conditions || conditions.length === 0) {
    return [unclear('所要求的许可条件没有载明。', ['许可条件'], paths)];
  }
  return conditions.map(({ text, beyondLaw }, index) => {
    const path = [`licence.conditions.${index}.beyondLaw`];
    if (beyondLaw === undefined) {
      return unclear(`条件“${text}”是否违反上位法增设没有核对。`, [`条件“${text}”是否违反上位法增设`], path);
    }
    return beyondLaw
      ? notMet(`不得增设违反上位法的条件，“${text}”属于增设。`, path)
      : met(`条件“${text}”没有违反上位法。`, path);
  });
}

function feesOf(fees: Fee[] | undefined, book: ReferenceBook): Answer[] {
  const paths = ['licence.licenceFees'];
  if (!fees) return [unclear('是否收费没有载明。', ['许可收费'], paths)];
  if (fees.length === 0) return [met('没有收费。', paths)];
  return fees.map((fee, index) => feeGrounded(fee, `licence.licenceFees.${index}`, book));
}

function feeGrounded(
  { name, amount, chargedUnder, ungrounded }: Fee,
  place: string,
  book: ReferenceBook,
): Answer {
  if (amount === 0) return met(`没有收取${name}。`, [`${place}.amount`]);
  const paths = [`${place}.amount`, `${place}.chargedUnder`, `${place}.ungrounded`];
  if (ungrounded) return notMet(`收取${name}没有法律、行政法规依据。`, paths);
  if (!chargedUnder) return unclear(`${name}的收费依据没有载明。`, [`${name}的收费依据`], paths);
  const { law } = chargedUnder;
  const level = book.levelOf(law) ?? chargedUnder.level;
  if (!level) return unclear(`《${law}》的层级没有查明。`, [`《${law}》的规范层级`], paths);
  return level === 'law' || level === 'administrative-regulation'
    ? met(`${name}依据《${law}》收取。`, paths)
    : notMet(`收费应有法律、行政法规依据，${name}依据的《${law}》是${NORM_LEVELS[level]}。`, paths);
}
