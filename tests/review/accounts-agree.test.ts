import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { accountsAgree } from '../../src/review/criteria/evidence/accounts-agree.ts';
import { BASE_CASE } from './base-case.ts';

function fileOf(
  facts: string,
  papers: [PaperKind, string][],
  acts: CaseFile['acts'] = [{ id: 'a1', kind: 'inspection', startedAt: '2025-03-12T09:00' }],
): CaseFile {
  return {
    ...BASE_CASE,
    violation: { ...BASE_CASE.violation, facts },
    acts,
    papers: papers.map(([kind, text], index) => ({ id: `p${index}`, kind, title: `材料${index}`, text })),
  };
}
const answers = (file: CaseFile) => accountsAgree(file).map(({ answer }) => answer);

describe('数字', () => {
  const facts = '当事人购进糕点60只，已售34只，库存41只，货值金额840元。';
  const record: [PaperKind, string] = ['inspection-record', '货架上库存糕点14只。'];
  const interview: [PaperKind, string] = ['interview-record', '问：还剩多少？\n答：库存14只，卖了34只。'];

  it('两份材料一致而决定不同的，不符合', () => {
    const [answer] = accountsAgree(fileOf(facts, [record, interview]));
    expect(answer).toMatchObject({
      answer: 'not-met',
      reason: '《材料0》、《材料1》载明的库存都是14只，决定认定的是41只，没有说明。',
      paths: ['papers.0.text', 'papers.1.text', 'violation.facts'],
    });
  });

  it.each<[string, string, [PaperKind, string][]]>([
    ['只有一份不同', facts, [record]],
    ['两份各不相同', facts, [record, ['interview-record', '答：库存18只。']]],
    ['与决定一致', facts.replace('41', '14'), [record, interview]],
    ['决定也写到材料的数字', `${facts}其中14只在货架上。`, [record, interview]],
    [
      '材料是约数',
      facts,
      [
        ['inspection-record', '库存约14只'],
        ['closing-report', '库存约14只'],
      ],
    ],
    [
      '单位不同',
      facts,
      [
        ['inspection-record', '库存14箱'],
        ['closing-report', '库存14箱'],
      ],
    ],
    [
      '其他材料',
      facts,
      [
        ['expert-opinion', '库存14只'],
        ['documentary-evidence', '库存14只'],
      ],
    ],
  ])('%s的，不提示', (_name, found, papers) => {
    expect(answers(fileOf(found, papers))).toEqual([]);
  });
});

describe('检查日期', () => {
  const decision = (words: string): [PaperKind, string] => ['decision', words];
  it('只有月、日之一不同的，不符合', () => {
    const file = fileOf('', [decision('2025年3月21日，本局执法人员对当事人进行现场检查。')]);
    expect(accountsAgree(file)).toMatchObject([
      { answer: 'not-met', reason: '决定书写明2025年3月21日检查，检查笔录为2025年3月12日，没有说明。' },
    ]);
  });

  it('相差较大的，可能是另一次检查，不清楚', () => {
    expect(answers(fileOf('', [decision('2024年5月21日，本局执法人员依法检查。')]))).toEqual(['unclear']);
  });

  it.each<[string, string, CaseFile['acts']]>([
    ['日期一致', '2025年3月12日，本局执法人员现场检查。', undefined],
    ['是复查', '2025年3月21日，本局执法人员再次检查。', undefined],
    ['不是检查', '2025年3月21日，本局立案。', undefined],
    ['决定写到两次检查', '2025年3月2日，执法人员检查；2025年3月12日，执法人员检查。', undefined],
    [
      '有两次检查',
      '2025年3月21日，执法人员现场检查。',
      [
        { id: 'a1', kind: 'inspection', date: '2025-03-12' },
        { id: 'a2', kind: 'inspection', date: '2025-03-20' },
      ],
    ],
    ['笔录没有日期', '2025年3月21日，执法人员现场检查。', [{ id: 'a1', kind: 'inspection' }]],
  ])('%s的，不提示', (_name, words, acts) => {
    expect(answers(fileOf('', [decision(words)], acts))).toEqual([]);
  });
});

describe('据以认定的表格', () => {
  const total = (rows: string[], yuan: number) => {
    const file = fileOf('当事人购进一批货物。', [['other', rows.join('\n')]]);
    return answers({ ...file, violation: { ...file.violation, amounts: { goods: { yuan } } } });
  };
  it.each([
    [
      '清点核价单',
      '品种\t数量（件）\t单价（元/件）\t金额（元）',
      '灯具\t4\t25.00\t100.00',
      '插座\t3\t50.00\t150.00',
      '合计\t7\t\t',
      '',
    ],
    ['货值计算表', '日期\t金额', '3月1日\t100', '3月2日\t150', '总计\t', ''],
    ['进货明细', '品名\t进价', '毛巾\t¥100', '床单\t¥150', '共计\t', '元'],
    ['库存清单', '序号\t品名\t金额（元）', '1\t杯子\t100.0', '2\t盘子\t150.0', '合计\t\t', ''],
  ])('%s各行相加不等于认定的货值', (title, head, one, other, sum, unit) => {
    const rows = (made: number) => [title, head, one, other, `${sum}${made}${unit}`];
    expect(total(rows(350), 350)).toEqual(['not-met']);
    expect(total(rows(250), 250)).toEqual([]);
    // A total on which nothing rests.
    expect(total(rows(350), 900)).toEqual([]);
  });
});
