import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsIn } from '../../src/dossiers/words/fields-in.ts';

const pairs = (text: string) => fieldsIn(text).map(({ label, value }) => [label, value]);

describe('材料中的栏目', () => {
  it.each<[string, [string, string][]]>([
    ['当事人：示例商行', [['当事人', '示例商行']]],
    ['当 事 人： 示例商行', [['当事人', '示例商行']]],
    [
      '姓名：张示 性别：男　身份证号：110',
      [
        ['姓名', '张示'],
        ['性别', '男'],
        ['身份证号', '110'],
      ],
    ],
    [
      '姓　名：张示  性　别：男',
      [
        ['姓名', '张示'],
        ['性别', '男'],
      ],
    ],
    [
      '当事人：示例商行，住所：示例路1号，电话：010',
      [
        ['当事人', '示例商行'],
        ['住所', '示例路1号'],
        ['电话', '010'],
      ],
    ],
    [
      '当事人\t示例商行\t法定代表人\t张示',
      [
        ['当事人', '示例商行'],
        ['法定代表人', '张示'],
      ],
    ],
    ['案由：\n经营过期食品', [['案由', '经营过期食品']]],
    ['一、案由：经营过期食品', [['案由', '经营过期食品']]],
    ['执法人员（签名）：甲某、乙某', [['执法人员(签名)', '甲某、乙某']]],
    ['当事人：______', []],
    [
      '当事人　示例商行　法定代表人　张示',
      [
        ['当事人', '示例商行'],
        ['法定代表人', '张示'],
      ],
    ],
    [
      '被询问人 张示 性别 男 身份证号 110 单位：示例厂',
      [
        ['被询问人', '张示'],
        ['性别', '男'],
        ['身份证号', '110'],
        ['单位', '示例厂'],
      ],
    ],
    ['当 事 人\t名    称\t示例商行', [['名称', '示例商行']]],
    ['当 事 人  示例商行', [['当事人', '示例商行']]],
    ['我局的承办人 看过了', []],
    [
      '【案由】涉嫌无证经营\n【承办人意见】建议立案。',
      [
        ['案由', '涉嫌无证经营'],
        ['承办人意见', '建议立案。'],
      ],
    ],
    ['【示例】行政处罚决定书', []],
    [
      '问：你是谁？\n答：我是张示。',
      [
        ['问', '你是谁？'],
        ['答', '我是张示。'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  it('值就是原文这一处的字，任何文字都不出错', () => {
    const signs = fc.constantFrom(...'当事人：:\t\n 　张三（签名）2024年，。;、_/住所地A');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 80 }), (parts) => {
        const text = parts.join('');
        for (const { value, start, end, label } of fieldsIn(text)) {
          expect(text.slice(start, end)).toBe(value);
          expect(value).not.toBe('');
          expect(label).not.toMatch(/\s/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
