import { describe, expect, it } from 'vitest';
import { readPapers } from '../../src/dossiers/read-papers.ts';
import { fileOf } from './file-of.ts';

const faultsOf = (...texts: string[]) =>
  readPapers(texts.map((text, index) => fileOf(`${index}.txt`, text))).faults.map(
    ({ path, value, paper, quote, expected }) => {
      expect(expected).toContain('存在的日期');
      expect(quote).toBe(value);
      return `${paper} ${path} ${value}`;
    },
  );

const receipt = (day: string) => `送达回证
受送达人：示例商行
送达文书：《行政处罚决定书》（示市监罚〔2024〕1号）
送达方式：直接送达
送达地点：示例市示例路1号
送达时间：${day}
收件人：张示
送达人：王示、李示`;

describe('不存在的日期', () => {
  it('说出丢了哪个事实、哪份材料、原文', () => {
    expect(faultsOf(receipt('2024年2月30日'))).toEqual(['p1 services.0.servedOn 2024年2月30日']);
    expect(faultsOf(receipt('2024年13月5日10时'))).toEqual(['p1 services.0.servedOn 2024年13月5日']);
    expect(faultsOf(receipt('2024-04-31'))).toEqual(['p1 services.0.servedOn 2024-04-31']);
    expect(faultsOf(receipt('二〇二四年六月三十一日'))).toEqual([
      'p1 services.0.servedOn 二〇二四年六月三十一日',
    ]);
  });

  it('全角的数字照样认得，引文逐字', () => {
    expect(faultsOf(receipt('２０２４年２月３０日'))).toEqual([
      'p1 services.0.servedOn ２０２４年２月３０日',
    ]);
  });

  it('没有读者采用的，说在材料的日期', () => {
    expect(faultsOf('情况说明\n本局于2024年11月31日组织培训，与本案的处理没有关系，特此说明。')).toEqual([
      'p1 papers.0.date 2024年11月31日',
    ]);
  });

  it('存在的日期不说', () => {
    expect(faultsOf(receipt('2024年2月29日'))).toEqual([]);
  });

  it('他人的材料、标签上的日期照原样', () => {
    expect(faultsOf('示例市示例公司进货单\n2024年2月30日　示例酒10瓶', receipt('2024年2月28日'))).toEqual([]);
    expect(faultsOf(`${receipt('2024年2月28日')}\n备注：商品标示“2024年2月30日”。`)).toEqual([]);
  });
});
