import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseViolation } from '../../src/cases/choose-violation.ts';
import { createCase } from '../../src/cases/create-case.ts';
import { exampleCaseFile, exampleCaseFiles } from '../../src/cases/example-case-files.ts';
import { choiceNote } from '../../src/cases/last-choice.ts';
import { readAnyCaseFile } from '../../src/cases/read-case-file.ts';
import { saveCase } from '../../src/cases/save-case.ts';
import { withDatabase } from '../../src/commands/open-library.ts';
import { readConfig } from '../../src/config.ts';
import { bundledViolations } from '../../src/corpus/violations/read-violations.ts';
import { xlsxOf } from '../files/support/xlsx-of.ts';
import { HANDLER } from '../signing/reviewed-case.ts';
import { filledDataFolder } from '../support/filled-data-folder.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-match-'));
const env = { MINGCAI_DATA: join(folder, 'data') };
beforeAll(() => filledDataFolder(env.MINGCAI_DATA));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  asOf: string;
  items: {
    id: string;
    inOwnList: boolean | null;
    missing: string[];
    provisions: { law: string; article: string; role: string }[];
  }[];
}

describe('mingcai match', () => {
  it('一段话找到事项和条款', async () => {
    const run = await runCli(['match', '没办证开饭馆', '--as-of', '2024-03-05', '--json'], env);
    expect(run.status).toBe(0);
    const { asOf, items } = run.json<Answer & Record<string, unknown>>();
    expect(asOf).toBe('2024-03-05');
    expect(items[0]).toMatchObject({ id: 'food-business-no-licence' });
    expect(items[0]!.provisions.map(({ article, role }) => [article, role])).toEqual([
      ['35', 'breached'],
      ['122', 'punishing'],
    ]);
  });

  it('案件文件按行为日找', async () => {
    const path = join(folder, 'case.json');
    const file = exampleCaseFile('food-no-health-certificate');
    writeFileSync(path, JSON.stringify(file));
    const { asOf, items } = (await runCli(['match', path, '--json'], env)).json<
      Answer & Record<string, unknown>
    >();
    expect(asOf < '2027-01-01').toBe(true);
    expect(items[0]!.provisions.map(({ article }) => article)).toContain('126');
  });

  it('本机关的清单导入后先用清单里的，不在清单里的说出来', async () => {
    const agency = '示例市市场监督管理局';
    const rows = [
      ['序号', '事项名称', '实施依据', '实施主体'],
      [1, '对无证从事餐饮服务的处罚', '《食品安全法》第三十五条第一款、第一百二十二条第一款', agency],
      [2, '对遗弃犬只的处罚', '《示例市养犬条例》第五条', agency],
    ];
    const path = join(folder, '清单.xlsx');
    writeFileSync(path, xlsxOf(rows));
    const own = { MINGCAI_DATA: join(folder, 'own') };
    await filledDataFolder(own.MINGCAI_DATA);
    const report = (await runCli(['import', path, '--kind', 'items', '--json'], own)).json<{
      articles: number;
      skipped: { reason: string }[];
    }>();
    expect(report.articles).toBe(2);
    expect(report.skipped[0]?.reason).toMatch(/^第 3 行“对遗弃犬只的处罚”：库里没有《示例市养犬条例》/);
    const { items } = (await runCli(['match', '没办证开饭馆', '--json'], own)).json<
      Answer & Record<string, unknown>
    >();
    expect(items[0]).toMatchObject({ name: '对无证从事餐饮服务的处罚', inOwnList: true });
    expect(items.some(({ inOwnList }) => inOwnList === false)).toBe(true);
    const said = await runCli(['match', '没办证开饭馆'], own);
    expect(said.stdout).toContain('不在本机关清单');
    writeFileSync(path, xlsxOf([['甲', '乙']]));
    const nothing = await runCli(['import', path, '--kind', 'items', '--json'], own);
    expect(nothing.status).toBe(1);
    expect(nothing.stderr).toContain('什么也没有读入');
  });

  it('本机关选定过的，说出几件类似案件选用', async () => {
    const data = join(folder, 'chosen');
    await filledDataFolder(data);
    const item = bundledViolations().items.find(({ id }) => id === 'food-business-expired');
    if (!item) throw new Error('目录里没有这一项');
    const said = '小卖部货架上面包过期三天还在卖';
    const file = readAnyCaseFile({
      id: 'chosen-1',
      action: 'penalty',
      procedure: 'ordinary',
      title: '示例小卖部案',
      cause: '销售过期面包',
      field: 'market',
      agency: { name: '示例市市场监督管理局' },
      party: { kind: 'individual-business', name: '示例小卖部' },
      violation: { name: said },
    });
    if (file.action !== 'penalty') throw new Error('不是行政处罚案件');
    await withDatabase(readConfig({ MINGCAI_DATA: data }), async ({ db }) => {
      const { revision } = await createCase(db, { file, by: HANDLER });
      await saveCase(db, {
        id: file.id,
        file: chooseViolation(file, item),
        expectedRevision: revision,
        by: HANDLER,
        note: choiceNote(item),
      });
    });
    const run = async (...words: string[]) => runCli(['match', ...words], { MINGCAI_DATA: data });
    const chosenIn = async (...words: string[]) =>
      (await run(...words, '--json'))
        .json<{ items: { id: string; why: { chosen: { count: number } | null } }[] }>()
        .items.flatMap(({ id, why }) => (why.chosen ? [[id, why.chosen.count]] : []));
    expect(await chosenIn('货架上的面包过期了还在卖')).toEqual([['food-business-expired', 1]]);
    // Out of what was kept when the store was closed.
    expect((await run('货架上的面包过期了还在卖')).stdout).toContain('本机关近三年 1 件类似案件选用');
    expect(await chosenIn('没办证开网约车拉客')).toEqual([]);
    const path = join(folder, 'chosen.json');
    const asking = (change: object) => writeFileSync(path, JSON.stringify({ ...file, ...change }));
    asking({ id: 'chosen-2' });
    expect(await chosenIn(path)).toEqual([['food-business-expired', 1]]);
    asking({ id: 'chosen-1' });
    expect(await chosenIn(path)).toEqual([]);
    asking({ id: 'chosen-2', agency: { name: '示例县市场监督管理局' } });
    expect(await chosenIn(path)).toEqual([]);
  }, 180_000);

  it('已经填好的案由不当作说过的话；没有读到事实的案卷、别种案件，说明是怎么回事', async () => {
    const path = join(folder, 'told.json');
    const match = async (...args: string[]) => runCli(['match', path, ...args], env);
    const file = exampleCaseFile('food-no-health-certificate');
    if (file.action !== 'penalty') throw new Error('不是行政处罚案件');
    const facts = '小卖部货架上面包过期三天还在卖';
    const name = '占用、堵塞、封闭消防车通道';
    writeFileSync(
      path,
      JSON.stringify({ ...file, cause: name, violation: { ...file.violation, name, facts } }),
    );
    const { items } = (await match('--json')).json<Answer & Record<string, unknown>>();
    expect(items[0]?.id).toBe('food-business-expired');
    expect(items.map(({ id }) => id)).not.toContain('fire-occupy-vehicle-passage');
    writeFileSync(
      path,
      JSON.stringify({
        ...file,
        cause: '未载明',
        sources: [],
        violation: { ...file.violation, name: '未载明', facts: undefined },
      }),
    );
    expect((await match()).stderr).toContain('里没有读到发生了什么');
    const permit = exampleCaseFiles().find(({ action }) => action === 'licence');
    writeFileSync(path, JSON.stringify(permit));
    const refused = await match();
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toContain('匹配是找违法行为和处罚条款，只用于行政处罚案件');
    expect(refused.stderr).not.toContain('裁量');
  });

  it.each([
    [['match', '没有.json'], '没有这个文件'],
    [['match', '   '], '没有写明发生了什么'],
    [['match', '无证经营', '--as-of', '2024-02-30'], '不是存在的日期'],
    [['match', '无证经营', '--limit', '0'], '--limit'],
  ])('%j 说明错在哪里', async (args, reason) => {
    const run = await runCli(args, env);
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain(reason);
  });
});
