import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainView } from '../../src/dossiers/words/plain-view.ts';

describe('去掉版面的文字', () => {
  it('接上一行写满处的断行，去掉汉字之间的空格，全角数字写成半角', () => {
    const text = `${'本局认为当事人的行为应当予以处罚并经集体讨论决定罚'}\n${'款人民币５０００元，当事人应当在规定的期限内前往银行'}\n缴 纳。`;
    expect(plainView(text).text).toBe(
      '本局认为当事人的行为应当予以处罚并经集体讨论决定罚款人民币5000元,当事人应当在规定的期限内前往银行缴纳。',
    );
  });

  it('短行是各自的栏目', () => {
    expect(plainView('当事人：张示\n地址：示例路\n电话：000').text).toBe(
      '当事人:张示\n地址:示例路\n电话:000',
    );
  });

  it('缩进更深的落款不接在上一行后面', () => {
    const text = `${'　　批准人张示二〇二四年九月九日执行时间也是同一天上午'}\n${'　　　　　　　　　　　　　　　　　　示例市示例区示例局'}\n${'　　　　　　　　　　　　　　　　　　2024-09-09'}`;
    expect(plainView(text).text.split('\n')).toHaveLength(3);
  });

  it('数字之间的空格留着', () => {
    expect(plainView('2024.10.16 3页').text).toBe('2024.10.16 3页');
  });

  it('位置总能回到原文', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('罚', '款', ' ', '　', '\n', '\t', '5', '（', '，', '。'), {
          maxLength: 80,
        }),
        (signs) => {
          const text = signs.join('');
          const view = plainView(text);
          for (let at = 0; at < view.text.length; at++) {
            const { start, end } = view.span(at, at + 1);
            expect(text.slice(start, end).normalize('NFKC').trim()).toBe(view.text[at]!.trim());
            expect(view.original(at, at + 1)).toBe(text.slice(start, end));
          }
        },
      ),
    );
  });
});
