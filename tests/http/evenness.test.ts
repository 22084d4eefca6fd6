import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { createCase } from '../../src/cases/create-case.ts';
import { exampleCaseFile } from '../../src/cases/example-case-files.ts';
import type { Person } from '../../src/staff/person.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const SAFETY = 'safety-training-2025';
const NAMES = ['zhangmin', 'liqiang', 'wangfa', 'zhaoju', 'chenping', 'zhoushen', 'wuguan'] as const;

let test: TestApp;
const cookies = new Map<string, string>();
const get = (name: string, path: string) => test.get(path, cookies.get(name));
const page = async (name: string, path = '/evenness') => (await get(name, path)).text();

/** A decided case that is not invented; its statute goes from nothing to 100,000 yuan. */
function decided(
  id: string,
  change: { fine: number; day: string; region: string; kind?: 'individual-business' },
): CaseFile {
  const { example: _example, ...file } = exampleCaseFile(SAFETY);
  const penalties = [{ type: 'fine' as const, amount: change.fine }];
  return {
    ...file,
    id,
    title: `${id} 安全培训案`,
    agency: { ...file.agency, region: change.region },
    party: { ...file.party, name: `当事人${id}`, ...(change.kind ? { kind: change.kind } : {}) },
    decision: { ...file.decision, penalties, date: change.day, draft: false },
  };
}

function personOf(name: string): Person {
  const person = test.people.get(name);
  if (!person) throw new Error(`no ${name}`);
  return person;
}

beforeAll(async () => {
  test = await openTestApp();
  for (const name of NAMES) cookies.set(name, await test.signIn(name));
});
afterAll(() => test.close());

describe('an agency without decisions of its own', () => {
  it('sees the invented cases, marked as such', async () => {
    const html = await page('zhaoju');
    expect(html).toContain('示例，均为虚构');
    expect(html).toContain('这些图能说明什么');
    expect(html).not.toContain('真实案件');
  });

  it('is told when nothing fits', async () => {
    expect(await page('zhaoju', '/evenness?field=none')).toContain('这个领域没有已决案件');
    expect(await page('zhaoju', '/evenness?from=2090-01-01')).toContain('没有符合条件的案件');
    expect((await get('zhaoju', '/evenness?from=nonsense&party=x&measure=y')).status).toBe(200);
  });
});

describe('decisions of two handlers in two regions', () => {
  beforeAll(async () => {
    for (let index = 0; index < 12; index += 1) {
      const day = `2024-${String(1 + index).padStart(2, '0')}-15`;
      const region = '示例省示例市东区';
      await createCase(test.db, {
        file: decided(`low-${index}`, { fine: 10_000 + index * 100, day, region }),
        by: personOf('zhangmin'),
      });
      await createCase(test.db, {
        file: decided(`high-${index}`, { fine: 80_000 + index * 100, day, region: '示例省示例市西区' }),
        by: personOf('liqiang'),
      });
    }
    const few = {
      fine: 50_000,
      day: '2024-02-01',
      region: '示例省另一市',
      kind: 'individual-business' as const,
    };
    await createCase(test.db, { file: decided('few-1', few), by: personOf('liqiang') });
  });

  it.each([
    ['zhangmin', 200],
    ['liqiang', 200],
    ['wangfa', 200],
    ['zhaoju', 200],
    ['chenping', 403],
    ['zhoushen', 200],
    ['wuguan', 200],
  ])('%s: %i', async (name, status) => {
    expect((await get(name, '/evenness')).status).toBe(status);
    expect((await get(name, '/evenness/cases.csv')).status).toBe(status);
  });

  it('are real ones by default, and invented ones stand apart', async () => {
    const html = await page('zhaoju');
    expect(html).toContain('25 件');
    expect(html).not.toContain('均为虚构');
    expect(html).toContain('真实案件');
    const invented = await page('zhaoju', '/evenness?data=example');
    expect(invented).toContain('均为虚构');
    expect(invented).not.toContain('low-1 安全培训案');
  });

  it('are shown by quarter, handler and region, with figures and links', async () => {
    const html = await page('zhaoju');
    // 12 fines from 10,000 to 11,100 of 100,000: median 10,550, so 10.6 %; the other twelve and 50,000: 80,500.
    expect(html).toMatch(/张敏：12 件，中位数 10\.6%，四分位 10\.3%至 10\.8%；◆ 值得看一看/);
    expect(html).toMatch(/李强：13 件，中位数 80\.5%/);
    expect(html).toContain('2024年第一季度：7 件');
    expect(html).toContain('示例省示例市东区：12 件');
    expect(html).toContain('示例省另一市：1 件，件数太少，只列各件');
    expect(html).toContain('href="/cases/low-3?view=discretion"');
    expect(html.match(/<svg/g)?.length).toBe(3);
    expect(html).not.toMatch(/违规|嫌疑|不公/);
  });

  it('narrow by period, region, party and handler', async () => {
    expect(await page('zhaoju', '/evenness?from=2024-07-01&to=2024-09-30')).toContain('6 件。');
    expect(await page('zhaoju', '/evenness?region=示例省示例市')).toContain('24 件。');
    expect(await page('zhaoju', '/evenness?party=individual-business')).toContain('1 件。');
    const own = await page('zhaoju', `/evenness?handler=${personOf('zhangmin').id}`);
    expect(own).toContain('12 件。');
    expect(own).not.toContain('high-3');
  });

  it('without a minimum are not compared by multiples of it', async () => {
    expect(await page('zhaoju', '/evenness?measure=times')).toContain('法定罚款没有下限');
  });

  it('are shown to a handler without the names or cases of colleagues', async () => {
    for (const html of [
      await page('zhangmin'),
      await page('zhangmin', `/evenness?handler=${personOf('liqiang').id}`),
    ]) {
      expect(html).toContain('本人：12 件');
      expect(html).toContain('其他承办人：13 件');
      expect(html).toContain('low-3 安全培训案');
      expect(html).not.toContain('李强');
      expect(html).not.toContain(personOf('liqiang').id);
      expect(html).not.toContain('high-3');
    }
    const csv = await page('zhangmin', '/evenness/cases.csv');
    expect(csv).toContain('low-3');
    expect(csv).not.toMatch(/high-|李强|承办人/);
  });

  it('name handlers to the head and the auditor alone', async () => {
    for (const name of ['zhaoju', 'zhoushen']) expect(await page(name)).toContain('张敏');
    for (const name of ['wangfa', 'wuguan']) {
      for (const path of [
        '/evenness',
        `/evenness?handler=${personOf('liqiang').id}`,
        '/evenness/cases.csv',
      ]) {
        const html = await page(name, path);
        expect(html).not.toMatch(/张敏|李强/);
        for (const one of ['zhangmin', 'liqiang']) expect(html).not.toContain(personOf(one).id);
      }
      const html = await page(name, `/evenness?handler=${personOf('liqiang').id}`);
      expect(html).toContain('25 件');
      expect(html).toContain('承办人甲：13 件');
      expect(html).toContain('承办人乙：12 件');
      expect(await page(name, '/evenness?to=2024-03-31')).toContain('其他承办人（各不足 5 件）：7 件');
    }
    expect(await page('wangfa')).toContain('low-3 安全培训案');
  });

  it('have no rows and no ids for an administrator, who may not look into real cases', async () => {
    for (const path of ['/evenness', '/evenness/cases.csv']) {
      const html = await page('wuguan', path);
      expect(html).not.toMatch(/(?:low|high|few)-\d/);
      expect(html).not.toContain('安全培训案');
    }
    expect(await page('wuguan')).toContain('只列您可以查看的案件，共 0 件');
    expect((await page('wuguan', '/evenness/cases.csv')).trim().split('\r\n')).toHaveLength(1);
    expect((await page('wuguan', '/evenness?data=example')).match(/<tr id="case-/g)?.length).toBeGreaterThan(
      0,
    );
  });

  it('offer every division that a region lies in, with whole names', async () => {
    const few = { fine: 50_000, day: '2023-02-01', kind: 'individual-business' as const };
    for (const [id, region] of [
      ['hangzhou', '浙江省杭州市西湖区'],
      ['zhengzhou', '河南省郑州市'],
      ['xing', '吉林省延边朝鲜族自治州延吉市'],
    ] as const) {
      await createCase(test.db, { file: decided(id, { ...few, region }), by: personOf('liqiang') });
    }
    const html = await page('zhaoju');
    const offered = [...html.matchAll(/<option value="([^"]*省[^"]*)"/g)].map(([, name]) => name);
    expect(offered).toEqual([
      '吉林省',
      '吉林省延边朝鲜族自治州',
      '吉林省延边朝鲜族自治州延吉市',
      '河南省',
      '河南省郑州市',
      '浙江省',
      '浙江省杭州市',
      '浙江省杭州市西湖区',
      '示例省',
      '示例省另一市',
      '示例省示例市',
      '示例省示例市东区',
      '示例省示例市西区',
    ]);
    expect(await page('zhaoju', '/evenness?region=浙江省杭州市')).toContain('1 件。');
  });

  it('stand in tables with names and heads, beside plots with words, all within reach of the keyboard', async () => {
    const html = await page('zhaoju');
    for (const table of html.match(/<table.*?<\/table>/gs) ?? []) {
      expect(table).toMatch(/<caption/);
      expect(table).not.toMatch(/<th(?!ead| scope=)/);
    }
    for (const wrap of html.match(/<\w+ class="(?:table-wrap|wide-plot)"[^>]*>/g) ?? [])
      expect(wrap).toMatch(/^<section .*tabindex="0" aria-label=".+"/);
    expect(html.match(/<figcaption/g)).toHaveLength(3);
    expect(html.match(/<svg role="group" aria-label="/g)).toHaveLength(3);
  });

  it('are of the violation that is asked for, never of another in its place without a word', async () => {
    const html = await page('zhaoju', '/evenness?violation=没有这样的行为');
    expect(html).toContain('没有违法行为“没有这样的行为”的已决案件');
    expect(html).not.toContain('安全培训案');
    // The form sends the violation of the field before.
    const asked = /<option value="([^"]+)" selected[^>]*>[^<]*（\d+ 件）/.exec(await page('zhaoju'))?.[1];
    expect(asked).toBeTruthy();
    const other = await page('zhaoju', `/evenness?data=example&field=market&violation=${asked}`);
    expect(other).toContain(`这个领域没有“${asked}”的已决案件，现列出“`);
  });

  it('of one violation in two fields are counted together, or apart by field', async () => {
    const file = decided('elsewhere', { fine: 20_000, day: '2023-05-01', region: '示例省另一市' });
    await createCase(test.db, { file: { ...file, field: 'transport' }, by: personOf('liqiang') });
    const all = await page('zhaoju');
    expect(all.match(/<option value="[^"]*" selected[^>]*>[^<]*（29 件）/g)).toHaveLength(1);
    expect(all).toContain('29 件。');
    const one = await page('zhaoju', '/evenness?field=transport');
    expect(one).toContain('（1 件）');
    expect(one).toContain('1 件。');
    expect(one).not.toContain('low-3');
  });

  it('are exported with every case and column', async () => {
    const response = await get('zhoushen', '/evenness/cases.csv?region=示例省示例市东区');
    expect(response.headers.get('content-type')).toContain('text/csv');
    const lines = (await response.text()).trim().split('\r\n');
    expect(lines).toHaveLength(13);
    expect(lines[0]).toContain('法定幅度中的位置');
    expect(lines[1]).toContain('low-0 安全培训案');
    expect(lines[1]).toContain('10000,0.1,');
    expect(lines[1]).toContain('张敏');
  });

  it('follow a changed case', async () => {
    const changed = decided('low-0', { fine: 90_000, day: '2024-01-15', region: '示例省示例市东区' });
    const saved = await test.post(
      '/cases/low-0/file',
      { text: JSON.stringify(changed), revision: '1' },
      cookies.get('zhangmin'),
    );
    expect(saved.status).toBe(303);
    expect(await page('zhoushen', '/evenness/cases.csv?region=示例省示例市东区')).toContain('90000,0.9,');
  });
});
