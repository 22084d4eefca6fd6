import { describe, expect, it } from 'vitest';
import { defence } from '../../../src/dossiers/readers/defence.ts';
import { violation } from '../../../src/dossiers/readers/violation.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const read = (words: string) =>
  factsOf(
    violation,
    paperOf(
      'decision',
      `行政处罚决定书\n经查明：${words}\n上述行为违反《中华人民共和国价格法》第十三条第一款。决定罚款100元。`,
    ),
  );

describe('违法行为的起止和所得', () => {
  it('同一日的钟点', () => {
    const facts = read('当事人2025年3月3日14时在示例路1号摆摊，至16时30分被查获。');
    expect(facts['violation.startedOn']).toBe('2025-03-03');
    expect(facts['violation.endedOn']).toBe('2025-03-03');
    expect(read('当事人2025年3月3日在示例路1号摆摊，罚款至今未缴。')['violation.startedOn']).toBeUndefined();
  });

  it('一日之内从几时到几时，数字或者汉字', () => {
    for (const words of [
      '2025年3月3日11时许至16时许，当事人堵塞安全出口。',
      '二〇二五年三月三日十一时许至十六时许，你单位堵塞安全出口。',
    ]) {
      expect(read(words)).toMatchObject({
        'violation.startedOn': '2025-03-03',
        'violation.endedOn': '2025-03-03',
      });
    }
  });

  it('分号之后写到查获日售出若干', () => {
    const facts = read('当事人2025年3月3日购进香皂40块，进货金额200元；截至2025年3月9日售出10块，获利30元。');
    expect(facts['violation.startedOn']).toBe('2025-03-03');
    expect(facts['violation.endedOn']).toBe('2025-03-09');
    expect(facts['violation.amounts.gains.yuan']).toBe(30);
  });

  it('复核没有发现新的事实', () => {
    const check = (words: string) =>
      factsOf(
        defence,
        paperOf(
          'defence-record',
          `陈述申辩笔录\n内容：请求少罚。\n庄示月 2025年3月6日\n复核意见：${words}\n王示 2025年3月7日`,
        ),
      )['defence.newFactsFound'];
    expect(check('不予采纳，也没有发现新的违法事实。')).toBe(false);
    expect(check('不予采纳。')).toBeUndefined();
  });
});
