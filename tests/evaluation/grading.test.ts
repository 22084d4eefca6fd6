import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { blessBaseline, regressionsAgainst } from '../../src/evaluation/baseline.ts';
import { metricsOf } from '../../src/evaluation/grade.ts';
import { gradeDraft } from '../../src/evaluation/grade-draft.ts';
import { gradeScreen } from '../../src/evaluation/grade-screen.ts';
import { gradeSearch } from '../../src/evaluation/grade-search.ts';
import { mergeCase } from '../../src/evaluation/merge-case.ts';
import { renderReport } from '../../src/evaluation/render-report.ts';
import type { SuiteResult } from '../../src/evaluation/run-suites.ts';
import { loadSuites, readSuite } from '../../src/evaluation/suite.ts';
import type { Finding } from '../../src/review/screening/screen-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-baseline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const searchCase = { id: 's', query: 'q', kind: 'law' as const, expect: ['a', 'b'], never: ['x'] };
const finding = (rule: string, answer: Finding['answer']) => ({ rule, answer, reason: '理由。' }) as Finding;

describe('graders', () => {
  it('grades a search by what is among the first ten', () => {
    const nine = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
    expect(gradeSearch(searchCase, [...nine, 'a']).passed).toBe(true);
    expect(gradeSearch(searchCase, [...nine, '0', 'a']).passed).toBe(false);
    expect(gradeSearch(searchCase, ['a', 'b']).figures).toEqual({ 'recall@10': 1, 'ndcg@10': 1, mrr: 1 });
    expect(gradeSearch(searchCase, ['z', 'a']).figures.mrr).toBe(0.5);
    expect(gradeSearch(searchCase, ['a', 'x']).faults).toEqual(['前十条出现了不应出现的 x']);
  });

  it('grades a screening exactly, and counts false alarms', () => {
    const entry = {
      id: 'c',
      example: 'e',
      given: {},
      today: '2026-01-01',
      expect: { A: 'met' as const },
      onlyNotMet: ['B'],
    };
    expect(gradeScreen(entry, [finding('A', 'met'), finding('B', 'not-met')])).toMatchObject({
      passed: true,
    });
    expect(gradeScreen(entry, [finding('A', 'unclear')]).figures['answers-right']).toBe(0);
    expect(gradeScreen(entry, [finding('A', 'met'), finding('C', 'not-met')])).toMatchObject({
      passed: false,
      figures: { 'false-not-met': 1 },
    });
    expect(gradeScreen(entry, []).faults).toEqual(['没有规则 A']);
  });

  it('grades a draft by its words, elements, citations and gaps', () => {
    const entry = {
      id: 'd',
      example: 'e',
      given: {},
      today: '2026-01-01',
      contains: ['甲'],
      lacks: ['乙'],
      gaps: ['地址'],
      elementsPresent: true,
    };
    const draft = {
      text: '甲',
      elements: [{ name: '事实', present: true }],
      citations: [{ quote: 'q', state: 'in-force' }],
      unresolved: ['待补：当事人地址'],
    };
    expect(gradeDraft(entry, draft).faults).toEqual([]);
    expect(gradeDraft(entry, { ...draft, text: '乙' }).faults).toHaveLength(2);
    expect(gradeDraft(entry, { ...draft, unresolved: [] }).faults).toEqual(['应标明而未标明的空缺“地址”']);
    expect(gradeDraft(entry, { ...draft, unresolved: ['待补：当事人地址', '待补：日期'] }).passed).toBe(
      false,
    );
    expect(
      gradeDraft(entry, { ...draft, citations: [{ quote: 'q', state: 'no-such-article' }] }).passed,
    ).toBe(false);
    expect(gradeDraft(entry, { ...draft, elements: [{ name: '事实', present: false }] }).passed).toBe(false);
  });

  it('averages figures over the cases that have them', () => {
    expect(
      metricsOf([
        { id: '1', passed: true, faults: [], figures: { mrr: 1 } },
        { id: '2', passed: false, faults: [], figures: { mrr: 0.5, other: 0.25 } },
      ]),
    ).toEqual({ passed: 0.5, mrr: 0.75, other: 0.25 });
  });

  it('lays changes over a case: deeply, replacing lists, null deletes, the base untouched', () => {
    const base = { a: { b: 1, c: [1, 2] }, d: 4 };
    expect(mergeCase(base, { a: { c: [3] }, d: null, e: { f: 1 } })).toEqual({
      a: { b: 1, c: [3] },
      e: { f: 1 },
    });
    expect(base).toEqual({ a: { b: 1, c: [1, 2] }, d: 4 });
  });
});

describe('suites and baselines', () => {
  const result = (passed: boolean, mrr: number, alarms = 0): SuiteResult => ({
    suite: 'search',
    title: '检索',
    cases: 1,
    metrics: { mrr, 'false-not-met': alarms },
    passed: true,
    failedGates: [],
    grades: [{ id: 'one', passed, faults: passed ? [] : ['<script>错</script>'], figures: {} }],
  });

  it('finds a case that passed before, a metric that fell, alarms that rose', () => {
    const at = pathToFileURL(`${folder}/`);
    blessBaseline('main', [result(true, 0.8)], at);
    expect(regressionsAgainst('main', result(true, 0.8), at)).toEqual([]);
    expect(regressionsAgainst('main', result(true, 0.796), at)).toEqual([]);
    expect(regressionsAgainst('main', result(true, 0.79), at)).toEqual(['mrr 由 0.8 变为 0.79']);
    expect(regressionsAgainst('main', result(false, 0.9), at)).toEqual(['用例 one 原先通过，现在不通过']);
    expect(regressionsAgainst('main', result(true, 0.8, 1), at)).toEqual(['false-not-met 由 0 变为 1']);
    expect(() => regressionsAgainst('none', result(true, 1), at)).toThrow('没有名为“none”的基线');
    expect(() => blessBaseline('../x', [], at)).toThrow('基线名');
  });

  it('reads the bundled suites and refuses a wrong page with its place', () => {
    expect(loadSuites([]).map((suite) => suite.name)).toEqual([
      'draft',
      'instructions-in-papers',
      'like-cases',
      'screen',
      'search',
    ]);
    expect(() => loadSuites(['nothing'])).toThrow('没有评测套件“nothing”');
    expect(() =>
      readSuite('kind: search\ntitle: t\nabout: a\ngates: {}\ncases: [{ id: x }]', 'x.yaml'),
    ).toThrow('cases.0.query');
    const twice =
      'kind: search\ntitle: t\nabout: a\ngates: {}\ncases: [{ id: x, query: q, expect: [a] }, { id: x, query: q, expect: [a] }]';
    expect(() => readSuite(twice, 'x.yaml')).toThrow('两个用例都叫“x”');
  });

  it('writes a report in which nothing from a case becomes markup', () => {
    const page = renderReport([{ ...result(false, 0.5), regressions: ['退'] }], {
      at: '2026年1月1日',
      version: '1',
    });
    expect(page).toContain('&lt;script&gt;错');
    expect(page).not.toContain('<script');
    expect(page).toContain('退步：退');
  });
});
