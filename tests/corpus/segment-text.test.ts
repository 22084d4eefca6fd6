import { describe, expect, it } from 'vitest';
import { normaliseText, segmentText } from '../../src/corpus/segment-text.ts';

describe('cutting a text into terms', () => {
  it('gives characters, pairs and words of Chinese', () => {
    const { characters, bigrams, words } = segmentText('责令停产停业，罚款');
    expect(characters).toEqual([...'责令停产停业罚款']);
    expect(bigrams).toEqual(['责令', '令停', '停产', '产停', '停业', '罚款']);
    expect(words).toEqual(['责令停产停业', '罚款']);
  });

  it('never pairs characters across punctuation or blanks', () => {
    expect(segmentText('立案。调查').bigrams).toEqual(['立案', '调查']);
    expect(segmentText('立 案').bigrams).toEqual([]);
  });

  it('keeps legal words whole that a general dictionary cuts', () => {
    expect(segmentText('应当进行法制审核').words).toContain('法制审核');
    expect(segmentText('烟草专卖零售许可证').words).toContain('烟草专卖零售许可证');
  });

  it('takes full width, capitals and half width as the same', () => {
    expect(normaliseText('ＡＢＣ１２３')).toBe('abc123');
    expect(segmentText('ＰＭ２.５')).toEqual(segmentText('pm2.5'));
  });

  it('takes a run of letters or digits as one term, cut when it is data rather than a word', () => {
    expect(segmentText('a1b2').characters).toEqual(['a1b2']);
    expect(segmentText('9'.repeat(500)).characters).toEqual(['9'.repeat(64)]);
  });

  it('parts figures and letters from the Chinese beside them', () => {
    expect(segmentText('2024年3月罚款5万元').bigrams).toEqual(['2024', '3', '月罚', '罚款', '5', '万元']);
    expect(segmentText('苏A12345号车').characters).toEqual(['苏', 'a12345', '号', '车']);
  });

  it('finds nothing in punctuation, and survives halves of surrogate pairs', () => {
    expect(segmentText('，。！ \n')).toEqual({ bigrams: [], words: [], characters: [] });
    expect(segmentText('\ud800罚款\udfff').bigrams).toEqual(['罚款']);
  });
});
