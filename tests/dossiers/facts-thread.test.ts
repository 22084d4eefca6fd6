import { afterAll, describe, expect, it } from 'vitest';
import { FactsThread } from '../../src/dossiers/facts-thread.ts';
import { readFacts } from '../../src/dossiers/read-facts.ts';
import type { FileText } from '../../src/files/file-text.ts';

const file = (name: string, text: string): FileText => ({
  file: name,
  format: 'txt',
  sha256: String(name.length).padStart(64, '0'),
  text,
  pages: [0],
  ocr: false,
  hidden: [],
});
const ORDER = file(
  '决定书.txt',
  '行政处罚决定书\n当事人：示例商行\n罚款5000元。\n示例市市场监督管理局\n2025年5月12日',
);
const FILING = file('立案.txt', '立案审批表\n案由：经营过期食品\n当事人：示例商行');
/** Made to keep the rules busy: every one of these sentences orders a fine, and each is held against all others. */
const HOSTILE = file('恶意.txt', `行政处罚决定书\n当事人：${'决定罚款5000元。'.repeat(30_000)}`);

const thread = new FactsThread({ fileMs: 6000 });
afterAll(() => thread.close());

describe('在线程中阅读', () => {
  it('与直接阅读的结果相同，几个案卷同时来也各归各', async () => {
    const [one, other] = await Promise.all([thread.read([ORDER, FILING]), thread.read([FILING])]);
    expect(one).toEqual({ ...readFacts([ORDER, FILING]), skipped: [] });
    expect(other).toEqual({ ...readFacts([FILING]), skipped: [] });
    expect(one.facts.length).toBeGreaterThan(other.facts.length);
  }, 60_000);

  it('读不完的文件说明后放下，其余照读；此时本进程照常做事', async () => {
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 50);
    const read = await thread.read([ORDER, HOSTILE, FILING]);
    clearInterval(ticking);
    expect(read.skipped).toEqual([{ file: '恶意.txt', reason: expect.stringContaining('人工阅读') }]);
    expect(read.papers.map((paper) => paper.file).sort()).toEqual(['决定书.txt', '立案.txt']);
    expect(ticks).toBeGreaterThan(15);
  }, 60_000);

  it('取消时停下', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    await expect(thread.read([HOSTILE], [], controller.signal)).rejects.toThrow(/abort/i);
  }, 60_000);
});
