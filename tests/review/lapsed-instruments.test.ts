import { describe, expect, it } from 'vitest';
import { lapsedInstruments } from '../../src/review/steps/lapsed-instruments.ts';

const days = (text: string) => lapsedInstruments(text, '2025-03-03').map(({ to, usedOn }) => [to, usedOn]);

describe('仪器的检定、校准在使用之日', () => {
  it.each([
    ['使用电子秤称重（检定证书有效期至2025年3月2日）。', '2025-03-02'],
    ['激光测距仪，编号SL-7，校准有效期2024年1月1日至2024年12月31日。', '2024-12-31'],
    ['声级计经计量检定，有效期为2024.2.1至2025.1.31。', '2025-01-31'],
  ])('已经届满：%s', (text, to) => expect(days(text)).toEqual([[to, '2025-03-03']]));

  it('以写明的检测日期为准', () => {
    const text = '检测日期：2025年2月1日。检测仪器检定有效期至2025年2月20日。';
    expect(days(text)).toEqual([]);
    expect(days(text.replace('2月1日', '2月21日'))).toEqual([['2025-02-20', '2025-02-21']]);
  });

  it.each([
    '电子秤检定证书有效期至2025年3月3日。',
    '样品保质期有效期至2025年1月1日。',
    '营业执照有效期至2025年1月1日。',
  ])('有效，或者不是检定：%s', (text) => expect(days(text)).toEqual([]));
});
