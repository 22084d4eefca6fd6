import { describe, expect, it } from 'vitest';
import { titleIn } from '../../src/dossiers/papers/title-in.ts';
import { filing } from '../../src/dossiers/readers/filing.ts';
import { factsOf, paperOf } from './paper-of.ts';

describe('标题后括号里的说明', () => {
  it.each([
    ['法制审核意见书（第一次，听证前）', 'review-opinion'],
    ['集体讨论记录（续，当事人提交新证据后）', 'discussion-minutes'],
    ['宗地勘测定界技术报告（节选）', 'expert-opinion'],
  ])('%s', (title, kind) => {
    expect(titleIn(`${title}\n示例内容。`)?.kind).toBe(kind);
  });

  it('句子不是标题', () => {
    expect(titleIn('当事人收到，拒绝签收处罚决定书（复印件）\n示例内容。')).toBeUndefined();
  });
});

describe('线索的日期', () => {
  it.each([
    ['投诉电话记录', '时间 | 2025年4月7日9时20分\n内容 | 反映示例店噪声扰民'.replaceAll(' | ', '\t')],
    ['案件线索登记单', '群众反映示例店占道经营。\n登记人：王示　2025年4月7日'],
    ['线索登记表', '线索收到日：2025年4月7日\n内容：示例'],
  ])('%s', (title, text) => {
    expect(factsOf(filing, paperOf('source', `${title}\n${text}`, 'p1', title))).toMatchObject({
      'filing.clueOn': '2025-04-07',
    });
  });
});
