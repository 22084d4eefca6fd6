import { describe, expect, it } from 'vitest';
import { unitRateFault } from '../../src/review/benchmark/unit-rate.ts';
import { BASE_CASES } from './base-acts.ts';
import { caseFor } from './case-for.ts';

const fault = (decision: string, notice = '') =>
  unitRateFault(
    caseFor({
      decision: { paper: 'q1' },
      papers: [
        { id: 'q1', kind: 'decision', title: '行政处罚决定书', text: decision, marks: [] },
        { id: 'q2', kind: 'prior-notice', title: '行政处罚告知书', text: notice, marks: [] },
        ...(BASE_CASES.penalty.papers ?? []).map((paper) => ({ ...paper, text: undefined })),
      ],
    }),
  )?.rate;

describe('按人、按面积计罚的标准', () => {
  it.each([
    [
      '依据第八十四条“以每人五百元以上二千元以下的标准处以罚款”，按每人#元的标准、25人计算，罚款若干。',
      1500,
      2300,
    ],
    ['依据该条“可以按每平方米100元以下处以罚款”的规定，按照每平方米#元计算罚款，共320平方米。', 80, 120],
    ['“每台处3000元以上1万元以下罚款”，当事人使用3台，每台罚款#元。', 5000, 12_000],
    [
      '对“每名劳动者”的规定如下：“按照每人1000元以上5000元以下的标准计算，处以罚款”。以每名#元计算罚款。',
      5000,
      5001,
    ],
    ['“处每吨二百元以上五百元以下的罚款”，决定每吨处以#元罚款。', 200, 650],
  ])('%s', (text, inside, outside) => {
    expect(fault(text.replace('#', String(inside)))).toBeUndefined();
    expect(fault(text.replace('#', String(outside)))).toContain(String(outside));
  });

  it('罚则写在告知书里也可以', () => {
    const notice = '依据第八十四条，以每人五百元以上二千元以下的标准处以罚款。';
    expect(fault('按每人2500元的标准计算，罚款50000元。', notice)).toBeDefined();
    expect(fault('按每人2000元的标准计算，罚款40000元。', notice)).toBeUndefined();
    expect(fault('按每台2500元的标准计算，罚款50000元。', notice)).toBeUndefined();
  });

  it('低于下限的，减轻处罚时不算；几种标准的，不能断定', () => {
    const law = '“以每人五百元以上二千元以下的标准处以罚款”，';
    expect(fault(`${law}按每人300元的标准计算。`)).toBeDefined();
    expect(fault(`${law}减轻处罚，按每人300元的标准计算。`)).toBeUndefined();
    expect(fault(`${law}又“每人三千元以下的罚款”，按每人2500元的标准计算。`)).toBeUndefined();
    expect(fault(`${law}收取每人2500元押金，决定罚款20000元。`)).toBeUndefined();
  });
});
