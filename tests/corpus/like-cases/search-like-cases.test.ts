import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../../src/corpus/import-paths.ts';
import { loadBundledCorpus } from '../../../src/corpus/load-bundled-corpus.ts';
import { pastCases } from '../../../src/corpus/past-cases.ts';
import { search } from '../../../src/corpus/search.ts';
import { searchBatch } from '../../../src/corpus/search-batch.ts';
import type { Database } from '../../../src/db/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { folderWith } from '../library.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  await loadBundledCorpus(database.db);
}, 120_000);
afterAll(() => database?.close());

const STORY =
  '一家便利店没有办理烟草专卖零售许可证，半年里零售卷烟二十多条，违法经营额 2,640 元，没有违法所得，第一次被查。';

describe('search by a whole case', () => {
  it('shows each part with its share and weight, adding up to the score', async () => {
    const { hits } = await search(database.db, STORY, { kind: 'case' });
    expect(hits[0]?.id).toMatch(/^case:example-mkt-\d{4}-\d{2}$/);
    expect(hits[0]?.title).toContain('烟');
    for (const { score, why } of hits) {
      const sum = (why.parts ?? []).reduce((all, { share, weight }) => all + share * weight, 0);
      expect(why.parts).toHaveLength(6);
      expect(score).toBeCloseTo(sum, 5);
    }
  });

  it('finds each demonstration case by its own words first', async () => {
    const longest = pastCases()
      .filter(({ facts, reasons }) => `${facts}\n${reasons}`.length >= 50)
      .slice(0, 25);
    for (const { id, facts, reasons } of longest) {
      const { hits } = await search(database.db, `${facts}\n${reasons}`, { kind: 'case', limit: 3 });
      expect(hits[0]?.id, id).toBe(`case:${id}`);
    }
  });

  it('leaves short questions, and questions about the law, as they were', async () => {
    const short = await search(database.db, '无证卖烟', { kind: 'case' });
    expect(short.hits.every(({ why }) => why.parts === undefined)).toBe(true);
    const law = await search(database.db, STORY, { kind: 'law' });
    expect(law.hits.every(({ kind, why }) => kind === 'law' && why.parts === undefined)).toBe(true);
  });

  it('keeps its filters: a region without cases gives none', async () => {
    const { hits } = await search(database.db, STORY, { kind: 'case', region: '示例省无此市' });
    expect(hits).toEqual([]);
  });

  it('answers a batch over imported lines, of cases alone or of all kinds, in the same way each time', async () => {
    const folder = folderWith({
      'cases.jsonl': Array.from({ length: 200 }, (_, n) =>
        JSON.stringify({
          id: `示例-${n}`,
          title: `示例人${n}${n % 2 ? '盗窃' : '危险驾驶'}一案`,
          text:
            n % 2 ? `某人进入住宅，窃得现金 ${n}00 元后逃离。` : `某人酒后驾驶车辆行驶 ${n} 公里后被查获。`,
        }),
      ).join('\n'),
    });
    await importPaths(database.db, [join(folder, 'cases.jsonl')], { kind: 'case' });
    const text =
      '夜里有人翻窗进入居民家中，拿走桌上的现金一千五百元，随后逃离现场，三天后在亲属陪同下主动到派出所投案自首。';
    writeFileSync(join(folder, 'queries.jsonl'), `${JSON.stringify({ id: 1, text })}\n`);
    const answers = [];
    for (const kind of ['case', 'case', 'all'] as const) {
      for await (const answer of searchBatch(database.db, join(folder, 'queries.jsonl'), {
        kind,
        limit: 300,
      }))
        answers.push(answer);
    }
    expect(answers[1]).toEqual(answers[0]);
    const first = answers[0]?.hits.slice(0, 50).map(([id]) => Number(id.split('-').at(-1)));
    expect(first?.every((n) => n % 2 === 1)).toBe(true);
    expect(answers[2]?.hits[0]?.[0]).toBe(answers[0]?.hits[0]?.[0]);
  });
});
