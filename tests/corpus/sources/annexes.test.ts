import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '../../../src/corpus/source-draft.ts';
import { checkNumbers } from '../../../src/corpus/sources/check-numbers.ts';
import { readNormText } from '../../../src/corpus/sources/read-norm-text.ts';

const MAIN = [
  '示例市犬只管理办法',
  '（2023年3月1日示例市人民政府令第5号公布）',
  '第一条　为了管理犬只，制定本办法。',
  '第二条　遛犬不牵绳的，处二百元罚款。',
  '第三条　本办法自2023年5月1日起施行。',
];

function read(...lines: string[]) {
  const readings = readNormText('a.txt', [[...MAIN, ...lines].join('\n')]);
  return {
    faults: readings.flatMap((reading) => ('fault' in reading ? [reading.fault] : [])),
    norms: readings.flatMap((reading) =>
      'source' in reading
        ? [
            {
              title: reading.source.title,
              from: reading.source.statedFrom,
              complete: reading.source.complete ?? true,
              articles: (reading.entries as EntryDraft[]).map(({ article }) => article),
              texts: (reading.entries as EntryDraft[]).map(({ text }) => text),
            },
          ]
        : [],
    ),
  };
}

const ANNEX = ['第一条　为了规范免罚，制定本规定。', '第二条　初次不牵绳的，不予处罚。'];

describe('条号重新编起的附件', () => {
  it.each([
    ['附件单独一行', ['附件', '示例市犬只免罚规定']],
    ['名称与附件同在一行', ['附件1：示例市犬只免罚规定']],
    ['没有附件二字，只有名称和题注', ['示例市犬只免罚规定', '（2023年3月1日公布）']],
    ['有目录和章', ['附件', '示例市犬只免罚规定', '目　录', '第一章　总则', '第一章　总则']],
    ['名称断为两行', ['附件', '示例市公安局关于犬只初次违法', '免罚的规定']],
  ])('有名称的自成一部，随主件施行，主件的条文不变：%s', (_, head) => {
    const { norms, faults } = read(...head, ...ANNEX);
    expect(faults).toEqual([]);
    expect(norms).toHaveLength(2);
    expect(norms[0]).toMatchObject({ title: '示例市犬只管理办法', articles: ['1', '2', '3'] });
    expect(norms[0]!.texts[2]).toBe('本办法自2023年5月1日起施行。');
    expect(norms[1]!.title).toMatch(/^示例市(?:犬只免罚规定|公安局关于犬只初次违法免罚的规定)$/);
    expect(norms[1]).toMatchObject({ from: '2023-05-01', articles: ['1', '2'] });
  });

  it('几个附件各成一部', () => {
    const { norms } = read('附件1', '示例市免罚规定', ...ANNEX, '附件2', '示例市减罚规定', ...ANNEX);
    expect(norms.map(({ title }) => title)).toEqual([
      '示例市犬只管理办法',
      '示例市免罚规定',
      '示例市减罚规定',
    ]);
  });

  it('没有名称的作为附文保留并报告，不混入主件的条文', () => {
    const { norms, faults } = read('附件', ...ANNEX);
    expect(norms).toHaveLength(1);
    expect(norms[0]!.articles).toEqual(['1', '2', '3', undefined]);
    expect(norms[0]!.texts[3]).toContain('初次不牵绳的，不予处罚。');
    expect(faults).toEqual([expect.stringContaining('附件')]);
  });

  it('条文里引用的第一条、没有条文的附件，不算重新编起', () => {
    const { norms, faults } = read('附件', '罚款收据样式', '“第一条　略。”', '第一条规定的情形除外。');
    expect(norms).toHaveLength(1);
    expect(norms[0]!.articles).toEqual(['1', '2', '3']);
    expect(faults).toEqual([]);
  });
});

describe('条号重复或者缺少', () => {
  it('重复的后一处作为附文保留并报告；一字不差的重复不算', () => {
    const { norms, faults } = read('第二条　遛犬应当戴嘴套。', MAIN.at(-1)!);
    expect(norms[0]!.articles).toEqual(['1', '2', '3', undefined]);
    expect(norms[0]!.texts[3]).toBe('遛犬应当戴嘴套。');
    expect(faults).toEqual([expect.stringMatching(/第二条.*重复/)]);
  });

  it('缺条的按不完整保存并报告；次序颠倒的不算缺', () => {
    expect(read('第五条　略。', '第四条　略。').norms[0]!.complete).toBe(true);
    const { norms, faults } = read('第六条　略。');
    expect(norms[0]!.complete).toBe(false);
    expect(faults).toEqual([expect.stringMatching(/缺第四条、第五条/)]);
  });

  it('只有寥寥几条的是摘录：也按不完整保存，不必报告', () => {
    const { norms, faults } = read('第六十条　略。');
    expect(norms[0]!.complete).toBe(false);
    expect(faults).toEqual([]);
  });

  it('修正案的条号接着以前的修正案，不算缺', () => {
    const articles = ['3', '4'].map((article) => ({ article, text: `第${article}条的文字` }));
    expect(checkNumbers('示例宪法修正案（1993年）', articles).missing).toEqual([]);
    expect(checkNumbers('示例条例', articles).missing).toEqual([1, 2]);
  });
});
