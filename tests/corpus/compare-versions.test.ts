import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../src/corpus/versions/compare-versions.ts';
import { compareWords } from '../../src/corpus/versions/compare-words.ts';

const version = (...texts: string[]) =>
  new Map(texts.map((text, index) => [String(index + 1), text] as const));

const A = '为了规范养犬行为，维护公共秩序，制定本条例。';
const B = '养犬人应当自饲养之日起十五日内办理登记。';
const C = '携犬出户应当牵引，牵引绳的长度不超过二米。';
const D = '违反本条例第三条规定的，处五十元以上二百元以下的罚款。';

describe('两个版本逐条比较', () => {
  it('增加一条，以后的条号顺延', () => {
    expect(compareVersions(version(A, B, C), version(A, D, B, C))).toEqual([
      { kind: 'added', new: '2' },
      { kind: 'renumbered', old: '2', new: '3' },
      { kind: 'renumbered', old: '3', new: '4' },
    ]);
  });

  it('删去的一条列在原来的地方', () => {
    expect(compareVersions(version(A, B, C), version(A, C))).toEqual([
      { kind: 'removed', old: '2' },
      { kind: 'renumbered', old: '3', new: '2' },
    ]);
  });

  it('改了字又改了条号的，仍认得出是同一条', () => {
    const changed = B.replace('十五日', '三十日');
    expect(compareVersions(version(A, B, C), version(D, A, changed, C))).toEqual([
      { kind: 'added', new: '1' },
      { kind: 'renumbered', old: '1', new: '2' },
      { kind: 'changed', old: '2', new: '3' },
      { kind: 'renumbered', old: '3', new: '4' },
    ]);
  });

  it('空格、换行和标点的宽窄不算修改', () => {
    expect(compareVersions(version('第一款。\n第二款（甲）。'), version('第一款。 第二款(甲)。'))).toEqual(
      [],
    );
  });

  it('看不见的字符不算修改', () => {
    expect(compareVersions(version(A), version(`${A}\n\u200b`))).toEqual([]);
  });

  it('完全不同的同号条文，是删去一条、增加一条', () => {
    expect(compareVersions(version(A), version('国家鼓励科学研究。'))).toEqual([
      { kind: 'added', new: '1' },
      { kind: 'removed', old: '1' },
    ]);
  });

  it('之一的条号照样比较', () => {
    expect(
      compareVersions(
        new Map([['8', A]]),
        new Map([
          ['8', A],
          ['8-1', B],
        ]),
      ),
    ).toEqual([{ kind: 'added', new: '8-1' }]);
  });

  it('每一条旧条文和新条文都恰好有一个去处', () => {
    const text = fc.constantFrom(A, B, C, D, A + B, C + D, B.replace('登记', '备案'), '示例。', '');
    const texts = fc.array(text, { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (old, fresh) => {
        const before = version(...old);
        const after = version(...fresh);
        const changes = compareVersions(before, after);
        const from = changes.flatMap((change) => ('old' in change ? [change.old] : []));
        const to = changes.flatMap((change) => ('new' in change ? [change.new] : []));
        expect(new Set(from).size).toBe(from.length);
        expect(new Set(to).size).toBe(to.length);
        const untold = [...before.keys()].filter((number) => !from.includes(number));
        for (const number of untold) expect(before.get(number)).toBe(after.get(number));
        expect(untold).toEqual([...after.keys()].filter((number) => !to.includes(number)));
      }),
    );
  });
});

describe('逐词比较', () => {
  it('以词为单位，删去的在前，增加的在后', () => {
    expect(compareWords('处五十元以上罚款。', '处一百元以上罚款。')).toEqual([
      { change: 'same', text: '处' },
      { change: 'removed', text: expect.stringContaining('五') },
      { change: 'added', text: expect.stringContaining('一') },
      { change: 'same', text: expect.stringContaining('以上罚款。') },
    ]);
  });

  it('去掉增加的就是旧文，去掉删去的就是新文', () => {
    const text = fc.stringMatching(/^[养犬人应当登记，。罚款五十元\n]{0,30}$/u);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = compareWords(before, after);
        const without = (change: string) =>
          runs.flatMap((run) => (run.change === change ? [] : [run.text])).join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});
