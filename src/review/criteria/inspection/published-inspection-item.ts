import { penaltyLaw } from '../../rules/penalty-law.ts';
import { actRule, unclear } from '../../rules/rule.ts';
import { foreignProfile } from '../../screening/foreign-profile.ts';
import { inspectionDay } from '../../steps/inspection-visits.ts';
import { publishedItem } from '../../steps/published-item.ts';

/** JC-01 检查事项在公布的清单内. */
export const publishedInspectionItem = actRule({
  id: 'JC-01',
  actions: ['inspection'],
  criterion: 6,
  question: '检查事项是否在公布的行政检查事项清单内？',
  severity: 'block',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [penaltyLaw(39, '实施机关、立案依据、程序和救济渠道要公示')],
  otherBasis: [
    { document: '国办发〔2024〕54号（正文待核对）', gist: '行政检查事项要公布' },
    { document: '国办发〔2018〕118号（由示范文件转述）', gist: '公布随机抽查事项清单' },
  ],
  reading: '按检查当日有效的清单，以事项名称或者编码核对；清单之外的检查只影响机关内部责任。',
  lawOf: ({ file }) => inspectionDay(file)?.day,
  about: ({ file, profile }) => {
    const item = file.inspection?.inspectionItem;
    const held = inspectionDay(file);
    const paths = ['inspection.inspectionItem', ...(held ? [held.path] : [])];
    if (!item) return unclear('需要知道检查的是什么事项，案卷没有载明。', ['检查事项'], paths);
    if (!held) return unclear('需要知道检查日期，案卷没有载明。', ['检查日期'], paths);
    return foreignProfile({ file, profile }) ?? { item, on: held.day, paths };
  },
  decide: (about, { profile }) => publishedItem(profile.inspectionItems, '行政检查事项清单', about),
});
