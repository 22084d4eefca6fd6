import { describe, expect, it } from 'vitest';
import { dateFaults } from '../../src/law/date-faults.ts';

describe('dates of an official text', () => {
  it.each([
    ['2026年8月15日', []],
    ['2026 年 8 月 15 日', []],
    ['2024年2月29日', []],
    ['2025年2月29日', ['impossible']],
    ['2025年13月1日', ['impossible']],
    ['2025年4月31日', ['impossible']],
    ['2026年08月15日', ['form']],
    ['26年8月15日', ['form']],
    ['2026-08-15', ['form']],
    ['2026.8.15', ['form']],
    ['2026/02/30', ['impossible']],
    ['二〇二六年八月十五日', ['form']],
  ])('%s', (text, faults) => {
    expect(dateFaults(`本机关于${text}作出决定。`).map(({ fault }) => fault)).toEqual(faults);
  });

  it.each([
    '生产日期：2026.01.02，保质期至2026/07/02。',
    '标签标示“20260102”，有效期2026-07-02。',
    '电话0999-12-345678，编号2026-08-15-001，网址 example.cn/2026-08-15/a',
    '《食品安全国家标准》（GB 7718-2011），示〔2026〕8号，2026-8-15号卷。',
  ])('%s stays as it is', (text) => {
    expect(dateFaults(text)).toEqual([]);
  });
});
