import { chineseDay } from '../../../law/dates.ts';
import { licenceLaw } from '../../rules/licence-law.ts';
import { type Licence, licenceRule } from '../../rules/licence-rule.ts';
import { type Answer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';

/** XK-05 告知利害关系人并听取意见. */
export const thirdPartiesHeard = licenceRule({
  id: 'XK-05',
  criterion: 3,
  question: '许可直接关系他人重大利益的，是否告知利害关系人并听取意见？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    licenceLaw(36, '直接关系他人重大利益的，告知利害关系人并听取意见', { states: ['利害关系人', '听取'] }),
  ],
  reading: '告知和听取应在决定之前；已告知而没有提出意见的，视为已听取；告知当日即决定的，由人判断。',
  judge: (licence) => {
    const { thirdPartiesTouched: touched, thirdParties } = licence;
    const paths = ['licence.thirdPartiesTouched', 'licence.thirdParties'];
    if (touched === false) return notApplicable('许可不直接关系他人重大利益。', paths);
    if (touched === undefined) {
      return unclear('许可是否直接关系他人重大利益没有载明。', ['是否直接关系他人重大利益'], paths);
    }
    if (!thirdParties || thirdParties.length === 0) {
      return unclear('许可直接关系他人重大利益，利害关系人没有列明。', ['利害关系人'], paths);
    }
    const { licenceDecision } = licence;
    if (!licenceDecision) {
      return notApplicable('尚未作出许可决定，决定前应告知利害关系人。', ['licence.licenceDecision']);
    }
    const decidedOn = licenceDecision.date;
    if (!decidedOn) {
      const path = 'licence.licenceDecision.date';
      return unclear('许可决定的日期没有载明。', ['许可决定的日期'], [path]);
    }
    return thirdParties.map((one, index) => judgeOne(one, `licence.thirdParties.${index}`, decidedOn));
  },
});

function judgeOne(
  { name, told, toldOn, heard, silent }: NonNullable<Licence['thirdParties']>[number],
  place: string,
  decidedOn: string,
): Answer {
  const paths = [
    `${place}.told`,
    `${place}.toldOn`,
    `${place}.heard`,
    `${place}.silent`,
    'licence.licenceDecision.date',
  ];
  if (told === false) return notMet(`没有告知利害关系人${name}。`, paths);
  if (toldOn && toldOn > decidedOn) {
    return notMet(`${chineseDay(decidedOn)}决定，${chineseDay(toldOn)}才告知利害关系人${name}。`, paths);
  }
  if (!toldOn) return unclear(`何时告知利害关系人${name}没有载明。`, [`告知${name}的日期`], paths);
  if (!heard && silent && toldOn === decidedOn) {
    return unclear(
      `${chineseDay(toldOn)}告知利害关系人${name}，当日即作出决定，是否留出提出意见的时间由人判断。`,
      [`是否给${name}留出提出意见的时间`],
      paths,
    );
  }
  if (heard || silent) return met(`已告知利害关系人${name}并听取意见。`, paths);
  return heard === false && silent === false
    ? notMet(`没有听取利害关系人${name}的意见。`, paths)
    : unclear(`是否听取利害关系人${name}的意见没有载明。`, [`${name}的意见`], paths);
}
