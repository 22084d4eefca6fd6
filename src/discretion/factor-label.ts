import type { BenchmarkItem } from '../corpus/benchmark.ts';
import { BASES, type Base } from '../law/fine-range.ts';

/** Facts that provisions switch on, as a page names them when no table does. */
const OF_PROVISIONS: Record<string, string> = {
  'individual-business-as-unit': '个体工商户按单位处罚',
  serious: '情节严重',
  minor: '违法行为轻微',
  harm: '造成危害后果',
  'slight-harm': '危害后果轻微',
  'first-violation': '初次违法',
  'corrected-in-time': '及时改正',
  'refused-correction': '责令改正后拒不改正',
  'overdue-uncorrected': '逾期未改正',
  'grave-result': '造成严重后果',
  'advertising-serious': '广告违法情节严重',
  'fee-unclear': '广告费用无法计算或者明显偏低',
  'price-grave': '价格违法情节较重',
  'by-disposal-cost': '按处置费用计罚的行为',
  'personal-activity': '个人游泳、垂钓等活动',
  'industrial-noise': '工业噪声',
  'assessment-document': '环评文件类别',
  'hazardous-waste-act': '危险废物违法行为类别',
  'grave-pollution': '造成重大环境污染、生态破坏',
  'pesticide-licence-held': '持有农药生产许可证',
  'banned-pesticide': '使用禁用的农药',
};

/** The Chinese name of a factor: the table's own, else that of the base, else that of the provision's switch. */
export function factorLabel(factor: string, item?: Pick<BenchmarkItem, 'factors'>): string {
  return (
    item?.factors.find((declared) => declared.name === factor)?.label ??
    BASES[factor as Base] ??
    OF_PROVISIONS[factor] ??
    factor
  );
}
