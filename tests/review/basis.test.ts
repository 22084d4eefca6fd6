import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../src/law/dates.ts';
import { RULES } from '../../src/review/criteria.ts';

/** Official texts beside the checkout, where there are any: JSON lines with one article each. */
const TEXTS = join(import.meta.dirname, '../../../shared/data/laws');

describe('the basis of every rule', () => {
  it('has dates in order, and a gist that is no quotation', () => {
    const faults = RULES.flatMap((rule) =>
      rule.basis.filter(
        ({ from, to, gist }) => !isDay(from) || (to !== undefined && (!isDay(to) || to < from)) || !gist,
      ),
    );
    expect(faults).toEqual([]);
  });

  it('tells every reading that departs from the plain words', () => {
    const dated = RULES.filter(({ id }) => /\.\d{4}$/.test(id));
    expect(dated.filter(({ reading }) => !reading).map(({ id }) => id)).toEqual([]);
  });

  const there = existsSync(TEXTS);
  it.skipIf(!there)(
    `exists in the official text and states its numbers${there ? '' : '（跳过：旁边没有官方文本）'}`,
    () => {
      const wanted = new Set(RULES.flatMap((rule) => rule.basis.map(({ law }) => law)));
      const texts = new Map<string, string[]>();
      for (const file of readdirSync(TEXTS).filter((name) => name.endsWith('.jsonl'))) {
        for (const line of readFileSync(join(TEXTS, file), 'utf8').split('\n')) {
          const law = /"law": "([^"]+)"/.exec(line)?.[1];
          if (!law || !wanted.has(law)) continue;
          const entry: { article_int?: number; text?: string } = JSON.parse(line);
          if (!entry.article_int || !entry.text) continue;
          const key = `${law}#${entry.article_int}`;
          texts.set(key, [...(texts.get(key) ?? []), entry.text]);
        }
      }
      const held = new Set([...texts.keys()].map((key) => key.split('#')[0]));
      const current = RULES.flatMap((rule) =>
        rule.basis
          .filter(({ law, to }) => to === undefined && held.has(law))
          .map((basis) => ({ rule: rule.id, ...basis })),
      );
      expect(current.length).toBeGreaterThan(20);
      const faults = current.filter(({ law, article, states }) => {
        const versions = texts.get(`${law}#${article.split('-')[0]}`);
        return !versions?.some((text) => (states ?? []).every((words) => text.includes(words)));
      });
      expect(faults.map(({ rule, law, article, states }) => `${rule} ${law} ${article} ${states}`)).toEqual(
        [],
      );
    },
  );
});
