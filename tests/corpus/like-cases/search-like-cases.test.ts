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
      expect(why.parts).toHaveLength(9);
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

  it('puts cases of the violation that a story tells in everyday words before all others', async () => {
    const story =
      '一家水果店老板在门口摆放的二十多种水果全部没有价签，也没有价目表，检查人员到场后当天就把价格牌补齐，没有违法所得，属于第一次被查。';
    const { hits } = await search(database.db, story, { kind: 'case', limit: 4 });
    expect(hits.slice(0, 3).every(({ title }) => title.includes('不标明价格'))).toBe(true);
    expect(hits[3]?.title).not.toContain('不标明价格');
    const parts = new Map(hits[0]?.why.parts?.map((one) => [one.part, one]));
    expect(parts.get('violation')?.common).toEqual(['未按规定明码标价']);
    expect(parts.get('provisions')?.common).toContain('价格违法行为行政处罚规定 13');
    expect(parts.get('circumstances')?.common).toEqual(expect.arrayContaining(['初次违法', '已经改正']));
  });

  it('reads an imported decision: its region and articles, folds one like it, marks the party', async () => {
    const decision = (number: number, party: string, days: number) => `示例市市场监督管理局
行政处罚决定书
示市监处罚〔2024〕${number}号
当事人：${party}
住所：示例省示例市示例区和平路${number}号
经查，当事人在其网店首页发布减肥茶广告，宣称三天瘦十斤、根治肥胖，共发布${days}天，广告费用8000元，已卖出120盒，不能提供证明材料。
上述行为违反了《中华人民共和国广告法》第二十八条的规定。依据《中华人民共和国广告法》第五十五条第一款的规定，决定处罚款人民币${number}000元。
示例市市场监督管理局
2024年7月1日
`;
    const folder = folderWith({
      'a.txt': decision(101, '示例甲商贸有限公司', 62),
      'b.txt': decision(102, '示例乙商贸有限公司', 63),
    });
    await importPaths(database.db, [join(folder, 'a.txt'), join(folder, 'b.txt')], {});
    const told =
      '在网店首页发布减肥茶广告，说三天瘦十斤、能根治肥胖，挂了两个月，拿不出证明材料，卖出一百多盒。';
    const { hits } = await search(database.db, `示例甲商贸有限公司${told}`, { kind: 'case', limit: 5 });
    expect(hits[0]).toMatchObject({
      id: 'case:示市监处罚〔2024〕101号',
      region: '示例省示例市',
      why: { sameParty: true, same: [{ id: 'case:示市监处罚〔2024〕102号' }] },
    });
    const parts = new Map(hits[0]?.why.parts?.map((one) => [one.part, one]));
    expect(parts.get('cause')?.common).toEqual([]);
    expect(parts.get('provisions')?.common.sort()).toEqual(['广告法 28', '广告法 55']);
    expect(parts.get('violation')?.common).toEqual(['发布虚假广告']);
    const other = await search(database.db, `有人${told}`, { kind: 'case', limit: 5 });
    expect(other.hits[0]?.why.sameParty).toBeUndefined();
  });
});
