import { describe, expect, it } from 'vitest';
import { labelledParticulars } from '../../src/review/words/labelled-particulars.ts';

const CODE = '91990101MA0000001Y';
const read = (text: string) => {
  const { parties, ...rest } = labelledParticulars(text);
  return { ...rest, parties: parties.map(({ onward: _onward, ...party }) => party) };
};

describe('labelled lines of a paper', () => {
  it('give the party with its code, seat, cause and case number', () => {
    expect(
      read(
        `案号：示市监案〔2025〕1号\n案由：涉嫌经营超过保质期的食品\n当事人：示例商行有限公司\n统一社会信用代码：${CODE}\n住所：示例路1号\n`,
      ),
    ).toEqual({
      parties: [{ name: '示例商行有限公司', creditCode: CODE, address: '示例路1号' }],
      causes: ['涉嫌经营超过保质期的食品'],
      caseNumbers: ['示市监案〔2025〕1号'],
      shortNames: [],
    });
  });

  it.each([
    [
      '全角',
      '当事人：示例商行　统一社会信用代码：９１９９０１０１ＭＡ０００００００１Ｙ'.replace(
        '０００００００',
        '００００００',
      ),
    ],
    ['同一行用逗号隔开', `当事人：示例商行，统一社会信用代码：${CODE}，法定代表人：示例丙`],
    ['代码紧接标签', `一、当事人：示例商行，统一社会信用代码${CODE}，法定代表人示例丙`],
    ['法定代表人在前', `当事人：示例商行 法定代表人：示例丙 统一社会信用代码：${CODE}`],
    ['标签带括号', `当事人（名称或者姓名）：示例商行\n统一社会信用代码（注册号）：${CODE}`],
  ])('are read alike: %s', (_how, text) => {
    expect(read(text).parties[0]).toMatchObject({ name: '示例商行', creditCode: CODE });
  });

  it.each([
    ['第三人的代码', `当事人：示例商行\n第三人：示例供货公司\n统一社会信用代码：${CODE}`],
    ['供货商的代码', `当事人：示例商行，供货商示例供货公司，统一社会信用代码：${CODE}`],
    ['证人的身份号码', '当事人：示例商行\n证人：示例寅\n公民身份号码：990101199001010017'],
    ['法定代表人的身份号码', '当事人：示例商行\n法定代表人：示例丙\n身份证号码：990101199001010017'],
    ['代理人的住址', '当事人：示例商行，委托代理人示例巳，住址：示例路9号'],
    ['法定代表人的住址', '当事人：示例商行\n法定代表人：示例丙\n住址：示例路9号'],
    ['遮盖的号码', '当事人：示例商行\n统一社会信用代码：9199**********001Y'],
    ['空白', '当事人：示例商行\n统一社会信用代码：＿＿＿＿\n住所：______'],
  ])('do not give the party what is another’s or masked: %s', (_whose, text) => {
    expect(read(text).parties).toEqual([{ name: '示例商行' }]);
  });

  it.each([
    '当事人：示例午 2025年6月5日',
    '当事人：示例午　二〇二五年六月五日',
    '当事人：示例午 2025.6.5',
    '当事人：示例午　执法人员：示例未 示例申',
    '当事人：示例午　见证人：示例未',
  ])('do not take for the party who signs: %s', (line) => {
    expect(read(`${line}\n`).parties).toEqual([]);
  });

  it('take a person with the day of birth for the party', () => {
    expect(read('当事人：示例午　1980年5月1日出生').parties).not.toEqual([]);
    expect(read('当事人：示例商行　执法人员：示例未').parties).toEqual([{ name: '示例商行' }]);
  });

  it('of several parties give each its own number', () => {
    const text =
      '当事人一：示例甲\n公民身份号码：990101199001010017\n当事人二：示例乙\n公民身份号码：990101199001010025';
    expect(read(text).parties).toEqual([
      { name: '示例甲', idNumber: '990101199001010017' },
      { name: '示例乙', idNumber: '990101199001010025' },
    ]);
  });

  it('are not speech, sentences or blanks', () => {
    const text = '当事人：我对处罚没有意见。\n当事人：没有。\n当事人：×××\n当事人：＿＿＿\n当事人：';
    expect(read(text).parties).toEqual([]);
    expect(read('经查，当事人于2025年3月3日销售过期食品，案由是经营过期食品。')).toMatchObject({
      parties: [],
      causes: [],
    });
  });

  it('end with the head of the paper: a long sentence after them is running text', () => {
    const story =
      '本机关执法人员在检查中发现货架上摆放超过保质期的糕点，经询问其从示例市购进，共计十二盒，'.repeat(3);
    const text = `当事人：示例商行\n事实：${story}\n地址：示例路9号`;
    expect(read(text).parties).toEqual([{ name: '示例商行' }]);
  });

  it('give the short names that the paper introduces', () => {
    expect(read('示例食品商行有限公司（以下简称“示例商行”）销售过期食品。').shortNames).toEqual([
      { full: '示例食品商行有限公司', short: '示例商行' },
    ]);
  });

  it('leave out who signed: a signature names no party', () => {
    const text =
      '对示例商行有限公司的货物登记保存。执法人员：示例甲。当事人：示例庚（签名）。\n当事人（签字）：示例庚';
    expect(read(text).parties).toEqual([]);
  });
});
