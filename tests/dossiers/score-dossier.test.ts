import { describe, expect, it } from 'vitest';
import type { ReadDossier } from '../../src/dossiers/read-papers.ts';
import { scoreDossier } from './score-dossier.ts';
import { precisionRecall } from './score-table.ts';

/** The score of a case file that says `read` where the author says `truth`. */
function scoreOf(truth: Record<string, unknown>, read: Record<string, unknown>) {
  const dossier = { id: 'x', note: 'x', papers: [], truth };
  return scoreDossier(dossier, { papers: [], case: read } as unknown as ReadDossier);
}

describe('案卷读取的评分', () => {
  it('一致的值不论全角半角、空格和书名号都算读对', () => {
    const score = scoreOf(
      { number: '示市监立〔2025〕1号', party: { name: '示例（北桥）公司' } },
      { number: '示市监立[2025]1号', party: { name: '示例(北桥)公司 ' } },
    );
    expect(precisionRecall(score)).toMatchObject({ expected: 2, found: 2, precision: 1, recall: 1 });
  });

  it('读错、漏读、多读分别计算', () => {
    const score = scoreOf(
      { decision: { date: '2025-01-02', number: '示罚1号' } },
      { decision: { date: '2025-01-03' }, closingReport: { date: '2025-01-01' } },
    );
    expect(precisionRecall(score)).toMatchObject({ expected: 2, found: 0, wrong: 1, extra: 1 });
    expect(score.differences.map(({ at, truth, read }) => [at, truth, read])).toEqual([
      ['decision.date', '2025-01-02', '2025-01-03'],
      ['decision.number', '示罚1号', undefined],
      ['closingReport.date', undefined, '2025-01-01'],
    ]);
  });

  it('列表按所指的人和事对应，与次序无关；人员编号换成姓名', () => {
    const score = scoreOf(
      {
        officers: [{ name: '张示' }, { name: '李例' }],
        services: [
          { of: 'prior-notice', servedOn: '2025-01-02', servers: ['张示'] },
          { of: 'decision', servedOn: '2025-02-02' },
        ],
      },
      {
        officers: [
          { id: 'o1', name: '李例' },
          { id: 'o2', name: '张示' },
        ],
        services: [
          { of: 'decision', servedOn: '2025-02-02' },
          { of: 'prior-notice', servedOn: '2025-01-02', servers: ['o2'] },
        ],
      },
    );
    expect(score.differences).toEqual([]);
    expect(precisionRecall(score)).toMatchObject({ expected: 7, found: 7 });
  });

  it('条款作为整体比较：多一款、少一项都是错', () => {
    const law = '示例法';
    const score = scoreOf(
      { provisions: { breached: [{ law, article: '34', paragraph: 1, item: 3 }] } },
      { provisions: { breached: [{ law, article: '34', paragraph: 1 }] } },
    );
    expect(precisionRecall(score)).toMatchObject({ expected: 1, found: 0, extra: 1 });
  });

  it('次要栏目只在作者写明时计算，“未载明”不算读到', () => {
    const score = scoreOf(
      { party: { name: '示例店' } },
      { party: { name: '未载明', phone: '138-0000-0000' } },
    );
    expect(precisionRecall(score)).toMatchObject({ expected: 1, found: 0, wrong: 0, extra: 0 });
  });
});
