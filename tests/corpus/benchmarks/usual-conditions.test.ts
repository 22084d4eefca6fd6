import { describe, expect, it } from 'vitest';
import { tableColumns } from '../../../src/corpus/benchmarks/table-columns.ts';
import { factorConditions } from '../../../src/corpus/benchmarks/words/factor-conditions.ts';
import { quantityIn } from '../../../src/corpus/benchmarks/words/quantity-in.ts';
import { evaluate, type FactorValue } from '../../../src/law/condition.ts';

const WORDS = { above: true, below: false };

function met(cells: string[], facts: Record<string, FactorValue>) {
  const { conditions } = factorConditions('适用情形', cells, WORDS);
  return cells.filter((cell) => evaluate(conditions.get(cell)!, facts) === true);
}

describe('情节的常见写法', () => {
  it('数在符号两边，名称在中间', () => {
    expect(quantityIn('3个月≤时间＜6个月', WORDS)).toEqual({
      low: 3,
      lowInclusive: true,
      high: 6,
      highInclusive: false,
      unit: '个月',
      about: '时间',
    });
    expect(quantityIn('3<数量<=5吨', WORDS)).toMatchObject({ low: 3, lowInclusive: false, high: 5 });
  });

  it('几种情形以；分开的，有一种就是；最轻一档这样写的，不猜', () => {
    const cells = ['首次违法，且及时改正的', '堆放不足5吨的', '堆放5吨以上的；拒不改正的；造成伤害的'];
    const facts = {
      首次违法: false,
      及时改正: false,
      堆放: 1,
      逾期不改正或者拒不改正: false,
      造成伤害: false,
    };
    expect(met(cells, facts)).toEqual([cells[1]]);
    expect(met(cells, { ...facts, 造成伤害: true })).toContain(cells[2]);
    const mild = ['首次违法的；及时改正的', '再次违法的；拒绝检查的'];
    expect(factorConditions('适用情形', mild, WORDS).factors.map(({ type }) => type)).toEqual(['choice']);
  });

  it('各数都写明下限的，可以重叠', () => {
    const cells = ['超载30%以下', '超载30%以上，50%以下', '超载50%以上且造成事故，或超载100%以上'];
    expect(met(cells, { 超载: 49, 造成事故: true })).toEqual([cells[1]]);
    expect(met(cells, { 超载: 50, 造成事故: true })).toEqual([cells[2]]);
    expect(met(cells, { 超载: 50, 造成事故: false })).toEqual([]);
    expect(met(cells, { 超载: 100, 造成事故: false })).toEqual([cells[2]]);
  });

  it('不具有轻微、严重情形的，是其余情形', () => {
    const cells = ['主动消除后果的', '不具有轻微、严重情形的', '隐匿证据，或者抗拒执法的'];
    const none = { 主动消除后果: false, 隐匿证据: false, 抗拒执法: false };
    expect(met(cells, none)).toEqual([cells[1]]);
    expect(met(cells, { ...none, 抗拒执法: true })).toEqual([cells[2]]);
  });

  it('阶次旁边还有程度一栏，同一个词写在几行的，是情节', () => {
    const columns = tableColumns(
      ['裁量阶次', '危害程度', '是否主动改正', '处罚标准'],
      [
        ['轻', '轻微', '是', '1万元以上3万元以下'],
        ['中', '轻微', '否', '3万元以上6万元以下'],
        ['重', '严重', '/', '6万元以上10万元以下'],
      ],
    );
    expect(columns.map(({ holds }) => holds)).toEqual(['tier', 'condition', 'condition', 'result']);
  });

  it('办理件数、典型案例不是情节；受处罚次数是', () => {
    const heads = ['近三年办理案件数', '典型案例', '平均罚款', '两年内受处罚次数', '处罚标准'];
    const row = ['12', '某案', '2万元', '2次', '1万元以上3万元以下'];
    expect(tableColumns(heads, [row]).map(({ holds }) => holds)).toEqual([
      'ignored',
      'ignored',
      'ignored',
      'condition',
      'result',
    ]);
  });
});
