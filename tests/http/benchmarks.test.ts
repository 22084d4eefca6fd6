import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReferenceBook } from '../../src/corpus/build-reference-book.ts';
import { readReferenceParts } from '../../src/corpus/load-reference-book.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const OLD_ACT = 'on=2024-06-01';

let test: TestApp;
let cookie: string;
const get = (path: string) => test.get(path, cookie);
const page = async (path: string) => (await get(path)).text();
/** The item's page for facts of an act, as a form would ask for it. */
const asked = (item: string, facts: Record<string, string>, on = OLD_ACT) =>
  page(`/benchmarks/${item}?${on}&${new URLSearchParams(facts)}`);
const part = (html: string, from: string, to: string) =>
  html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from) + 1));
const answer = (html: string) => part(html, 'id="calculation"', 'class="stack-small calculator-table"');
const table = (html: string) => part(html, 'id="item-table"', '读表的约定');
const text = (html: string) =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

beforeAll(async () => {
  const parts = readReferenceParts();
  const sound = parts.benchmarks.find(({ id }) => id === 'demo-market');
  const [item] = sound?.items ?? [];
  if (!sound || !item) throw new Error('no example table');
  const faulty = {
    ...sound,
    id: 'faulty',
    name: '示例有误的裁量表',
    region: '另一示例省',
    noPenalty: [],
    items: [
      { ...item, id: 'faulty-gap', tiers: item.tiers.slice(1) },
      { ...item, id: 'faulty-rows', tiers: [], needsRetyping: '权重栏被合并，第 3 行没有数字。' },
    ],
  };
  const long = {
    ...faulty,
    id: 'long',
    name: '示例很长的裁量表',
    items: Array.from({ length: 170 }, (_, index) => ({
      ...item,
      id: `long-${index}`,
      tiers: [],
      needsRetyping: '示例',
    })),
  };
  // One act in three tables: of a city, of its province with a list of slight violations, and of the whole country.
  const act = (id: string, region: string) => ({
    ...faulty,
    id,
    name: `示例${id}`,
    region,
    items: [{ ...item, id: `${id}-item`, violation: '示例的同一行为', breached: [] }],
  });
  const city = act('city', '样例省样例市');
  const everywhere = act('everywhere', '全国');
  const beside = {
    ...faulty,
    id: 'beside',
    name: '示例责任人员分列的裁量表',
    items: [
      {
        ...item,
        id: 'beside-item',
        violation: '示例的另一行为',
        sanction: 'work-safety-law-97',
        factors: [{ name: '人数', question: '多少人？', type: 'number' as const }],
        tiers: [1, 2].map((order) => ({
          order,
          name: `第${order}档`,
          grade: 'ordinary' as const,
          when: { factor: '人数', op: order === 1 ? ('<' as const) : ('>=' as const), value: 3 },
          conditions: '示例',
          extra: [],
          fines: [
            { party: 'unit' as const, min: order * 10_000, max: order * 20_000 },
            { subject: 'responsible-person' as const, min: order * 11_111, max: order * 12_222 },
          ],
        })),
      },
    ],
  };
  const list = (id: string, region: string, name: string) => ({
    ...act(id, region),
    items: [],
    noPenalty: [
      {
        id: `${id}-slight`,
        violation: '示例的同一行为',
        field: 'market',
        breached: [],
        when: { factor: name, op: '=' as const, value: true },
        conditions: `示例：${name}`,
        factors: [{ name, question: `是否${name}？`, type: 'yes-no' as const }],
        figures: '示例',
      },
    ],
  });
  const province = list('province', '样例省', '省清单情形');
  const elsewhere = list('elsewhere', '别的省', '别处清单情形');
  const ended = {
    ...list('ended', '样例省', '已废止清单情形'),
    inForce: { from: '2020-01-01', to: '2023-12-31' },
  };
  const added = [faulty, long, beside, city, everywhere, province, elsewhere, ended];
  test = await openTestApp({
    book: buildReferenceBook({ ...parts, benchmarks: [...parts.benchmarks, ...added] }),
  });
  cookie = await test.signIn('zhangmin');
});
afterAll(() => test.close());

describe('the list of benchmarks', () => {
  it('tells issuer, region, days, methods, and which table took the place of which', async () => {
    const html = await page('/benchmarks');
    const words = text(html);
    for (const said of ['示例省生态环境厅', '权重累加', '个阶次', '单位数额', '轻微不罚清单'])
      expect(words).toContain(said);
    expect(words).toMatch(/2022年1月1日起至2026年8月14日/);
    expect(html).toMatch(/取代 <a href="\/benchmarks\?table=demo-competition-2018">/);
    expect(html).toMatch(/已被 <a href="\/benchmarks\?table=demo-competition-2025">/);
    expect(Buffer.byteLength(html)).toBeLessThan(200_000);
  });

  it('marks the rows in which the check finds something, and those that must be typed anew', async () => {
    const html = await page('/benchmarks?table=faulty');
    expect(text(html)).toMatch(/2 个事项 · 其中 1 个需要重新录入，不能计算/);
    const gap = part(html, '/benchmarks/faulty-gap', '</tr>');
    expect(gap).toMatch(/\? \d+ 处问题/);
    expect(part(html, '/benchmarks/faulty-rows', '</tr>')).toContain('? 需要重新录入');
    // On a busy machine the check goes on behind the page.
    await expect
      .poll(async () => text(await page('/benchmarks?table=demo-market')), { timeout: 30_000 })
      .not.toContain('检查还在进行');
    expect(text(await page('/benchmarks?table=demo-market'))).toContain('检查未发现缺口');
    expect(text(await page('/benchmarks/faulty-gap'))).toMatch(/缺口 faulty-gap：没有阶次适用于/);
  });

  it('shows a long table in parts, each with the way to the others', async () => {
    const all = await page('/benchmarks');
    expect(text(all)).toMatch(/另有 \d+ 个事项没有列在本页/);
    expect(all).toContain('href="/benchmarks?table=long"');
    const first = await page('/benchmarks?table=long');
    expect(text(first)).toContain('第 1 至 150 项，共 170 项');
    expect(first).toContain('href="/benchmarks?table=long&amp;from=150"');
    const second = await page('/benchmarks?table=long&from=150');
    expect(second).toContain('/benchmarks/long-169"');
    expect(second).not.toContain('/benchmarks/long-149"');
    expect((await get('/benchmarks?table=long&from=9999')).status).toBe(200);
  });

  it('is narrowed by what the address asks, and says when nothing fits', async () => {
    const html = await page('/benchmarks?q=%E8%BF%87%E6%9C%9F&faulty=1');
    expect(html).not.toContain('href="/benchmarks/market-expired-food"');
    const found = await page(`/benchmarks?q=${encodeURIComponent('超过保质期')}`);
    expect(found).toContain('href="/benchmarks/market-expired-food"');
    expect(found).not.toContain('href="/benchmarks/envw-major-change"');
    expect(await page('/benchmarks?q=zzz')).toContain('没有符合条件的事项');
  });
});

describe('an item that cannot be reckoned with', () => {
  it('says so, offers no form, and gives no amount', async () => {
    const html = await page('/benchmarks/faulty-rows?f.goods=100');
    expect(html).toContain('权重栏被合并，第 3 行没有数字。');
    expect(html).not.toContain('data-calculator');
    expect(html).not.toContain('裁量幅度');
  });
});

describe('the calculator of a table of tiers', () => {
  const mild = { 'f.sold': 'no', 'f.harm': 'no', 'f.repeat': 'no', 'f.serious': 'no' };

  it('asks for every fact first, and assumes none', async () => {
    const html = await page('/benchmarks/market-expired-food');
    expect(text(answer(html))).toContain('尚不能确定，可能为');
    expect(text(answer(html))).toContain('违法产品的货值金额是多少元？ 填写');
    expect(answer(html)).toContain('href="#field-f.goods"');
    expect(html).toContain('id="field-f.goods"');
    expect(table(html)).toContain('cell-possible');
    expect(table(html)).not.toContain('cell-chosen');
  });

  it('answers on both sides of a boundary, and marks the row by more than colour', async () => {
    const below = await asked('market-expired-food', { ...mild, 'f.goods': '9,999.99' });
    const from = await asked('market-expired-food', { ...mild, 'f.goods': '10000' });
    expect(text(answer(below))).toContain('小额从轻（从轻处罚）');
    expect(text(answer(below))).toContain('法定幅度50,000 元以上、100,000 元以下');
    expect(text(answer(from))).toContain('大额从轻（从轻处罚）');
    expect(text(answer(from))).toContain('法定幅度100,000 元以上、200,000 元以下');
    expect(table(below)).toMatch(/<tr class="tier-row cell-chosen">[\s\S]*?▸[\s\S]*?小额从轻/);
    expect(table(from)).toMatch(/<tr class="tier-row cell-chosen">[\s\S]*?▸[\s\S]*?大额从轻/);
    expect([...table(from).matchAll(/tier-row cell-chosen/g)]).toHaveLength(1);
    expect(answer(below)).toContain('<svg');
    // Nobody has established gains.
    expect(text(answer(below))).toMatch(/视情形[^应]*没收违法所得/);
    expect(text(answer(below))).toContain('什么会改变结论');
  });

  it('tells persons from units in the table', async () => {
    const facts = { 'f.refused-correction': 'yes', 'f.withheld': '影响审计进度' };
    const unit = await asked('audit-refused-data', { ...facts, party: 'organisation' });
    const person = await asked('audit-refused-data', { ...facts, party: 'person' });
    expect(unit).toContain('罚款（单位）');
    expect(text(answer(unit))).toContain('15,000 元以上（不含本数）、35,000 元以下');
    expect(text(answer(person))).toContain('5,000 元以上（不含本数）、15,000 元以下');
  });

  it('says when the table is not in force on the day, and why nothing is reckoned', async () => {
    const html = await asked('market-expired-food', { ...mild, 'f.goods': '5000' }, 'on=2020-01-01');
    expect(text(answer(html))).toContain('不能计算');
    expect(text(answer(html))).toContain('✕ 未计算：');
    expect(table(html)).not.toContain('cell-chosen');
  });
});

describe('the calculator of a weighted table', () => {
  const facts = {
    'f.investment': '10000000',
    'f.document': '报告表类',
    'f.location': '限批区或者环境敏感区',
    'f.stage': '设备安装阶段',
    'f.months': '3',
    'f.times': '1',
    'f.cooperates': 'yes',
  };

  it('adds the weights as worked out by hand, and marks the degree of each factor', async () => {
    const html = await asked('envw-major-change', facts);
    // 20 + 0 + 6 + 5 + 3 + 0 + 0 = 34 %; 34 % × 10,000,000 × 5 % = 170,000.
    expect(text(answer(html))).toContain('百分值总和 34%');
    expect(text(answer(html))).toContain('170,000 元');
    expect([...table(html).matchAll(/<td class="cell-chosen">/g)]).toHaveLength(7);
    expect(text(table(html))).toContain('总投资额 × 5%');
    const before = await asked('envw-major-change', { ...facts, 'f.months': '2.9' });
    expect(text(answer(before))).toContain('百分值总和 31%');
  });

  it('counts what cannot be established at its lowest, as the table says, and leaves open what is not known', async () => {
    const { 'f.stage': _, ...rest } = facts;
    const unknown = await asked('envw-major-change', { ...rest, 'f.stage': '无法查明' });
    expect(text(answer(unknown))).toContain('百分值总和 29%');
    expect(text(answer(unknown))).toContain('经查无法查明');
    const open = await asked('envw-major-change', rest);
    expect(text(answer(open))).toContain('百分值总和为 29% 至 44%');
    expect([...table(open).matchAll(/<td class="cell-possible">/g)]).toHaveLength(3);
    const months = await asked('envw-major-change', { ...facts, 'f.months': '', 'u.months': '1' });
    expect(text(answer(months))).toContain('百分值总和 31%');
  });
});

describe('what cannot be read', () => {
  it('is listed with links to its fields, keeps what was typed, and gives no answer', async () => {
    const response = await get(
      '/benchmarks/market-expired-food?on=2024-13-40&f.goods=many&f.sold=maybe&u.goods=1&g=none&g=heavier',
    );
    expect(response.status).toBe(422);
    const html = await response.text();
    for (const field of ['on', 'f.goods', 'f.sold', 'g']) {
      expect(html).toContain(`href="#field-${field}"`);
      expect(html).toContain(`id="field-${field}"`);
    }
    expect(html).toContain('value="many"');
    expect(html).toContain('value="2024-13-40"');
    expect(html).toMatch(/<option value="maybe" selected/);
    expect(text(answer(html))).toContain('看不懂，没有计算');
    expect(answer(html)).not.toContain('裁量幅度');
    expect(table(html)).not.toContain('cell-');
  });

  it('is never executed or believed', async () => {
    const html = await asked('market-expired-food', { 'f.goods': '<script>x</script>', party: '__proto__' });
    expect(html).not.toContain('<script>x');
    expect(text(answer(html))).toContain('有 2 处看不懂');
    for (const sum of ['-1', '1e9', '0.005', '1,00', 'NaN'])
      expect((await get(`/benchmarks/market-expired-food?f.goods=${encodeURIComponent(sum)}`)).status).toBe(
        422,
      );
  });

  it('answers every item of the library without a fault', async () => {
    const items = test.options.book.benchmarks().flatMap((one) => one.items);
    for (const { id } of items) {
      const response = await get(`/benchmarks/${encodeURIComponent(id)}`);
      expect(response.status, id).toBe(200);
      const html = await response.text();
      expect(html, id).not.toMatch(/\sstyle="|undefined|\[object|NaN/);
      expect(Buffer.byteLength(html), id).toBeLessThan(200_000);
      // Every question can be answered in the form.
      for (const [, field] of answer(html).matchAll(/href="#(field-[^"]+)"/g))
        expect(html, id).toContain(`id="${field}"`);
    }
  });

  it('says which item there is not', async () => {
    expect((await get('/benchmarks/none')).status).toBe(404);
  });
});

describe('the lists of slight violations of other tables', () => {
  const field = (name: string) => `name="f.${name}"`;

  it('of the region above are asked about with a field, and no others', async () => {
    const html = await asked('city-item', {});
    expect(text(answer(html))).toContain('是否省清单情形？');
    expect(html).toContain(field('省清单情形'));
    expect(html).toContain(`<a href="#field-f.省清单情形">填写</a>`);
    expect(html).not.toMatch(/别处清单情形|已废止清单情形/);
    expect(text(answer(await asked('city-item', { 'f.省清单情形': 'yes' })))).toContain('不予处罚');
    expect(html).not.toContain('name="region"');
  });

  it('are those of the day of the act', async () => {
    expect(await asked('city-item', {}, 'on=2023-06-01')).toContain(field('已废止清单情形'));
  });

  it('hang on the place where a table is for the whole country', async () => {
    const open = await asked('everywhere-item', { 'f.省清单情形': 'yes' });
    expect(open).toContain('name="region"');
    expect(open).toContain('<a href="#field-region">填写</a>');
    expect(open).toContain(field('别处清单情形'));
    expect(open).not.toContain('清单所列情形均已具备');
    const placed = await asked('everywhere-item', { 'f.省清单情形': 'yes', region: '样例省样例市' });
    expect(placed).toContain('清单所列情形均已具备');
    expect(placed).not.toContain(field('别处清单情形'));
    expect(placed).not.toContain('href="#field-region"');
  });

  it.each(['city-item', 'everywhere-item'])('leave no question of %s without a field', async (item) => {
    const html = await asked(item, {});
    const questions = part(html, '待查明', '</ul>').match(/<li>.*?<\/li>/gs) ?? [];
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions) {
      const target = /href="#([^"]+)">填写/.exec(question)?.[1];
      expect(target, question).toBeTruthy();
      expect(html).toContain(`id="${target}"`);
    }
  });
});

describe('what is due beside the fine', () => {
  it('has the spans of the persons responsible in a column of their own, marked with the tier', async () => {
    const html = await asked('beside-item', { 'f.人数': '1' });
    expect(table(html)).toContain('<th scope="col">罚款（责任人员）</th>');
    const chosen = part(table(html), 'cell-chosen', '</tr>');
    expect(text(chosen)).toMatch(/▸.*第1档.*10,000 元.*▸.*11,111/);
    expect(text(chosen)).not.toContain('22,222');
    expect(text(await asked('beside-item', {}))).toContain('责任人员：');
  });

  it('names the fine of the persons responsible, the gains and the correction with what they rest on', async () => {
    const html = await asked('beside-item', { 'f.人数': '1', 'f.gains': '500', 'f.overdue': 'yes' });
    const due = text(part(html, '<dt>应当', '</section>'));
    expect(due).toMatch(/没收违法所得（依法应当退赔的除外）.*行政处罚法.*二十八条/);
    expect(due).toMatch(/同时责令改正或者限期改正.*行政处罚法.*二十八条/);
    expect(due).toMatch(/责任人员对直接负责的主管人员和其他直接责任人员/);
    expect(text(part(html, 'id="calculator-status"', '</p>'))).toContain('责任人员另有罚款');
  });

  it('says that nothing is fined where no penalty may be, not that it could not be reckoned', async () => {
    const html = await asked('city-item', { 'f.省清单情形': 'yes' });
    expect(text(part(html, '<dt>裁量幅度', '<dt>法定幅度'))).toContain('不予处罚');
  });

  it('says what keeps it from reckoning', async () => {
    const html = await asked('market-expired-food', {}, 'on=2020-06-01');
    expect(text(answer(html))).toMatch(/不能计算.*✕ 未计算：/);
  });
});
