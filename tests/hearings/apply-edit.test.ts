import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../src/hearings/apply-edit.ts';
import { carrySpans } from '../../src/hearings/carry-spans.ts';
import type { KeptSegment } from '../../src/hearings/transcript-segment.ts';

const one: KeptSegment = {
  id: 1,
  start: 10,
  end: 20,
  text: '现在开始听证会纪律',
  role: 'presiding',
  confidence: 0.9,
  uncertain: [{ from: 4, to: 7 }],
  version: 3,
};
const two: KeptSegment = {
  id: 2,
  start: 20.5,
  end: 24,
  text: '请记录员宣读',
  uncertain: [{ from: 1, to: 4 }],
  version: 0,
};

describe('an edit of a transcript', () => {
  it('splits at the cursor, the time after the share of the words, unsure words on both sides', () => {
    const { before, after } = applyEdit({ act: 'split', id: 1, at: 6 }, [one], 9);
    expect(before).toEqual([one]);
    expect(after).toEqual([
      { ...one, text: '现在开始听证', end: 16.67, uncertain: [{ from: 4, to: 6 }] },
      { ...one, id: 9, text: '会纪律', start: 16.67, uncertain: [{ from: 0, to: 1 }] },
    ]);
    expect(applyEdit({ act: 'split', id: 1, at: 6, time: 12.5 }, [one], 9).after[1]!.start).toBe(12.5);
    // A time outside the sentence is none of it.
    expect(applyEdit({ act: 'split', id: 1, at: 6, time: 99 }, [one], 9).after[1]!.start).toBe(16.67);
    for (const at of [9, 20]) {
      expect(() => applyEdit({ act: 'split', id: 1, at }, [one], 9)).toThrow('句子中间');
    }
  });

  it('counts signs, not halves of them', () => {
    const rare: KeptSegment = { ...one, text: '𠮷野家的𠮷', uncertain: [] };
    const { after } = applyEdit({ act: 'split', id: 1, at: 1 }, [rare], 9);
    expect(after.map(({ text }) => text)).toEqual(['𠮷', '野家的𠮷']);
  });

  it('merges with the next: times span both, the first one speaks', () => {
    const { after } = applyEdit({ act: 'merge', id: 1, next: 2 }, [one, two], 0);
    expect(after).toEqual([
      {
        ...one,
        end: 24,
        text: '现在开始听证会纪律请记录员宣读',
        uncertain: [
          { from: 4, to: 7 },
          { from: 10, to: 13 },
        ],
      },
    ]);
    expect(() => applyEdit({ act: 'merge', id: 1, next: 7 }, [one], 0)).toThrow('他人');
  });

  it('replaces everywhere without losing a time, and takes signs of patterns for what they are', () => {
    const { before, after } = applyEdit({ act: 'replace', find: '听证', replace: '$&庭' }, [one, two], 0);
    expect(before).toEqual([one]);
    expect(after[0]).toMatchObject({ text: '现在开始$&庭会纪律', start: 10, end: 20 });
    expect(applyEdit({ act: 'replace', find: '没有', replace: '' }, [one, two], 0)).toEqual({
      before: [],
      after: [],
    });
  });

  it('gives roles in bulk and takes them away', () => {
    const edit = { act: 'role' as const, ids: [1, 2], role: 'clerk', speaker: ' 李某 ' };
    expect(applyEdit(edit, [one, two], 0).after).toEqual([
      { ...one, role: 'clerk', speaker: '李某' },
      { ...two, role: 'clerk', speaker: '李某' },
    ]);
    const { role: _, ...bare } = one;
    expect(applyEdit({ act: 'role', ids: [1], role: null }, [one], 0).after).toEqual([bare]);
  });

  it('confirms one unsure word at a time, and refuses times that run backwards', () => {
    expect(applyEdit({ act: 'confirm', id: 1, from: 4, to: 7 }, [one], 0).after[0]!.uncertain).toEqual([]);
    expect(() => applyEdit({ act: 'times', id: 1, start: 5, end: 4 }, [one], 0)).toThrow('早于');
  });
});

describe('unsure words of a text that changes', () => {
  const spans = [
    { from: 0, to: 2 },
    { from: 4, to: 6 },
  ];
  it.each([
    ['behind them stay', '甲乙丙丁戊己', '甲乙丙丁戊己庚', spans],
    ['between them move those behind', '甲乙丙丁戊己', '甲乙丁戊己', [spans[0], { from: 3, to: 5 }]],
    ['within one settles it', '甲乙丙丁戊己', '甲乙丙丁戊子', [spans[0]]],
    [
      'before them move all',
      '甲乙丙丁戊己',
      '子甲乙丙丁戊己',
      [
        { from: 1, to: 3 },
        { from: 5, to: 7 },
      ],
    ],
  ])('changes %s', (_, before, after, expected) => {
    expect(carrySpans(before, after, spans)).toEqual(expected);
  });
});
