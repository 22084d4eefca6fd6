import { describe, expect, it } from 'vitest';
import { namesIn } from '../../src/dossiers/words/names-in.ts';

describe('文字中的人名', () => {
  it.each<[string, string[]]>([
    ['敖立群　计文婷　2024.9.6', ['敖立群', '计文婷']],
    ['张三、李四（签名）2024年3月5日', ['张三', '李四']],
    ['陶景明（执法证号：99010400121）、祝小满（执法证号：99010400158）', ['陶景明', '祝小满']],
    ['厉春晓 戈远航', ['厉春晓', '戈远航']],
    ['王五和赵六', ['王五', '赵六']],
    ['和平、王和', ['和平', '王和']],
    ['张　示　李小示', ['张示', '李小示']],
    ['同意立案。　　盛启明　2024.9.9', ['盛启明']],
    ['同意立案，由敖立群、计文婷办理。　　盛启明　2024.9.9', ['盛启明']],
    ['虞国平局长', ['虞国平']],
    ['建议按12000元作出。祝小满', ['祝小满']],
    ['副局长卜广田，股长 薄永安', ['卜广田', '薄永安']],
    ['司马示、欧阳小示', ['司马示', '欧阳小示']],
    ['阿依·木示', ['阿依·木示']],
    ['张某某、示例甲', ['张某某', '示例甲']],
    ['王示二〇二四年四月十九日', ['王示']],
    ['刘示签名', ['刘示']],
    ['高素琴 2025年4月9日', ['高素琴']],
    ['以上笔录已阅，属实。', []],
    ['同意。', []],
    ['单位收发章', []],
    ['全体成员', []],
    ['', []],
  ])('%s', (text, names) => {
    const found = namesIn(text);
    expect(found.map(({ name }) => name)).toEqual(names);
    for (const { name, start, end } of found)
      expect(text.slice(start, end).replaceAll(/[ 　]/g, '')).toBe(name);
  });

  it('括号里的话是这个人的附注；只看给定的一段', () => {
    const text = '主持人：王示（局长）　李示';
    const [chair] = namesIn(text, { start: 4, end: text.length });
    expect(chair).toEqual({ name: '王示', start: 4, end: 6, note: '局长' });
    expect(namesIn(text, { start: 0, end: 6 }).map(({ name }) => name)).toEqual(['王示']);
  });
});
