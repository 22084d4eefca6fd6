import { describe, expect, it } from 'vitest';
import { exampleCaseFiles } from '../../src/cases/example-case-files.ts';
import { settableFacts } from '../../src/cases/settable-facts.ts';
import { splitQuotes } from '../../src/http/pages/desk/split-quotes.ts';
import { choiceName, factName, factValue } from '../../src/http/pages/fact-words.ts';
import { BASE_CASES } from '../review/base-acts.ts';

const CHINESE = /[\u4e00-\u9fff]/;

describe('names of facts', () => {
  it('are Chinese for every value that can be set', () => {
    for (const file of [...exampleCaseFiles(), ...Object.values(BASE_CASES)]) {
      for (const fact of settableFacts(file)) {
        const last = factName(fact.path).split(' › ').at(-1)!;
        if (fact.path.startsWith('circumstances.factors.')) continue;
        expect(last, fact.path).toMatch(CHINESE);
      }
    }
  });

  it('are Chinese for every choice', () => {
    for (const file of Object.values(BASE_CASES)) {
      for (const fact of settableFacts(file)) {
        for (const choice of fact.choices ?? [])
          expect(choiceName(fact.path, choice), fact.path).toMatch(CHINESE);
      }
    }
  });

  it('show dates, sums and answers as people write them', () => {
    expect(factName('levy.levyExecution.by')).toBe('行政征收 › 强制执行 › 强制执行的机关');
    expect(factName('inspection.problems.0.filedOn')).toBe('行政检查 › 发现的问题 › 第 1 项 › 立案日');
    expect(factValue('decision.date', '2026-03-05')).toBe('2026年3月5日');
    expect(factValue('acts.0.startedAt', '2026-03-05T14:05')).toBe('2026年3月5日 14:05');
    expect(factValue('violation.amounts.gains.yuan', 2051.94)).toBe('2,051.94 元');
    expect(factValue('violation.minor', false)).toBe('否');
    expect(factValue('party.kind', 'person')).toBe('公民');
    expect(factValue('evidence.0.kind', 'expert')).toBe('鉴定意见');
    expect(factName('hearing.noticeServedOn')).toBe('听证 › 通知送达日');
    expect(factName('acts.1.date')).toBe('执法行为 › 第 2 项 › 日期');
  });
});

describe('quotes in a paper', () => {
  it('are cut out at their first place; those that do not occur are left out', () => {
    expect(splitQuotes('甲乙丙乙', ['乙', '丁'])).toEqual([
      { text: '甲', quoted: false },
      { text: '乙', quoted: true },
      { text: '丙乙', quoted: false },
    ]);
  });

  it('join where they overlap or touch, and keep every character', () => {
    const text = '一二三四五六';
    const runs = splitQuotes(text, ['二三', '三四', '五', '']);
    expect(runs.map((run) => run.text).join('')).toBe(text);
    expect(runs.filter((run) => run.quoted).map((run) => run.text)).toEqual(['二三四五']);
  });
});
