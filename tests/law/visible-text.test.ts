import { describe, expect, it } from 'vitest';
import { visibleText } from '../../src/law/visible-text.ts';

describe('visibleText', () => {
  it('keeps all that is seen: lines, tabs, full-width spaces, rare characters and those of private use', () => {
    const text = '第一行\r\n\t第二行　《办法》𠮷\u{e000}〔2026〕';
    expect(visibleText(text)).toBe(text);
  });

  it('drops what is not seen', () => {
    expect(visibleText('甲\u0000\u0001\u007f\u200b\u202e\ufeff\ufffe\ud800乙')).toBe('甲乙');
    expect(visibleText('\u200b'.repeat(20))).toBe('');
  });

  it('makes a line end of a soft break', () => {
    expect(visibleText('甲\u000b乙\u2028丙')).toBe('甲\n乙\n丙');
  });
});
