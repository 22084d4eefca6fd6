import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseDay } from '../../src/law/dates.ts';
import { daysIn } from '../../src/law/days-in.ts';

const days = (text: string) => daysIn(text).map(({ day }) => day);
const quotes = (text: string) => daysIn(text).map(({ start, end }) => text.slice(start, end));

describe('文字中的日期', () => {
  it.each([
    ['2024年3月5日', ['2024-03-05']],
    ['２０２４年０３月０５日', ['2024-03-05']],
    ['2024 年 3 月 5 日', ['2024-03-05']],
    ['二〇二四年三月五日', ['2024-03-05']],
    ['二○二四年十二月三十一日', ['2024-12-31']],
    ['二O二四年十月二十日', ['2024-10-20']],
    ['2024-03-05、2024.3.5、2024/3/5', ['2024-03-05', '2024-03-05', '2024-03-05']],
    ['2024年3月5日立案，同日检查，次日送达', ['2024-03-05', '2024-03-05', '2024-03-06']],
    ['2023年12月31日受理，次日立案', ['2023-12-31', '2024-01-01']],
    ['2024年3月5日至9日', ['2024-03-05', '2024-03-09']],
    ['2024年3月5日至4月2日', ['2024-03-05', '2024-04-02']],
    ['2024年3月5日检查，3月9日询问', ['2024-03-05', '2024-03-09']],
    ['2024年3月5日检查，同年11月1日询问', ['2024-03-05', '2024-11-01']],
    ['2024年11月5日至次年1月3日', ['2024-11-05', '2025-01-03']],
    ['自次日起十五日内', []],
    ['3月5日', []],
    ['2024年2月30日', []],
    ['2024.3.5.1版', []],
    ['不同日期', []],
  ])('%s', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  it('时刻跟在日期后面的一并读出，下午加十二', () => {
    expect(daysIn('2024年3月5日9时30分至10时40分在现场')[0]).toMatchObject({ time: '09:30', until: '10:40' });
    expect(daysIn('2024年3月5日下午3时')[0]).toMatchObject({ time: '15:00' });
    expect(daysIn('2024年3月5日14:05-15:20')[0]).toMatchObject({ time: '14:05', until: '15:20' });
    expect(daysIn('2024年3月5日检查，当日15时开始')[1]).toMatchObject({ day: '2024-03-05', time: '15:00' });
    expect(daysIn('2024年3月5日22时0分至次日1时15分')[0]).toMatchObject({
      until: '01:15',
      untilDay: '2024-03-06',
    });
    expect(daysIn('2024年3月5日22时至同日23时')[0]).not.toHaveProperty('untilDay');
    expect(daysIn('2024年3月5日25时')[0]?.time).toBeUndefined();
    expect(quotes('于2024年3月5日9时30分至10时40分在')).toEqual(['2024年3月5日9时30分至10时40分']);
  });

  it('文号里的“工-15号”不是日期，日期之间的短横是', () => {
    expect(days('2025年4月28日送达应急罚告〔2025〕工-15号')).toEqual(['2025-04-28']);
    expect(days('2025年4月5日-9日')).toEqual(['2025-04-05', '2025-04-09']);
  });

  it('写出的每一天都读得回来，引文就是写出的字', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2000-01-01T00:00:00Z'),
          max: new Date('2099-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        fc.constantFrom('', '于', '。', ' '),
        (date, before) => {
          const day = date.toISOString().slice(0, 10);
          const text = `${before}${chineseDay(day)}，本机关`;
          expect(days(text)).toEqual([day]);
          expect(quotes(text)).toEqual([chineseDay(day)]);
        },
      ),
    );
  });
});
