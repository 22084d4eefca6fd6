import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCaseFile } from '../../src/cases/example-case-files.ts';
import { workbookOf } from '../files/support/workbook-of.ts';
import { filledDataFolder } from '../support/filled-data-folder.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-cli-'));
const env = { MINGCAI_DATA: join(folder, 'data') };
beforeAll(() => filledDataFolder(env.MINGCAI_DATA));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function caseFile(change: object = {}): string {
  const path = join(folder, `case-${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(path, JSON.stringify({ ...exampleCaseFile('advertising-absolute-terms'), ...change }));
  return path;
}

describe('the commands', () => {
  it('screens a case into exactly one JSON document', async () => {
    const run = await runCli(['screen', caseFile(), '--json'], env);
    expect(run.status).toBe(0);
    const report = run.json<{
      case: string;
      major: { isMajor: boolean; triggers: { why: string; basis: string }[] };
      findings: Record<string, unknown>[];
      summary: Record<string, number>;
    }>();
    expect(report.case).toBe('advertising-absolute-terms');
    expect(report.major.isMajor).toBe(true);
    const late = report.findings.find((finding) => finding.rule === 'C3-10')!;
    expect(late).toMatchObject({ criterion: 3, answer: 'not-met', severity: 'block', by: 'rule' });
    expect((late.basis as { law: string; article: string }[])[0]).toMatchObject({ article: '64' });
    expect((late.papers as { paper: string; quote: string }[]).length).toBeGreaterThan(0);
    expect(new Set(report.findings.map((finding) => finding.criterion)).size).toBe(8);
    expect(Object.values(report.summary).reduce((sum, count) => sum + count, 0)).toBe(report.findings.length);
  });

  it('refuses a faulty case with the path and what was expected, on both outputs', async () => {
    const run = await runCli(
      ['screen', caseFile({ party: { kind: 'organisation', name: '甲', creditCode: '123' } }), '--json'],
      env,
    );
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('party.creditCode');
    expect(run.stderr).toContain('统一社会信用代码');
    expect(run.json<{ error: { kind: string; message: string } }>().error.kind).toBe('invalid-input');
  });

  it('says that a file is not there, and ends with 1', async () => {
    const run = await runCli(['screen', join(folder, '没有.json')], env);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('没有这个文件');
    expect(run.stdout).toBe('');
  });

  it('ends with 2 on wrong usage and with 0 on help in two languages', async () => {
    const lacking = await runCli(['screen'], env);
    expect(lacking.status).toBe(2);
    expect(lacking.stderr).toContain('请给出案件文件');
    const unknown = await runCli(['nonsense'], env);
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('没有命令“nonsense”');
    expect((await runCli(['screen', 'x.json', '--wrong'], env)).stderr).toContain('没有选项“--wrong”');
    const help = await runCli(['screen', '--help'], env);
    expect(help.status).toBe(0);
    expect(help.stdout).toContain('按八项标准预审');
    expect(help.stdout).toContain('Pre-screen a case');
  });

  it('names a faulty setting', async () => {
    const run = await runCli(['doctor'], { ...env, PORT: 'many' });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('PORT 应为 0 至 65535 的端口号');
  });

  it('tells what is there and what each absence costs', async () => {
    const run = await runCli(['doctor', '--json'], env);
    const { checks } = run.json<{
      checks: { name: string; state: string; detail: string; remedy: string }[];
    }>();
    expect(checks.find((check) => check.name === '数据库')?.state).toBe('ok');
    expect(checks.find((check) => check.name === '台账')?.state).toBe('ok');
    const chat = checks.find((check) => check.name === '对话模型')!;
    expect(chat.state).toBe('absent');
    expect(chat.remedy).toContain('MINGCAI_CHAT_MODEL');
  });

  it('prints the schema and the rule book', async () => {
    const schema = (await runCli(['schema', 'case-file'], env)).json<{
      properties: object;
      required: string[];
    }>();
    expect(Object.keys(schema.properties)).toContain('hearing');
    expect(schema.required).toContain('party');
    const table = (await runCli(['schema', 'benchmark'], env)).json<{ required: string[] }>();
    expect(table.required).toEqual(expect.arrayContaining(['id', 'issuer', 'region', 'inForce', 'items']));
    const { rules } = (await runCli(['rules', '--json'], env)).json<{
      rules: { id: string; criterion: number; basis: object[]; since: string }[];
    }>();
    expect(rules.length).toBeGreaterThanOrEqual(40);
    for (const criterion of [1, 2, 3, 4, 5, 6, 7, 8]) {
      expect(
        rules.filter((rule) => rule.criterion === criterion).length,
        `${criterion}`,
      ).toBeGreaterThanOrEqual(3);
    }
    expect(rules.filter((rule) => rule.criterion === 3).length).toBeGreaterThanOrEqual(10);
  });

  it('reckons the tier and drafts the decision', async () => {
    const path = caseFile();
    const tier = (await runCli(['discretion', path, '--json'], env)).json<{
      tier: { name: string };
      range: { min: number; max: number };
      steps: object[];
      likeCases: object[];
    }>();
    expect(tier.range.min).toBeLessThan(tier.range.max);
    expect(tier.steps.length).toBeGreaterThan(2);
    expect(tier.likeCases.length).toBeGreaterThan(0);
    const out = join(folder, '决定书.docx');
    const draft = (await runCli(['draft', path, '--form', 'decision', '--out', out, '--json'], env)).json<{
      digest: string;
      elements: { present: boolean }[];
      sentences: { text: string; by: string }[];
    }>();
    expect(draft.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(draft.sentences.every((sentence) => sentence.by === 'rule')).toBe(true);
  });

  it('proves a benchmark sound, and names the row that leaves the statute', async () => {
    const table = readFileSync('corpus/benchmarks/demo-market.yaml', 'utf8');
    const sound = join(folder, 'sound.yaml');
    writeFileSync(sound, table);
    expect((await runCli(['benchmark', 'check', sound, '--json'], env)).json()).toEqual({
      ok: true,
      faults: [],
    });
    const broken = join(folder, 'broken.yaml');
    expect(table).toContain('"max": 36500');
    writeFileSync(broken, table.replace('"max": 36500', '"max": 60000'));
    const run = await runCli(['benchmark', 'check', broken, '--json'], env);
    expect(run.status).toBe(1);
    const { faults } = run.json<{ faults: { row: string; kind: string }[] }>();
    expect(faults.map((fault) => fault.kind)).toContain('outside-statute');
    expect(faults[0]!.row).toContain('market-no-health-certificate');
  });

  it('checks a printed table: a line that cannot be read is a fault, a worksheet that is no table is named', async () => {
    const item = (violation: string) =>
      JSON.stringify({
        benchmark: '示例省裁量表（2024-01-01施行）',
        violation,
        penalty_basis: ['《示例省示例条例》第三十条 处一千元以上三万元以下罚款。'],
        columns: ['违法行为', '数量', '处罚标准'],
        grid: [
          ['5件以下', '1000元以上1万元以下'],
          ['5件以上', '1万元以上3万元以下'],
        ],
      });
    const lines = join(folder, 'printed.jsonl');
    writeFileSync(lines, [item('示例违法'), '{"benchmark": "示例', ''].join('\n'));
    const run = await runCli(['benchmark', 'check', lines, '--json'], env);
    expect(run.status).toBe(1);
    expect(run.json<{ faults: object[] }>().faults[0]).toEqual({
      row: '第 2 行',
      kind: 'format',
      detail: '没有读：不是完整的 JSON。',
    });
    const sheet = join(folder, 'printed.xlsx');
    const rows = [
      ['示例省裁量基准（2024-01-01施行）'],
      ['违法行为', '处罚依据', '数量', '处罚标准'],
      [
        '示例违法',
        '《示例省示例条例》第三十条 处一千元以上三万元以下罚款。',
        '5件以下',
        '1000元以上1万元以下',
      ],
      [null, null, '5件以上', '1万元以上3万元以下'],
    ];
    writeFileSync(sheet, workbookOf({ name: '目录', rows: [['一、示例']] }, { name: '一', rows }));
    const read = await runCli(['benchmark', 'check', sheet, '--json'], env);
    expect(read.json<{ passed: string[] }>().passed).toEqual([expect.stringContaining('工作表“目录”没有查')]);
    expect(read.json<{ faults: { kind: string }[] }>().faults.map(({ kind }) => kind)).not.toContain(
      'format',
    );
  });

  it('resolves citations with offsets in code points', async () => {
    const text = '𠮷：依据《中华人民共和国行政处罚法》第六十四条第一款第二项和第九百条。';
    const { citations } = (await runCli(['cite', text, '--as-of', '2025-06-01', '--json'], env)).json<{
      citations: { quote: string; start: number; end: number; state: string; article: string }[];
    }>();
    expect(citations.map((citation) => citation.state)).toEqual(['in-force', 'no-such-article']);
    const points = [...text];
    for (const citation of citations)
      expect(points.slice(citation.start, citation.end).join('')).toBe(citation.quote);
  });
});
