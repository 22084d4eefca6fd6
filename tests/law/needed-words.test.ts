import { describe, expect, it } from 'vitest';
import { INSTRUCTION_PATTERNS, PINYIN_PATTERNS } from '../../src/law/instruction-patterns.ts';
import { likelyPatterns } from '../../src/law/likely-patterns.ts';
import { neededWords } from '../../src/law/needed-words.ts';

describe('什么词不在，模式就不会符合', () => {
  it.each<[string, string[] | undefined]>([
    ['忽略', ['忽略']],
    ['忽略|无视', ['忽略', '无视']],
    ['规?则一', ['则一']],
    ['(?:输出|返回)[^。]{0,8}符合', ['符合']],
    ['(?:输出|返回)+', ['输出', '返回']],
    ['(?:输出|返回)?', undefined],
    ['(?:输出|)', undefined],
    ['(?<=请)判(?!断)', ['判']],
    ['\\bai\\b', ['ai']],
    ['[:,]', [':', ',']],
    ['[^:]|a', undefined],
    ['\\d{4}年', ['年']],
    ['甲{2,3}\\/', ['甲']],
    ['\\p{sc=Han}', undefined],
  ])('%s', (source, words) => {
    expect(neededWords(source)).toEqual(words);
  });

  it('每一模式都有不可缺的词，否则每份材料都要逐一试过', () => {
    for (const { source } of [...INSTRUCTION_PATTERNS, ...PINYIN_PATTERNS]) {
      expect(neededWords(source), source).toBeDefined();
    }
  });

  it('按顺序只取可能符合的模式', () => {
    const patterns = [/乙丙/u, /甲|乙丁/u, /\d/u, /丙{0,2}/u];
    expect(likelyPatterns(patterns)('甲乙丙')).toEqual([/乙丙/u, /甲|乙丁/u, /\d/u, /丙{0,2}/u]);
    expect(likelyPatterns(patterns)('丙')).toEqual([/\d/u, /丙{0,2}/u]);
  });
});
