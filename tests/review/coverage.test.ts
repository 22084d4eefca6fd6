import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/review/criteria.ts';
import { coverageOf, readCatalogue } from '../../src/review/rules/coverage.ts';
import { WITHOUT_RULE } from '../../src/review/rules/without-rule.ts';

/** The catalogue of checks beside the checkout, where there is one. */
const CATALOGUE = join(import.meta.dirname, '../../../shared/domain/rules.json');
const there = existsSync(CATALOGUE);
const skipped = there ? '' : '（跳过：旁边没有检查清单）';

describe('the catalogue of checks', () => {
  it.skipIf(!there)(`has a rule, or a written reason, for every check${skipped}`, () => {
    const coverage = coverageOf(readCatalogue(readFileSync(CATALOGUE, 'utf8'), CATALOGUE));
    expect(
      coverage.filter(({ state }) => state === 'missing').map(({ id, title }) => `${id} ${title}`),
    ).toEqual([]);
    expect(coverage.length).toBeGreaterThan(190);
  });

  it.skipIf(!there)(`knows every rule, but those of former law${skipped}`, () => {
    const known = new Set(readCatalogue(readFileSync(CATALOGUE, 'utf8'), CATALOGUE).map(({ id }) => id));
    expect(RULES.map(({ id }) => id.split('.')[0]!).filter((id) => !known.has(id))).toEqual([]);
    expect(Object.keys(WITHOUT_RULE).filter((id) => !known.has(id))).toEqual([]);
  });

  it('tells rules, reasons and gaps apart', () => {
    const [first] = RULES;
    const check = (id: string) => ({ id, action: 'penalty', priority: 1, title_zh: '示例' });
    expect(coverageOf([check(first!.id), check('C9-99')])).toMatchObject([
      { id: first!.id, state: 'rule', rules: expect.arrayContaining([first!.id]) },
      { id: 'C9-99', state: 'missing', rules: [] },
    ]);
  });

  it('is refused where it is none', () => {
    expect(() => readCatalogue('[{"id": 1}]', 'x.json')).toThrow('检查清单“x.json”第 0.id 处有误');
    expect(() => readCatalogue('x', 'x.json')).toThrow('不是 JSON');
  });
});
