import { describe, expect, it } from 'vitest';
import { type Era, misplacedArticles } from '../../src/review/misplaced-articles.ts';

const faults = (text: string, era: Era = 'revised') =>
  misplacedArticles(text, era).map(({ fault, topic, due }) => `${fault} ${topic} ${due.join('、')}`);

describe('articles of 行政处罚法 in a paper made after 15 July 2021', () => {
  it.each([
    ['依据《行政处罚法》第四十二条，你单位有权要求听证。', 'stale 听证 44、45、63、64、65'],
    ['依照《中华人民共和国行政处罚法》第三十七条第二款，对货物先行登记保存。', 'stale 先行登记保存 56'],
    ['根据行政处罚法第二十三条，责令当事人立即改正。', 'stale 责令改正 28'],
    ['依据《行政处罚法》第三十三条，适用简易程序。', 'stale 当场处罚 51、52'],
    ['《行政处罚法》第51条规定，逾期不缴纳的每日加处罚款。', 'stale 加处罚款和强制执行 72'],
    ['依据《行政处罚法》第四十条，决定从轻处罚。', 'wrong 从轻或者减轻处罚 30、31、32、33'],
    [
      '依据《行政处罚法》（2021年1月22日修订）第四十四条、第四十二条，可以要求听证。',
      'stale 听证 44、45、63、64、65',
    ],
  ])('that do not fit their topic are found: %s', (text, expected) => {
    expect(faults(text)).toEqual([expected]);
  });

  it.each([
    '依据修订前的《行政处罚法》第四十二条，当时举行了听证。',
    '原《中华人民共和国行政处罚法》第四十二条关于听证的规定，现为第六十三条。',
    '《中华人民共和国行政处罚法》（2017年修正）第四十二条规定了听证。',
    '2019年5月6日，本机关依据《行政处罚法》第四十二条对当事人另案举行听证。',
    '示市监罚〔2020〕5号决定依据《行政处罚法》第五十一条第一项加处罚款。',
    '当事人：根据《行政处罚法》第四十二条我要求听证。',
    '答：你们没有按《行政处罚法》第四十二条举行听证。',
    '依据《行政处罚法》第四十二条，由两名执法人员举行听证前调查。',
    '依据《行政处罚法》第四十条，违法事实不清的不予行政处罚。',
    '依据《行政处罚法》第六条，坚持处罚与教育相结合，听取当事人陈述、申辩。',
    '依据《行政处罚法》第二十七条，涉嫌犯罪的移送司法机关。',
    '依据《行政处罚法》第三十三条，违法行为轻微的不予行政处罚，可以当场作出。',
    '依据《行政许可法》第四十二条。听证另行通知。',
    '依据《行政处罚法》第四十二条。',
  ])('are left alone where they fit, are history, speech or have no topic: %s', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

describe('articles of 行政处罚法 in a paper made before', () => {
  it.each([
    ['依据《行政处罚法》第六十三条，你单位有权要求听证。', 'premature 听证 42、43'],
    ['依据《行政处罚法》第七十二条，逾期不缴纳的每日加处罚款。', 'premature 加处罚款和强制执行 51'],
    ['依据《行政处罚法》第五十六条，先行登记保存。', 'premature 先行登记保存 37'],
  ])('that are the later ones are found: %s', (text, expected) => {
    expect(faults(text, 'former')).toEqual([expected]);
  });

  it.each([
    '依据《行政处罚法》第四十二条，你单位有权要求听证。',
    '依据《行政处罚法》第三十一条、第三十二条，你单位有权陈述、申辩。',
    '依据《行政处罚法》第二十七条，从轻处罚。',
    '依据《行政处罚法》第三十八条，经集体讨论决定。',
    '自2021年7月15日起，听证依据修订后的《行政处罚法》第六十三条。',
  ])('are left alone where they fit: %s', (text) => {
    expect(faults(text, 'former')).toEqual([]);
  });
});

it('quotes the sentence, cut around the citation where it is long', () => {
  const filler = '经本机关执法人员多次上门核实并逐项比对账册';
  const [found] = misplacedArticles(
    `${filler.repeat(10)}，依据《行政处罚法》第四十二条举行听证。`,
    'revised',
  );
  expect(found?.sentence).toContain('《行政处罚法》第四十二条');
  expect(found?.sentence.length).toBeLessThan(140);
  expect(found?.sentence.startsWith('……')).toBe(true);
});
