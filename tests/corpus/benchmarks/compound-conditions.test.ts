import { describe, expect, it } from 'vitest';
import { factorConditions } from '../../../src/corpus/benchmarks/words/factor-conditions.ts';
import { evaluate, type FactorValue } from '../../../src/law/condition.ts';

const WORDS = { above: true, below: false };

/** Which cells the facts meet, in their printed order. */
function met(cells: string[], facts: Record<string, FactorValue>, header = '适用情形') {
  const { conditions } = factorConditions(header, cells, WORDS);
  return cells.filter((cell) => evaluate(conditions.get(cell)!, facts) === true);
}
const namesOf = (cells: string[]) =>
  factorConditions('适用情形', cells, WORDS).factors.map(({ name, type }) => [name, type]);

describe('一格写着几个情形', () => {
  const SOLD = ['尚未售出的', '已经售出，未造成人身伤害的', '造成人身伤害，或者两年内因同类行为受过处罚的'];

  it('“未造成”是“造成”的反面，“或者”之后的另问', () => {
    const [cells, harm, again] = [SOLD, '造成人身伤害', '两年内因同类行为受过处罚'];
    expect(met(cells, { 尚未售出: false, 售出: true, [harm]: false, [again]: false })).toEqual([cells[1]]);
    expect(met(cells, { 尚未售出: false, 售出: true, [harm]: true, [again]: false })).toEqual([cells[2]]);
    expect(met(cells, { 尚未售出: true, 售出: false, [harm]: false, [again]: true })).toContain(cells[2]);
  });

  it('首次与第二次以上是同一个数', () => {
    const cells = [
      '炉具1台，且一年内首次被查处的',
      '炉具2台以上，且一年内首次被查处的',
      '一年内第二次以上被查处的',
    ];
    expect(namesOf(cells)).toEqual([
      ['炉具', 'number'],
      ['一年内被查处', 'number'],
    ]);
    expect(met(cells, { 炉具: 1, 一年内被查处: 1 })).toEqual([cells[0]]);
    expect(met(cells, { 炉具: 2, 一年内被查处: 1 })).toEqual([cells[1]]);
    expect(met(cells, { 炉具: 1, 一年内被查处: 2 })).toEqual([cells[2]]);
  });

  it('拒不改正和逾期的天数分开问', () => {
    const cells = ['在责令改正的期限内改正的', '拒不改正，逾期不足10日的', '拒不改正，逾期10日以上的'];
    const refused = '逾期不改正或者拒不改正';
    expect(met(cells, { [refused]: false })).toEqual([cells[0]]);
    expect(met(cells, { [refused]: true, 逾期: 9 })).toEqual([cells[1]]);
    expect(met(cells, { [refused]: true, 逾期: 10 })).toEqual([cells[2]]);
  });

  it('违法所得的各段连着读，界限各归一段', () => {
    const cells = [
      '没有违法所得的',
      '有违法所得，违法所得不足10万元的',
      '违法所得10万元以上20万元以下的',
      '违法所得20万元以上的',
    ];
    for (const [gains, cell] of [
      [0, 0],
      [0.01, 1],
      [99_999.99, 1],
      [100_000, 2],
      [199_999.99, 2],
      [200_000, 3],
    ] as const)
      expect(met(cells, { gains })).toEqual([cells[cell]]);
  });

  it('没有污染的，污染面积为零', () => {
    const cells = [
      '未造成路面污染的',
      '路面污染面积不足20平方米的',
      '路面污染面积20平方米以上的；或者一年内再次被查处的',
    ];
    const area = (value: number) => ({ 路面污染面积: value, 一年内再次被查处: false });
    expect(met(cells, area(0))).toEqual([cells[0]]);
    expect(met(cells, area(0.5))).toEqual([cells[1]]);
    expect(met(cells, area(20))).toEqual([cells[2]]);
  });
});

describe('金额旁边的情形不丢失', () => {
  it('再次违法或者货值金额达到数额的，两样都问', () => {
    const cells = [
      '初次违法且货值金额不足1万元的',
      '初次违法且货值金额1万元以上5万元以下的',
      '再次违法或者货值金额5万元以上的',
    ];
    const facts = { 初次违法: true, 再次违法: false };
    expect(met(cells, { ...facts, goods: 9999.99 })).toEqual([cells[0]]);
    expect(met(cells, { ...facts, goods: 10_000 })).toEqual([cells[1]]);
    expect(met(cells, { ...facts, goods: 50_000 })).toEqual([cells[2]]);
    expect(met(cells, { 初次违法: false, 再次违法: true, goods: 1 })).toEqual([cells[2]]);
  });

  it('没有违法所得的，不另问一遍', () => {
    const cells = ['违法所得不足5000元，或者没有违法所得的', '违法所得5000元以上的'];
    expect(namesOf(cells)).toEqual([]);
    expect(met(cells, { gains: 0 })).toEqual([cells[0]]);
    expect(met(cells, { gains: 5000 })).toEqual([cells[1]]);
  });

  it('两种数没有标点也分开', () => {
    const cells = ['轻伤1人以下或者直接经济损失10万元以下的', '轻伤1人以上或者直接经济损失10万元以上的'];
    expect(met(cells, { 轻伤: 0, loss: 100_000 })).toEqual(cells);
    expect(met(cells, { 轻伤: 1, loss: 99_999 })).toEqual(cells);
    expect(met(cells, { 轻伤: 1, loss: 100_000 })).toEqual([cells[1]]);
  });
});

it('“尚未”在句中也是反面', () => {
  const cells = ['基础工程尚未完工的', '基础工程已完工，主体结构尚未完工的', '主体结构已完工的'];
  expect(met(cells, { 基础工程已完工: false, 主体结构已完工: false })).toEqual([cells[0]]);
  expect(met(cells, { 基础工程已完工: true, 主体结构已完工: false })).toEqual([cells[1]]);
});

it('1年内第几次，是一个数', () => {
  const cells = ['1年内第1次发现的', '1年内第2次发现的', '1年内第3次及以上发现的'];
  expect(namesOf(cells)).toEqual([['1年内发现', 'number']]);
  expect(met(cells, { '1年内发现': 3 })).toEqual([cells[2]]);
});

it('逾期未改正与拒不改正并列的，不当作同一个事实', () => {
  expect(namesOf(['按期改正的', '逾期未改正，但积极整改的', '拒不改正的'])).toEqual([['适用情形', 'choice']]);
});

describe('其余情形', () => {
  const cells = [
    '首次违法，且在立案前已自行改正的',
    '不具有从轻、从重情形的',
    '涉及治疗功能，或者两年内受过处罚的',
  ];
  const facts = { 首次违法: true, 在立案前已自行改正: false, 涉及治疗功能: false, 两年内受过处罚: false };

  it('不具有别的阶次情形的，才属于它', () => {
    expect(met(cells, facts)).toEqual([cells[1]]);
    expect(met(cells, { ...facts, 在立案前已自行改正: true })).toEqual([cells[0]]);
    expect(met(cells, { ...facts, 涉及治疗功能: true })).toEqual([cells[2]]);
  });

  it('缺一个事实，就不能说是其余情形', () => {
    const { 两年内受过处罚: _, ...unknown } = facts;
    expect(met(cells, unknown)).toEqual([]);
  });
});

describe('能作两种读法的，由人选择', () => {
  it.each([
    [['首次违法，且主动改正，或者消除后果的', '两次以上违法的']],
    [['造成损害，泄漏，或者扩散的', '未造成损害的']],
    [['拖延提供资料，或者无故推诿的', '拒绝进入现场，或者毁弃资料的']],
  ])('%j', (given) => {
    expect(namesOf(given)).toEqual([['适用情形', 'choice']]);
  });
});

describe('改正与否', () => {
  it('责令限期改正与逾期未改正是同一个事实的两面', () => {
    const cells = ['责令限期改正', '逾期未改正'];
    expect(met(cells, { 逾期不改正或者拒不改正: false }, '情形')).toEqual([cells[0]]);
    expect(met(cells, { 逾期不改正或者拒不改正: true }, '情形')).toEqual([cells[1]]);
  });

  it('只写责令改正的，不是改正了', () => {
    expect(namesOf(['责令改正', '责令停业'])).toEqual([['适用情形', 'choice']]);
  });
});

describe('一格几个事实', () => {
  it('；或者分开的各种情形里，逗号是“且”', () => {
    const cells = [
      '使用学员不足5人，且系首次的',
      '使用学员不足5人，但系第二次以上的；或者使用学员5人以上不足20人的',
      '使用学员20人以上的',
    ];
    expect(met(cells, { 使用学员: 4, 违法次数: 1 })).toEqual([cells[0]]);
    expect(met(cells, { 使用学员: 4, 违法次数: 2 })).toEqual([cells[1]]);
    expect(met(cells, { 使用学员: 5, 违法次数: 1 })).toEqual([cells[1]]);
    expect(met(cells, { 使用学员: 20, 违法次数: 1 })).toEqual([cells[2]]);
  });

  it('几格都以同一句话开头的，其后的“或者”都在这句话之下', () => {
    const cells = [
      '在限期内改正的',
      '逾期未改正，超期不足10日的',
      '逾期未改正，超期10日以上，或者涉及设备5台以上的',
    ];
    const late = { 逾期不改正或者拒不改正: true };
    expect(met(cells, { ...late, 超期: 9, 涉及设备: 4 })).toEqual([cells[1]]);
    expect(met(cells, { ...late, 超期: 10, 涉及设备: 1 })).toEqual([cells[2]]);
    expect(met(cells, { ...late, 超期: 1, 涉及设备: 5 })).toEqual([cells[1], cells[2]]);
    expect(met(cells, { 逾期不改正或者拒不改正: false, 超期: 0, 涉及设备: 5 })).toEqual([cells[0]]);
  });

  it('没有违法所得另成一档的，不足几元的都是有违法所得的', () => {
    const cells = ['没有违法所得，且派遣50人以下的', '没有违法所得，且派遣50人以上的', '违法所得5万元以下的'];
    expect(met(cells, { gains: 0, 派遣: 50 })).toEqual([cells[1]]);
    expect(met(cells, { gains: 1, 派遣: 50 })).toEqual([cells[2]]);
  });

  it('非机动渔船是机动渔船的反面', () => {
    const cells = ['使用非机动渔船的', '使用机动渔船，功率不足44千瓦的', '使用机动渔船，功率44千瓦以上的'];
    expect(met(cells, { 使用机动渔船: false })).toEqual([cells[0]]);
    expect(met(cells, { 使用机动渔船: true, 功率: 44 })).toEqual([cells[2]]);
  });

  it('是、否一栏问的是表头', () => {
    expect(met(['否', '是'], { '在禁渔区（期）': true }, '是否在禁渔区（期）')).toEqual(['是']);
    expect(met(['是'], { 主动报告: false }, '主动报告')).toEqual([]);
  });

  it('两样都做、只做其一、两样都没有做，是同两件事', () => {
    const cells = [
      '主动赔偿损失，且限期治理',
      '未主动赔偿损失，但限期治理或者主动赔偿损失，但未限期治理',
      '既未主动赔偿损失，也未限期治理',
    ];
    const chosen = (paid: boolean, mended: boolean) => met(cells, { 主动赔偿损失: paid, 限期治理: mended });
    expect(chosen(true, true)).toEqual([cells[0]]);
    expect(chosen(false, true)).toEqual([cells[1]]);
    expect(chosen(true, false)).toEqual([cells[1]]);
    expect(chosen(false, false)).toEqual([cells[2]]);
  });
});
