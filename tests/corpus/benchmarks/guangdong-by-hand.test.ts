import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { caseOfFacts } from '../../../src/discretion/case-of-facts.ts';
import { findTier } from '../../../src/discretion/find-tier.ts';
import type { TierResult } from '../../../src/discretion/tier-result.ts';
import type { FactorValue } from '../../../src/law/condition.ts';
import { fen } from '../../../src/law/money.ts';
import { AS_RESPONSIBLE, NOT_CORRECTED } from '../../../src/law/sanction-conditions.ts';
import { GUANGDONG_TABLE_THERE, importedGuangdong } from './imported-guangdong.ts';

type Yuan = number | string;

/** One result worked out from the printed words, as the YAML file writes it. */
interface ByHand {
  case: string;
  item: string;
  party?: 'person';
  /** The column of the start weight. */
  column?: string;
  amounts?: Record<string, number>;
  facts?: Record<string, FactorValue>;
  working: string[];
  /** Weighted: 20＋6＝26, and what counts of it where a note caps or lifts it. */
  sum?: string;
  counted?: number;
  /** Tiered: the cells of the row. */
  row?: string;
  fine: string;
  statute: string;
  result: Yuan | [Yuan, Yuan];
  conflict?: string;
}

const BY_HAND = parse(readFileSync(new URL('guangdong-by-hand.yaml', import.meta.url), 'utf8')) as ByHand[];
const weighted = BY_HAND.filter(({ sum }) => sum);

/** 要素：3 个月，属“一格” → 3%: the factor, the fact, the cell and its percentage. */
function lineOf(line: string) {
  const [, name = '', fact = '', percent] = /^([^：→]+?)(?:：(.+?))?(?: → (\d+)%)?$/.exec(line) ?? [];
  const counted = /^([\d.]+) ?\S*，属“(.+)”$/.exec(fact);
  return { name, fact: counted ? Number(counted[1]) : fact, cell: counted?.[2] ?? fact, percent };
}

/** The ids under which statutes and the table's words ask for correction in time. */
const CORRECTION = [NOT_CORRECTED, 'overdue-uncorrected', 'refused-correction'];

function factsOf({ working, facts }: ByHand): Record<string, FactorValue> {
  const said: Record<string, FactorValue> = {};
  for (const { name, fact } of working.map(lineOf)) {
    if (name === '裁量起点') continue;
    said[name] = fact;
    if (name === '整改情况' && /改正$/.test(String(fact)))
      for (const id of CORRECTION) said[id] = /未改正$/.test(String(fact));
  }
  return {
    'by-disposal-cost': true,
    serious: false,
    [NOT_CORRECTED]: false,
    [AS_RESPONSIBLE]: true,
    ...said,
    ...facts,
  };
}

function reckon(hand: ByHand): TierResult {
  const { reading, book } = importedGuangdong();
  const { item } = reading.readings.find(({ section }) => section === hand.item)!;
  const amounts = hand.amounts ?? {};
  const party = hand.party ?? 'unit';
  const facts = { on: '2023-05-01' as const, party, factors: factsOf(hand), amounts };
  return findTier({ file: caseOfFacts(item.id, facts, book), book });
}

function stepsOf(result: TierResult, name: string): string[] {
  return result.steps.filter(({ step }) => step === name).map(({ value }) => value);
}

describe('手算的工作过程本身', () => {
  it('至少 60 个权重累加的结果，另有幅度、倍数、按车次和个人的结果', () => {
    expect(weighted.length).toBeGreaterThanOrEqual(60);
    expect(BY_HAND.length - weighted.length).toBeGreaterThanOrEqual(20);
    expect(new Set(BY_HAND.map((one) => one.case)).size).toBe(BY_HAND.length);
  });

  it.each(weighted)('$item $case：各行相加得总和', ({ working, sum }) => {
    const parts = working.map((line) => Number(lineOf(line).percent));
    expect(sum).toBe(`${parts.join('＋')}＝${parts.reduce((total, one) => total + one, 0)}`);
  });
});

describe.skipIf(!GUANGDONG_TABLE_THERE)('广东省生态环境裁量表与手算的结果相同', () => {
  it('遍及全部可以计算的权重事项', () => {
    const sound = importedGuangdong().reading.readings.filter(({ method }) => method === 'weighted');
    const missing = sound.filter(({ section }) => !weighted.some(({ item }) => item === section));
    expect(missing.map(({ section }) => section)).toEqual([]);
  });

  it.each(BY_HAND)('$item $case：$fine', (hand) => {
    const result = reckon(hand);
    const ends = Array.isArray(hand.result) ? hand.result : [hand.result, hand.result];
    const told = result.conflicts.map(({ kind }) => kind);
    expect(told).toEqual(hand.conflict ? [hand.conflict] : []);
    expect([result.range?.min, result.range?.max]).toEqual(ends.map((one) => fen(one)));
    if (hand.row) expect(result.tier?.name).toBe(hand.row);
    if (!hand.sum) return;
    for (const { name, cell, percent } of hand.working.map(lineOf)) {
      const step = name === '裁量起点' ? name : `裁量要素：${name}`;
      const value = name === '裁量起点' ? `${percent}%` : `${cell}，${percent}%`;
      expect(stepsOf(result, step).join(), name).toContain(value);
    }
    if (hand.column) expect(stepsOf(result, '裁量起点').join()).toContain(hand.column);
    const [, sum] = hand.sum.split('＝');
    expect(stepsOf(result, '百分值总和').join()).toMatch(
      hand.counted ? new RegExp(`^${sum}%.*按 ${hand.counted}%计算$`) : new RegExp(`^${sum}%$`),
    );
  });
});
