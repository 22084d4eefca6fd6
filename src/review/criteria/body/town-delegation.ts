import { chineseDay } from '../../../law/dates.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { plainName, profileCovers } from '../../steps/agency-names.ts';
import { judgedDay } from '../../steps/decision-day.ts';

/** C1-05 乡镇、街道的赋权. */
export const townDelegation = rule({
  id: 'C1-05',
  criterion: 1,
  question: '乡镇、街道处罚的，省级决定是否已公布，且本事项在赋权清单内？',
  severity: 'block',
  consequence: 'void',
  certainty: 'statute',
  basis: [
    penaltyLaw(24, '省级决定可把县级部门的处罚权交给乡镇、街道，决定应公布', { paragraph: 1 }),
    penaltyLaw(23, '处罚一般由县级以上地方政府有处罚权的机关管辖'),
  ],
  about: ({ file, profile }) => {
    const { level } = file.agency;
    if (level === undefined) return unclear('案卷未载明处罚机关的层级。', ['处罚机关层级']);
    if (level !== 'town') return notApplicable('处罚机关不是乡镇人民政府或者街道办事处。', ['agency.level']);
    if (profileCovers(profile, file) === false || profile.townDelegations.length === 0) {
      return unclear('没有载入当地的赋权决定，无法核对。', ['省级赋权决定'], ['agency.level']);
    }
    const item = file.violation.itemCode;
    if (!item)
      return unclear('案件未载明执法事项编码，无法核对赋权清单。', ['执法事项编码'], ['agency.level']);
    return item;
  },
  decide: (item, { file, profile, today }) => {
    const on = judgedDay(file, today);
    if (isAnswer(on)) return on;
    const paths = ['agency.level', 'agency.name', 'violation.itemCode'];
    const handed = profile.townDelegations.filter(
      ({ town, items }) => plainName(town) === plainName(file.agency.name) && items.includes(item),
    );
    const valid = handed.find(
      ({ publishedOn, from, to }) => publishedOn <= on && from <= on && (!to || on <= to),
    );
    if (valid) {
      return met(
        `${valid.document}于${chineseDay(valid.publishedOn)}公布，${chineseDay(on)}时事项 ${item} 已交由“${file.agency.name}”行使。`,
        paths,
      );
    }
    const other = handed[0];
    return notMet(
      other
        ? `${other.document}于${chineseDay(other.publishedOn)}公布、自${chineseDay(other.from)}${other.to ? `至${chineseDay(other.to)}` : '起'}施行，不覆盖${chineseDay(on)}。`
        : `已公布的赋权决定没有把事项 ${item} 交由“${file.agency.name}”行使。`,
      paths,
    );
  },
});
