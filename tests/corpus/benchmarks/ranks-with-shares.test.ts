import { describe, expect, it } from 'vitest';
import { ranksWithShares } from '../../../src/corpus/benchmarks/ranks-with-shares.ts';
import { sparedInNotes } from '../../../src/corpus/benchmarks/words/spared-in-notes.ts';

const isRank = (word: string) => /^(?:较轻|一般|严重)$/.test(word);
const read = (labels: string[], rows: string[][], notes: string[] = [], item?: string) =>
  ranksWithShares(labels, rows, { bounds: undefined, notes, item });

describe('ranks across with their share in the heading', () => {
  it.each([
    ['较轻\n（罚款幅度的30%以下）', '严重\n（罚款幅度的30%以上）'],
    ['违法情形较轻（法定罚款幅度30%以下）', '违法情形严重（法定罚款幅度30%以上）'],
    ['较轻【按罚款幅度的30%以下处罚】', '严重【按罚款幅度的30%以上处罚】'],
    ['较轻（处法定罚款幅度内的百分之三十以下罚款）', '严重（处法定罚款幅度内的百分之三十以上罚款）'],
  ])('%s', (mild, grave) => {
    const turned = read(['处罚对象', mild, grave], [['单位', '2处以下', '3处以上']]);
    expect(turned).toMatchObject({ labels: ['处罚对象', '裁量阶次', '适用情形', '处罚标准'] });
    const grid = turned && 'grid' in turned ? turned.grid : [];
    expect(grid.map((cells) => cells.slice(0, 3))).toEqual([
      ['单位', '较轻', '2处以下'],
      ['单位', '严重', '3处以上'],
    ]);
    expect(grid[0]!.at(-1)).toMatch(/^法定罚款幅度的(?:30%|百分之三十)以下$/);
    expect(grid[1]!.at(-1)).toMatch(/^法定罚款幅度的(?:30%|百分之三十)以上$/);
  });

  it('takes a fine in the heading as it stands', () => {
    const turned = read(
      ['一般（处1万元以上2万元以下罚款）', '严重（处2万元以上5万元以下罚款）'],
      [['1次', '2次以上']],
    );
    expect(turned).toMatchObject({
      grid: [
        ['一般', '1次', '处1万元以上2万元以下罚款'],
        ['严重', '2次以上', '处2万元以上5万元以下罚款'],
      ],
    });
  });

  const HEADS = ['处罚对象', '较轻（罚款幅度的30%以下）', '严重（罚款幅度的30%以上）'];
  const ROWS = [
    ['单位', '1件', '2件以上'],
    ['个人', '1件', '2件以上'],
  ];
  const NOTE =
    '3.对个人实施第2至4项违法行为，情形较轻的，处警告，不处罚款；情形严重的，按上述比例处罚款，不处警告。';
  const finesOf = (item: string, rows = ROWS, note = NOTE) => {
    const turned = read(HEADS, rows, [note], item);
    return turned && 'grid' in turned ? turned.grid.map((cells) => cells.at(-1)) : turned?.faults.length;
  };

  it('warns persons alone where a note says so, in the items that it names', () => {
    const [low, high] = ['法定罚款幅度的30%以下', '法定罚款幅度的30%以上'];
    expect(finesOf('1')).toEqual([low, high, low, high]);
    expect(finesOf('2')).toEqual([low, high, '警告', high]);
    expect(finesOf('4')).toEqual([low, high, '警告', high]);
    expect(finesOf('5')).toEqual([low, high, low, high]);
  });

  it('refuses a note that it cannot read, and one for a side of a row for both', () => {
    expect(finesOf('2', ROWS, '3.情形较轻的，视情况处警告，可以不处罚款。')).toBe(1);
    expect(finesOf('2', [['单位、个人', '1件', '2件以上']])).toBe(1);
  });

  it.each([
    ['only one heading has a share', ['较轻（罚款幅度的30%以下）', '严重'], [['1件', '2件']]],
    ['the percentage is of nothing', ['较轻（30%以下）', '严重（30%以上）'], [['1件', '2件']]],
    [
      'a column of fines stands beside',
      ['较轻（罚款幅度的30%以下）', '严重（罚款幅度的30%以上）', '罚款'],
      [['1件', '2件', '处1万元罚款']],
    ],
  ])('is left alone where %s', (_, heads, rows) => {
    expect(read(heads, rows)).toBeUndefined();
  });
});

describe('notes on ranks that are only warned', () => {
  it('reads sides, items and ranks', () => {
    expect(sparedInNotes(['2.单位和个人情形较轻的，给予警告，不予罚款。'], isRank)).toBe('unread');
    expect(sparedInNotes(['个人违法情形一般、较轻的，给予警告，不予罚款。'], isRank)).toEqual([
      { who: 'person', ranks: ['一般', '较轻'] },
    ]);
    expect(sparedInNotes(['对个人，情节较轻的，给予警告，不予罚款。'], isRank)).toEqual([
      { who: 'person', ranks: ['较轻'] },
    ]);
    expect(sparedInNotes(['第2、4项，情节较轻、一般的，给予警告，不处罚款'], isRank)).toEqual([
      { ranks: ['较轻', '一般'], items: ['2', '4'] },
    ]);
    expect(sparedInNotes(['本标准自印发之日起施行。', '警告由执法机构当场作出。'], isRank)).toEqual([]);
  });
});
