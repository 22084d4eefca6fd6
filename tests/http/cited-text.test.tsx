import { describe, expect, it } from 'vitest';
import { CitedText } from '../../src/http/pages/citation-note.tsx';

describe('a text with citations that open', () => {
  it('a bracket stays in the line of the citation that it opens', () => {
    const html = String(CitedText({ text: '处以罚款（《中华人民共和国行政处罚法》第三十二条）。' }));
    expect(html).toMatch(/处以罚款<span class="nowrap">（<button[^>]*class="citation"/);
    expect(html.replaceAll(/<span\s+class="citation-note"[\s\S]*?<\/span><\/span>/g, '')).toContain('）。');
  });

  it('a citation without a bracket stands as it is', () => {
    expect(String(CitedText({ text: '依据《中华人民共和国行政处罚法》第三十二条。' }))).not.toContain(
      'nowrap',
    );
  });
});
