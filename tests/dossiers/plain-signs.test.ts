import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSigns } from '../../src/dossiers/words/plain-signs.ts';

describe('字形写成通常的样子', () => {
  it.each([
    ['全角的字母和数字', '证号：ＡＢ１２３，罚款５．５万元', '证号：AB123，罚款5.5万元'],
    ['别样的冒号和括号', '当事人﹕示例商行﹙个体﹚', '当事人：示例商行（个体）'],
    ['栏目前的圆点', '● 当事人：示例商行', '  当事人：示例商行'],
    ['栏目前的图画', '📌当事人：示例商行', '  当事人：示例商行'],
    ['栏目后的勾', '当事人✅：示例商行', '当事人 ：示例商行'],
    ['冒号后的菱形', '当事人：◆示例商行', '当事人： 示例商行'],
    ['加重的记号', '**当事人**：示例商行', '  当事人  ：示例商行'],
    ['表格里的栏目', '★ 当事人\t示例商行', '  当事人\t示例商行'],
  ])('%s', (_, text, plain) => {
    expect(plainSigns(text)).toBe(plain);
    expect(plainSigns(text)).toHaveLength(text.length);
  });

  it.each([
    ['可以选择的圆点', '送达方式：●直接送达 ○留置送达'],
    ['方框里的勾', '送达方式：☑直接送达 □留置送达'],
    ['正文里的圆点', '● 本局认为当事人的行为违法。'],
    ['遮去的号码', '身份证号：3201**********1234'],
    ['没有填的日期', '日期：____年__月__日'],
    ['商标和版权', '包装标有示例®字样，©2024'],
    ['文号的括号', '示罚〔2024〕1号（2024）'],
  ])('%s照原样', (_, text) => {
    expect(plainSigns(text)).toBe(text);
  });

  it('每一处的位置都不变', () => {
    const sign = fc.constantFrom(
      '当',
      '事',
      '人',
      '：',
      '\n',
      '\t',
      ' ',
      '●',
      '✅',
      '📌',
      '*',
      '１',
      'Ａ',
      '．',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const text = signs.join('');
        const plain = plainSigns(text);
        expect(plain).toHaveLength(text.length);
        for (const [at, one] of [...text].entries()) {
          if (/[\p{sc=Han}\n\t]/u.test(one) && text.length === [...text].length) expect(plain[at]).toBe(one);
        }
      }),
    );
  });

  it('一长串同样的记号不费时间', () => {
    const begun = performance.now();
    plainSigns('●'.repeat(200_000));
    plainSigns(`当事人${'●'.repeat(200_000)}：`);
    plainSigns('●当'.repeat(100_000));
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
