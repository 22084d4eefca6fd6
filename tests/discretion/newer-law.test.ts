import { describe, expect, it } from 'vitest';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { caseOfFacts } from '../../src/discretion/case-of-facts.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { compareLaws } from '../../src/discretion/laws/compare-laws.ts';
import type { Sanction } from '../../src/law/sanction.ts';
import { caseWith, sanctionOf } from './invented-tables.ts';

const book = loadReferenceBook();
const DECIDED = '2026-11-22';

function told(id: string, facts: object, decidedOn = DECIDED) {
  const result = findTier({ file: caseOfFacts(id, facts, book), book, decidedOn });
  const texts = result.conflicts.filter(({ kind }) => kind === 'newer-law');
  expect(texts.every(({ blocks }) => !blocks)).toBe(true);
  return { result, text: texts.map(({ text }) => text).join('\n') };
}
const newer = ({ result }: ReturnType<typeof told>) =>
  result.conflicts.filter(({ kind }) => kind === 'newer-benchmark').map(({ text }) => text);

describe('an act before a change of the law, decided after it', () => {
  const assessment = { on: '2026-08-14', document: '报告表', built: true };

  it.each([
    ['env-no-assessment', assessment, '第一千零九十五条第一款'],
    ['env-registration-form', { on: '2026-08-14', overdue: true }, '第一千零九十五条第三款'],
    [
      'env-air-over-standard',
      { on: '2026-08-14', party: 'organisation' },
      '《中华人民共和国生态环境法典》第',
    ],
    ['env-source-fishing', { on: '2026-08-14', party: 'organisation' }, '第一千一百四十五条第二款'],
    ['env-dust', { on: '2026-08-14', party: 'organisation' }, '《中华人民共和国生态环境法典》第'],
    ['competition-2018-false-promotion', { on: '2025-10-01' }, '第二十五条第一款'],
    [
      'audit-refused-data-2010',
      { on: '2021-12-31', party: 'organisation' },
      '《中华人民共和国审计法》第四十七条',
    ],
    ['competition-2018-confusion', { on: '2025-10-01' }, '第二十三条第一款'],
    ['competition-2018-prize', { on: '2025-10-01' }, '《中华人民共和国反不正当竞争法》第'],
    ['competition-2018-defamation', { on: '2025-10-01' }, '《中华人民共和国反不正当竞争法》第'],
  ])('%s is told of it, with the new article', (id, facts, article) => {
    const { text } = told(id, facts);
    expect(text).toContain('适用行为时的规定，但须与新规定比较');
    expect(text).toContain(article);
    // On the day before the change nobody has anything to compare.
    const before = facts.on < '2022' ? '2021-12-31' : facts.on < '2026' ? '2025-10-14' : '2026-08-14';
    expect(told(id, facts, before).text).toBe('');
  });

  it('says that the new law is the lighter one where it surely is', () => {
    const form = { on: '2026-08-14', overdue: true, 'sensitive-area': false };
    expect(told('env-registration-form', form).text).toContain('新规定较轻，应当适用新规定');
    const promotion = { on: '2025-10-01', serious: false, viewers: 100, months: 1, harm: false, times: 1 };
    const { text } = told('competition-2018-false-promotion', promotion);
    expect(text).toContain('新规定较轻，应当适用新规定');
  });

  it('and leaves to people what hangs on a fact that nobody has told', () => {
    const open = told('env-no-assessment', { ...assessment, investment: 50_000_000 }).text;
    expect(open).toContain('还不能确定');
    expect(open).toContain('500,000');
  });

  it('an act on the first day of the new law is not of the old one', () => {
    const { text } = told('eco-refused-inspection', { on: '2026-08-15', obstruction: '阻挠检查' });
    expect(text).toBe('');
  });
});

describe('the laws are compared before the tables', () => {
  it.each(['拖延', '弄虚作假', '阻挠检查', '暴力抗拒'])(
    '%s: the new law has the higher minimum',
    (obstruction) => {
      const one = told('env-refused-inspection', { on: '2026-08-14', obstruction, repeat: true });
      expect(one.text).toContain('新规定不较轻，适用行为时的规定');
      expect(newer(one).join()).not.toContain('应当适用行为后的');
      expect(newer(one).join()).toContain('行为时的较轻');
    },
  );
});

describe('which of two provisions is lighter', () => {
  const old = sanctionOf({ min: 20_000, max: 200_000 });
  const weigh = (change: Partial<Sanction>, facts = {}, kind = 'organisation') => {
    const file = caseWith(facts, {}, { party: { kind, name: '示例' } });
    return compareLaws(old, { ...old, id: 'new', ...change }, file, { values: facts, sums: {} }).lighter;
  };
  const fine = (min: number | undefined, max: number) => ({
    fines: [{ range: { ...(min === undefined ? {} : { min }), max } }],
  });
  const beside = { subject: 'responsible-person', range: { min: 5_000, max: 50_000 } } as const;
  const serious = { factor: 'serious', op: '=', value: true } as const;

  it.each([
    ['the same span', fine(20_000, 200_000), 'same'],
    ['a higher minimum', fine(50_000, 200_000), 'old'],
    ['no minimum', fine(undefined, 200_000), 'new'],
    ['a lower maximum', fine(20_000, 199_999), 'new'],
    ['a lower minimum and a higher maximum', fine(10_000, 200_001), 'open'],
    ['one more type', { types: ['fine', 'revoke'] as const }, 'old'],
    [
      'one more type against a lower maximum',
      { types: ['fine', 'revoke'] as const, ...fine(20_000, 100_000) },
      'open',
    ],
    ['a fine that may be instead of one that must', { mandatory: [] }, 'new'],
    ['persons responsible fined as well', { fines: [...old.fines, beside] }, 'old'],
    ['detention by the police as well', { also: [{ text: '由公安机关处拘留' }] }, 'old'],
    ['a warning more and nothing else', { types: ['warning', 'fine'] as const }, 'open'],
  ])('%s: %s', (_, change, lighter) => {
    expect(weigh(change as Partial<Sanction>)).toBe(lighter);
  });

  it('a span that hangs on a missing fact decides only where each of them would', () => {
    const when = (value: boolean) => ({ ...serious, value });
    const spans = (max: number) => ({
      fines: [
        { when: when(false), range: { max: 100_000 } },
        { when: when(true), range: { max } },
      ],
    });
    expect(weigh(spans(150_000))).toBe('new');
    expect(weigh(spans(500_000))).toBe('open');
    expect(weigh(spans(500_000), { serious: false })).toBe('new');
  });
});
