import { describe, expect, it } from 'vitest';
import { correctionOrder } from '../../../src/dossiers/readers/correction-order.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const read = (text: string) =>
  factsOf(
    correctionOrder,
    paperOf('correction-order', `责令改正通知书\n${text}\n示例局（印）\n2025年8月20日`),
  );

describe('责令改正的期限', () => {
  it.each([
    ['现责令你单位于2025年8月12日前拆除围挡。', '2025-08-12'],
    ['责令你店停止使用，限2025年8月1日之前将广告牌全部清除。', '2025-08-01'],
    ['责令限期改正，于2025年9月5日前改正。', '2025-09-05'],
  ])('写明的最后一日，早于通知书日期的照样读出：%s', (words, day) => {
    expect(read(words)).toMatchObject({
      'correctionOrder.issuedOn': '2025-08-20',
      'correctionOrder.until': day,
    });
  });

  it.each([
    '责令改正你单位2025年8月12日前未办理登记的行为。',
    '现责令改正下列行为：2025年8月12日以前多收的押金没有公示。',
  ])('句中说的过去的日子不是期限：%s', (words) => {
    expect(read(words)).not.toHaveProperty('correctionOrder.until');
  });
});
