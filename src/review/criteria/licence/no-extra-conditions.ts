import { licenceLaw } from '../../licence-law.ts';
import { type Licence, licenceRule } from '../../licence-rule.ts';
import { type ActContext, type Answer, met, notMet, unclear } from '../../rule.ts';

/** XK-10 不得增设条件、不得收费. */
export const noExtraConditions = licenceRule({
  id: 'XK-10',
  criterion: 5,
  question: '许可是否没有增设违反上位法的条件，也没有违法收费？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    licenceLaw(16, '具体规定不得增设许可，不得增设违反上位法的条件', {
      paragraph: 4,
      states: ['不得增设'],
    }),
    licenceLaw(58, '实施许可和监督检查不得收费，法律、行政法规另有规定的除外', {
      paragraph: 1,
      states: ['不得收取任何费用'],
    }),
  ],
  reading: '收费只认法律、行政法规为依据；地方性法规、规章和收费文件不足。',
  judge: (licence, context) => [...conditions(licence), ...fees(licence, context)],
});

function conditions({ conditions: list }: Licence): Answer[] {
  const paths = ['licence.conditions'];
  if (!list) return [unclear('许可所要求的条件没有载明。', ['许可条件'], paths)];
  if (list.length === 0) return [met('没有在规定之外要求条件。', paths)];
  return list.map(({ text, beyondLaw }, index) => {
    const seen = [`licence.conditions.${index}.text`, `licence.conditions.${index}.beyondLaw`];
    if (beyondLaw === undefined) {
      return unclear(`条件“${text}”是否违反上位法增设没有查明。`, [`条件“${text}”的依据`], seen);
    }
    return beyondLaw
      ? notMet(`条件“${text}”违反上位法增设。`, seen)
      : met(`条件“${text}”没有违反上位法。`, seen);
  });
}

function fees({ licenceFees: list }: Licence, { book }: ActContext): Answer[] {
  const paths = ['licence.licenceFees'];
  if (!list) return [unclear('办理许可是否收费没有载明。', ['是否收费'], paths)];
  if (list.length === 0) return [met('没有收费。', paths)];
  return list.map(({ name, chargedUnder, ungrounded }, index) => {
    const place = `licence.licenceFees.${index}`;
    const seen = [`${place}.name`, `${place}.chargedUnder`, `${place}.ungrounded`];
    if (ungrounded) return notMet(`收取${name}没有依据。`, seen);
    if (!chargedUnder) return unclear(`收取${name}的依据没有载明。`, [`收取${name}的依据`], seen);
    const level = book.levelOf(chargedUnder.law) ?? chargedUnder.level;
    const norm = `《${chargedUnder.law}》`;
    if (!level) return unclear(`${norm}的规范层级没有查明。`, [`${norm}的规范层级`], seen);
    return level === 'law' || level === 'administrative-regulation'
      ? met(`收取${name}有${norm}为依据。`, seen)
      : notMet(`收取${name}应有法律、行政法规为依据，${norm}不足。`, seen);
  });
}
