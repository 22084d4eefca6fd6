import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { fen } from '../../src/law/money.ts';
import { miscountedTable } from '../../src/review/words/miscounted-table.ts';

const counted = (rows: string[], claimed: number) => {
  const papers = [{ id: 'p1', kind: 'documentary-evidence', title: '收款明细表', text: rows.join('\n') }];
  return miscountedTable({ papers } as unknown as CaseFile, fen(claimed))?.counted;
};

describe('a table whose total is not the sum of its rows', () => {
  it('is found where its total is the sum that the case rests on', () => {
    const rows = ['日期\t人数\t差额（元）', '5月1日\t41\t40,000', '6月1日\t52\t60,000', '7月1日\t—\t—'];
    expect(counted([...rows, '合计\t93\t98000'], 98000)).toBe(fen(100000));
    expect(counted([...rows, '合计\t93\t98000'], 50000)).toBeUndefined();
    expect(counted([...rows, '合计\t93\t100000元'], 100000)).toBeUndefined();
  });

  it('is left alone with subtotals, words among its figures or a single row', () => {
    expect(
      counted(['日期\t元', '5月\t40000', '6月\t60000', '小计\t100000', '合计\t99000'], 99000),
    ).toBeUndefined();
    expect(counted(['日期\t元', '5月\t40000', '6月\t约60000', '合计\t98000'], 98000)).toBeUndefined();
    expect(counted(['日期\t元', '5月\t40000', '合计\t98000'], 98000)).toBeUndefined();
  });
});
