import { describe, expect, it } from 'vitest';
import { violation } from '../../../src/dossiers/readers/violation.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const found = (facts: string) => {
  const read = factsOf(
    violation,
    paperOf('decision', `行政处罚决定书\n当事人：示例公司\n${facts}\n上述行为违反了《某条例》第一条的规定。`),
  );
  return [read['violation.startedOn'], read['violation.endedOn']];
};

describe('违法行为的起止', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['经查，2024年3月5日至6月7日期间，当事人销售过期食品。', '2024-03-05', '2024-06-07'],
    ['经查，当事人于2024年3月5日、3月12日、4月1日先后三次销售。', '2024-03-05', '2024-04-01'],
    ['经查，当事人从2024年3月5日开始占地建设，至2024年6月7日停工。', '2024-03-05', '2024-06-07'],
    ['经查，1号梯于2024年3月5日经检验不合格，你单位仍继续使用至2024年6月7日。', '2024-03-05', '2024-06-07'],
    ['2024年3月5日起，你单位将未经验收的楼房交付使用。', '2024-03-05', undefined],
    ['经查，2024年3月5日20时至23时，你在湖上捕捞。', '2024-03-05', '2024-03-05'],
    ['经查，你于2024年3月5日22时30分至次日1时20分夜间施工。', '2024-03-05', '2024-03-06'],
    ['经查，你单位2024年3月5日购进假兽药180瓶，售出144瓶。', '2024-03-05', undefined],
    ['经查，当事人2024年3月5日购进腐竹，至2024年6月7日检查时已售出30公斤。', '2024-03-05', '2024-06-07'],
    [
      '经查，当事人2022年6月20日购进精华液。到期后仍使用，至2024年5月15日共使用3盒。',
      undefined,
      '2024-05-15',
    ],
    ['经查，2024年6月7日本局执法人员检查发现，当事人无证经营。', undefined, undefined],
    ['自2024年3月5日起15日内未改正的，……', undefined, undefined],
  ])('%s', (words, startedOn, endedOn) => {
    expect(found(words)).toEqual([startedOn, endedOn]);
  });
});

describe('行为终了之日随检查而定', () => {
  const record = (day: string, id: string, title = '现场检查笔录') =>
    paperOf('inspection-record', `${title}\n检查时间：${day}9时`, id, title);
  const decided = paperOf(
    'decision',
    '行政处罚决定书\n经查，当事人自2024年3月起未建立台账，截至检查当日仍未建立。\n上述行为违反了《某条例》第一条。',
    'p9',
  );

  it('截至检查当日，是唯一一次检查的日子', () => {
    const first = record('2024年5月8日', 'p2');
    const again = record('2024年6月8日', 'p3', '复查笔录');
    expect(factsOf(violation, decided, first, again)).toMatchObject({
      'violation.startedOn': '2024-03-01',
      'violation.endedOn': '2024-05-08',
    });
    expect(
      factsOf(violation, decided, first, record('2024年5月9日', 'p4'))['violation.endedOn'],
    ).toBeUndefined();
  });

  it('当场处罚的，行为到发现之日', () => {
    const spot = (words: string) =>
      factsOf(
        violation,
        paperOf(
          'decision',
          `当场行政处罚决定书\n当事人：示例商行\n${words}\n2025年1月5日`,
          'p1',
          '当场行政处罚决定书',
        ),
      )['violation.endedOn'];
    const seen = '2025年1月5日9时10分，本局在示例路3号检查发现，你店未公示价格，违反《某法》第一条。';
    expect(spot(seen)).toBe('2025-01-05');
    expect(spot(`2025年1月3日有人投诉。${seen}`)).toBeUndefined();
  });
});

describe('违法行为的地点', () => {
  const decision = (facts: string) =>
    paperOf('decision', `行政处罚决定书\n${facts}\n上述行为违反了《某条例》第一条。`, 'p2');
  const inspected = (place: string, id = 'p1') =>
    paperOf('inspection-record', `现场检查笔录\n检查地点：${place}\n检查时间：2024年6月7日9时`, id);

  it('决定书写明的地点', () => {
    for (const [words, place] of [
      ['2024年3月5日，你在东芦湖3号浮标附近水域，使用刺网捕捞。', '东芦湖3号浮标附近水域'],
      ['当事人在示例市示例区示例路1号一楼开办诊所。', '示例市示例区示例路1号一楼'],
      ['当事人在示例市示例区示例路6号2B08通过公众号招揽游客。', '示例市示例区示例路6号2B08'],
      ['“示例66”轮驶入芦湾港3号码头，未报告。', '芦湾港3号码头'],
    ] as const)
      expect(factsOf(violation, decision(words))['violation.place']).toBe(place);
  });

  it('只写到月的，从首月第一日到末月最后一日', () => {
    const days = (words: string) => {
      const facts = factsOf(violation, decision(words));
      return [facts['violation.startedOn'], facts['violation.endedOn']];
    };
    expect(days('经查，当事人2023年3月至2024年5月6日未组织员工体检。')).toEqual(['2023-03-01', '2024-05-06']);
    expect(days('经查，2023年3月至2024年2月，你单位收取押金。')).toEqual(['2023-03-01', '2024-02-29']);
    expect(days('经查，当事人于2023年11月至次年4月陆续倾倒渣土。')).toEqual(['2023-11-01', '2024-04-30']);
    expect(days('经查，当事人2024年1月和2月安排工人超时加班。')).toEqual(['2024-01-01', '2024-02-29']);
    expect(days('经查，你店自2023年9月起擅自营业。')).toEqual(['2023-09-01', undefined]);
    expect(days('经查，当事人的许可证有效期2021年3月至2024年2月，到期后仍经营。')).toEqual([
      undefined,
      undefined,
    ]);
    expect(days('经查，当事人自2022年底起一直到2024年5月6日未办理登记。')).toEqual([undefined, '2024-05-06']);
  });

  it('决定书没有写明的，是唯一一次检查的地点', () => {
    const plain = decision('经查，当事人销售过期食品。');
    const place = (one: string, ...others: ReturnType<typeof paperOf>[]) =>
      factsOf(violation, inspected(one), plain, ...others)['violation.place'];
    expect(place('示例市示例路1号（示例商行）')).toBe('示例市示例路1号');
    expect(place('示例有限公司（示例市示例路1号）')).toBe('示例市示例路1号');
    expect(place('示例大队办公室')).toBeUndefined();
    expect(place('示例市示例路1号', inspected('示例市别处路2号', 'p3'))).toBeUndefined();
    expect(
      factsOf(violation, inspected('示例市示例路1号'), decision('你在东芦湖西岸码头，非法捕捞。')),
    ).toEqual({});
  });
});
