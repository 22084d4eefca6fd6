import { describe, expect, it } from 'vitest';
import { noReferral } from '../../../src/dossiers/readers/no-referral.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const read = (words: string, kind: Parameters<typeof paperOf>[0] = 'closing-report') =>
  factsOf(noReferral, paperOf(kind, `调查终结报告\n${words}`));

describe('不移送的审查', () => {
  it.each([
    '六、涉罪审查：当事人的行为不构成犯罪，不移送。',
    '本案没有涉嫌犯罪的情形。',
    '经审查无须移送公安机关。',
    '程序合法，文书规范，不涉及移送。',
    '移送：不涉及。',
    '罚款一万元，不移送。',
    '案情清楚，未发现涉嫌犯罪情形。',
  ])('%s', (words) => expect(read(words)).toEqual({ 'referral.suspected': false }));

  it('与追诉标准比较过', () => {
    expect(read('销售金额3200元，未达到刑事立案追诉标准，不移送。')).toEqual({
      'referral.suspected': false,
      'referral.considered': true,
    });
  });

  it.each([
    '经比对，不构成移送情形。',
    '对照移送标准，没有造成严重后果，不移送。',
    '与涉嫌犯罪案件移送标准比对，不需移送。',
  ])('比对过移送标准：%s', (words) =>
    expect(read(words)).toEqual({ 'referral.suspected': false, 'referral.considered': true }),
  );

  it.each([
    '逾期不移送的，追究责任。',
    '依据“尚不构成犯罪的，由公安机关处罚”的规定处理。',
    '尚不构成犯罪的，依法给予行政处罚。',
    '是否涉嫌犯罪，请法制机构审查。',
    '当事人涉嫌生产、销售伪劣产品罪，建议移送公安机关。',
    '未达到立案追诉标准的，依法处罚。',
  ])('不说明没有涉嫌：%s', (words) => expect(read(words)).toEqual({}));

  it('当事人的材料不作数', () => expect(read('我不构成犯罪，不应移送公安。', 'defence-record')).toEqual({}));
});
