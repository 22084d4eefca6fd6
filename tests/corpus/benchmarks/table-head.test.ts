import { describe, expect, it } from 'vitest';
import { tableHead } from '../../../src/corpus/benchmarks/table-head.ts';

function bounds(...notes: string[]): [string, string] | undefined {
  const { boundWords } = tableHead('示例表', notes);
  return boundWords && [boundWords.above, boundWords.below];
}

describe('what a table says of 以上 and 以下', () => {
  it.each<[string, [string, string] | undefined]>([
    ['本表所称“以上”包括本数，“以下”不包括本数。', ['includes', 'excludes']],
    ['“以上”不含本数，“以下”含本数', ['excludes', 'includes']],
    ['“以上”“以下”均含本数', ['includes', 'includes']],
    ['”以上“、”以下“均包含本数', ['includes', 'includes']],
    ['本基准所称以上、以下、以内均包括本数；不满、超过不包括本数。', ['includes', 'includes']],
    ['以上（含本数）、以下（不含本数）', ['includes', 'excludes']],
    ['以下均不包含本数，以上均包含本数', ['includes', 'excludes']],
    ['“以上”、“以下”均不含本数', ['excludes', 'excludes']],
    ['“以上”“以下”，除另有注明外，均不包括本数', ['excludes', 'excludes']],
    ['“以下”包括本数', ['includes', 'includes']],
    ['“以下”不包括本数', ['includes', 'excludes']],
    ['“以上”不包括本数', ['excludes', 'includes']],
    ['“以上”包括本数', undefined],
    ['3次以下（不含3次）的，从轻处罚', undefined],
    ['3次以上（含3次）、5次以下（不含本数）', undefined],
    ['5万元（含本数）以上', undefined],
    ['三个月以下不含本数', undefined],
    ['以上情形含本市范围', undefined],
  ])('%s', (note, read) => {
    expect(bounds(note)).toEqual(read);
  });

  it('takes neither of two sentences that disagree, and joins two that do not', () => {
    expect(bounds('“以上”“以下”均含本数', '“以上”含本数，“以下”不含本数')).toBeUndefined();
    expect(bounds('“以上”含本数', '“以下”不含本数')).toEqual(['includes', 'excludes']);
  });
});
