import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { type Decision, decideFact } from '../../src/dossiers/decide-fact.ts';
import { factStates, openFactsOf } from '../../src/dossiers/fact-states.ts';
import { readSample, sampleFiles } from './read-sample.ts';

const { file, reading } = readSample(sampleFiles());
const CODE = 'party.creditCode';
const NAME = 'party.name';
const SERVER = 'services.0.servers.0';

function decide(decision: Decision, from: CaseFile = file): CaseFile {
  return decideFact(from, reading, decision, '张敏');
}

function stateOf(from: CaseFile, path: string) {
  return factStates(from, reading).find((row) => row.path === path)?.state;
}

describe('what a person decides of a fact that was read', () => {
  it('begins with every fact open, each with the words it rests on', () => {
    const rows = factStates(file, reading);
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter(({ state }) => state !== 'open')).toEqual([]);
    expect(openFactsOf(file)).toBe(rows.length);
    for (const { sources } of rows) expect(sources.length).toBeGreaterThan(0);
  });

  it('confirms: the value stays, its words bear the name of who looked', () => {
    const next = decide({ act: 'confirm', paths: [CODE] });
    expect(next.party.creditCode).toBe(file.party.creditCode);
    const own = next.sources?.filter(({ path }) => path === CODE) ?? [];
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ confirmedBy, by }) => confirmedBy === '张敏' && by === 'rule')).toBe(true);
    expect(stateOf(next, CODE)).toBe('confirmed');
    expect(openFactsOf(next)).toBe(openFactsOf(file) - 1);
    expect(stateOf(file, CODE)).toBe('open');
  });

  it('corrects: the new value stands, with the words that the person named', () => {
    const paper = file.sources?.find(({ path }) => path === NAME);
    const next = decide({
      act: 'correct',
      path: NAME,
      text: '示例市鲜味圆餐饮管理有限公司',
      source: { paper: paper!.paper, quote: paper!.quote, start: paper!.start },
    });
    expect(next.party.name).toBe('示例市鲜味圆餐饮管理有限公司');
    expect(next.sources?.filter(({ path }) => path === NAME)).toEqual([
      {
        path: NAME,
        paper: paper!.paper,
        quote: paper!.quote,
        start: paper!.start,
        by: 'person',
        confirmedBy: '张敏',
      },
    ]);
    expect(stateOf(next, NAME)).toBe('corrected');
  });

  it('corrects a fact about a paper itself', () => {
    const path = [...new Set(reading.facts.map((fact) => fact.path))].find((one) =>
      /^papers\.\d+\.number$/.test(one),
    );
    if (!path) return expect(reading.facts.some((fact) => fact.path.startsWith('papers.'))).toBe(false);
    const next = decide({ act: 'correct', path, text: '示例〔2099〕1号' });
    expect(stateOf(next, path)).toBe('corrected');
  });

  it('refuses a correction that the file cannot hold, and leaves it untouched', () => {
    const before = structuredClone(file);
    expect(() => decide({ act: 'correct', path: 'filing.approvedOn', text: '不是日期' })).toThrow(
      expect.objectContaining({ kind: 'invalid-input' }),
    );
    expect(file).toEqual(before);
  });

  it('rejects: value and words are gone, and the fact is still listed as rejected', () => {
    const next = decide({ act: 'reject', path: CODE });
    expect(next.party.creditCode).toBeUndefined();
    expect(next.sources?.some(({ path }) => path === CODE)).toBe(false);
    expect(stateOf(next, CODE)).toBe('rejected');
  });

  it('refuses to reject what the file needs, in a sentence', () => {
    expect(() => decide({ act: 'reject', path: NAME })).toThrow(/不能剔除/);
  });

  it('rejects one name of a list without moving the others', () => {
    const names = file.services?.[0]?.servers ?? [];
    expect(names.length).toBe(2);
    const next = decide({ act: 'reject', path: SERVER });
    expect(next.services?.[0]?.servers).toEqual(names.slice(1));
    expect(stateOf(next, SERVER)).toBe('rejected');
    expect(stateOf(next, 'services.0.servers.1')).toBe('open');
    const confirmed = decide({ act: 'confirm', paths: ['services.0.servers.1'] }, next);
    expect(stateOf(confirmed, 'services.0.servers.1')).toBe('confirmed');
    const back = decide({ act: 'undo', paths: [SERVER] }, confirmed);
    expect(new Set(back.services?.[0]?.servers)).toEqual(new Set(names));
    expect(stateOf(back, SERVER)).toBe('open');
    expect(stateOf(back, 'services.0.servers.1')).toBe('confirmed');
  });

  it.each<[string, Decision]>([
    ['a confirmation', { act: 'confirm', paths: [CODE] }],
    ['a correction', { act: 'correct', path: CODE, text: 'ABCDEF123456' }],
    ['a rejection', { act: 'reject', path: CODE }],
  ])('takes back %s: the fact stands as it was read', (_, decision) => {
    const back = decide({ act: 'undo', paths: [CODE] }, decide(decision));
    expect(back.party).toEqual(file.party);
    expect(factStates(back, reading).filter(({ state }) => state !== 'open')).toEqual([]);
    const sources = (from: CaseFile) => from.sources?.filter(({ path }) => path === CODE);
    expect(sources(back)).toEqual(sources(file));
  });

  it('takes another value of a contradiction, with the words that state it', () => {
    const conflict = reading.conflicts.find(({ path }) => path === NAME);
    const other = conflict?.values.findIndex(({ value }) => value !== file.party.name) ?? -1;
    const next = decide({ act: 'take', path: NAME, value: other });
    expect(next.party.name).toBe(conflict?.values[other]?.value);
    const own = next.sources?.filter(({ path }) => path === NAME) ?? [];
    expect(own.map(({ quote }) => quote)).toContain('示例市鲜味圆餐饮管理有限公司');
    expect(own.every(({ confirmedBy }) => confirmedBy === '张敏')).toBe(true);
    const first = decide({ act: 'take', path: NAME, value: 0 }, next);
    expect(first.party.name).toBe(file.party.name);
    expect(stateOf(first, NAME)).toBe('confirmed');
  });

  it('refuses what was not read', () => {
    const unknown: Decision[] = [
      { act: 'confirm', paths: ['party.nothing'] },
      { act: 'reject', path: '__proto__.polluted' },
      { act: 'take', path: NAME, value: 99 },
      { act: 'correct', path: '__proto__.polluted', text: 'x' },
    ];
    for (const decision of unknown) {
      expect(() => decide(decision)).toThrow(expect.objectContaining({ kind: 'not-found' }) as Error);
    }
  });
});
