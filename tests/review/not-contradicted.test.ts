import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { certificatesIn } from '../../src/dossiers/words/officers-in.ts';
import { finesInText } from '../../src/review/criteria/evidence/fines-in-text.ts';
import { figuresInContext } from '../../src/review/words/figures-in-context.ts';
import { BASE_CASE } from './base-case.ts';

describe('部分数量和他人的说法不是认定的数量', () => {
  const decision = '现查明，当事人货架上尚未售出杀虫悬浮剂50瓶。';
  const found = (kind: PaperKind, title: string, text: string) => {
    const papers = [
      { id: 'one', kind, title, text },
      { id: 'two', kind: 'decision', title: '行政处罚决定书', text: decision },
    ] satisfies CaseFile['papers'];
    return figuresInContext({ ...BASE_CASE, papers, decision: { ...BASE_CASE.decision, paper: 'two' } });
  };

  it('检查记录载明的数量不同，列出', () => {
    expect(found('inspection-record', '现场检查笔录', '现场情况：货架上有悬浮剂30瓶。')).toHaveLength(1);
  });

  it.each<[string, PaperKind, string, string]>([
    ['证人买的', 'interview-record', '询问笔录（证人）', '答：我要了悬浮剂2瓶。'],
    ['顾客买的', 'interview-record', '询问笔录', '答：老李向我买了悬浮剂2瓶。'],
    ['抽样的', 'inspection-record', '现场检查笔录', '现场抽取悬浮剂3瓶。'],
    ['其中一部分', 'inspection-record', '现场检查笔录', '其中悬浮剂6瓶已拆封。'],
    ['复查时的', 'inspection-record', '复查笔录', '货架上尚有悬浮剂20瓶。'],
    ['单据上的一次', 'documentary-evidence', '送货单', '悬浮剂20瓶。'],
    ['没有采信的', 'closing-report', '调查终结报告', '当事人辩称尚未售出杀虫悬浮剂20瓶，不予采信。'],
  ])('%s，不列', (_name, kind, title, text) => {
    expect(found(kind, title, text)).toEqual([]);
  });
});

describe('不是本案罚款的数额', () => {
  it('建议的数额读出', () => expect(finesInText('建议罚款5000元。')).toEqual([500_000]));
  it.each([
    '当事人主张罚款2500元，不予采纳。',
    '代理人提出罚款2500元较为适当。',
    '参考同类案件罚款20000元。',
    '讨论中有人提出罚款7000元。',
    '每日加处罚款150元。',
  ])('%s', (text) => expect(finesInText(text)).toEqual([]));
});

describe('两名执法人员的证号', () => {
  it('前面写过各人的证号，后面一并再写的，不算到别人名下', () => {
    const text =
      '询问人：韦示例（执法证号LX24051）、覃示例（执法证号LX24052）。记录人：覃示例。被询问人：何示例，男，40岁，货车司机。\n问：这是我们的执法证件（证号LX24051、LX24052），请你过目。';
    expect(certificatesIn(text).map(({ of, number }) => [of.name, number])).toEqual([
      ['韦示例', 'LX24051'],
      ['覃示例', 'LX24052'],
    ]);
  });
});
