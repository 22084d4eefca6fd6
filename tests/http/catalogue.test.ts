import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { exampleCaseFiles } from '../../src/cases/example-case-files.ts';
import { getCase } from '../../src/cases/get-case.ts';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import type { Hit } from '../../src/corpus/search.ts';
import { bundledViolations } from '../../src/corpus/violations/read-violations.ts';
import { caseFieldOf } from '../../src/http/pages/catalogue/case-field-of.ts';
import { ViolationPage } from '../../src/http/pages/catalogue/violation-page.tsx';
import { CHOICE_NAMES } from '../../src/http/pages/choice-names.ts';
import { HitCard } from '../../src/http/pages/library/hit-card.tsx';
import { readLibraryQuery } from '../../src/http/pages/library/library-query.ts';
import type { Embedder } from '../../src/models/embed.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const EXPIRED = 'food-business-expired';
const DAY = '2024-03-05';
const SAID = '小卖部货架上面包过期三天还在卖';

let test: TestApp;
let cookie: string;
beforeAll(async () => {
  test = await openTestApp();
  cookie = await test.signIn('zhangmin');
  await loadBundledCorpus(test.db);
});
afterAll(() => test.close());

const page = async (path: string, status = 200) => {
  const response = await test.get(path, cookie);
  expect(response.status, path).toBe(status);
  return response.text();
};
const asked = (path: string, query: Record<string, string>) => page(`${path}?${new URLSearchParams(query)}`);

async function penaltyOf(id: string): Promise<{ file: CaseFile; revision: number }> {
  const { file, revision } = await getCase(test.db, id);
  if (file.action !== 'penalty') throw new Error(`${id} 不是行政处罚案件`);
  return { file, revision };
}

/** The case that the form makes, by its number. */
async function newCase(id: string, more: Record<string, string> = {}) {
  return test.post(
    '/cases/from-item',
    {
      item: EXPIRED,
      q: SAID,
      party: '示例小卖部',
      partyKind: 'individual-business',
      agency: '示例市市场监督管理局',
      field: 'market',
      asOf: DAY,
      facts: '',
      title: '',
      id,
      ...more,
    },
    cookie,
  );
}

describe('事项目录', () => {
  it('按领域列出，只展开所选的领域，每项通到自己的页面', async () => {
    const closed = await page('/catalogue');
    expect(closed).toContain(`违法事项 ${bundledViolations().items.length} 项`);
    expect(closed).not.toContain(`/catalogue/${EXPIRED}`);
    const open = await asked('/catalogue', { field: '食品经营' });
    expect(open).toContain(`href="/catalogue/${EXPIRED}"`);
    expect(closed.length).toBeLessThan(200_000);
  });

  it('说发生了什么：列出事项、理由、要核实的要件和当天施行的条款', async () => {
    const found = await asked('/catalogue', { q: SAID, asOf: DAY });
    expect(found.indexOf(`match-${EXPIRED}`)).toBeGreaterThan(0);
    expect(found).toMatch(/词语相符：[^<]*过期/);
    expect(found).toMatch(/已说到|请核实/);
    expect(found).toContain('《中华人民共和国食品安全法》第一百二十四条第一款第五项');
    expect(found).toContain('只按词语比较');
    expect(found).toContain('条款在2024年3月5日施行');
  });

  it('有模型时列出最接近的说法', async () => {
    const embedder: Embedder = {
      model: 'made-for-tests',
      dimensions: 2,
      embed: async (texts) => texts.map((text) => Float32Array.from(text.includes('过期') ? [1, 0] : [0, 1])),
    };
    const other = await openTestApp({ embedder });
    try {
      const response = await other.get(
        `/catalogue?${new URLSearchParams({ q: '店里东西过期了', asOf: DAY })}`,
        await other.signIn('zhangmin'),
      );
      expect(await response.text()).toMatch(/最接近的说法：“[^”]*过期[^”]*”（语义相近 1\.00）/);
    } finally {
      await other.close();
    }
  });

  it('条款当天不施行的事项不列出；没有相近的，说明怎么办', async () => {
    const early = await asked('/catalogue', { q: SAID, asOf: '1990-01-01' });
    expect(early).not.toContain(`match-${EXPIRED}`);
    expect(early).toContain('没有相近的事项');
  });

  it('不存在的日期在表单上说明；所说的话照样转义', async () => {
    const bad = await test.get(
      `/catalogue?${new URLSearchParams({ q: '过期', asOf: '2024-02-30' })}`,
      cookie,
    );
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain('日期有误');
    const hostile = await asked('/catalogue', { q: '<script>alert(1)</script>过期"\'' });
    expect(hostile).not.toContain('<script>alert(1)');
    expect(hostile).toContain('&lt;script&gt;alert(1)');
  });

  it('一项上有它的全部内容', async () => {
    const text = await asked(`/catalogue/${EXPIRED}`, { asOf: DAY });
    for (const part of [
      '经营超过保质期的食品',
      '火锅店冰柜里有过期丸子',
      '食品已过保质期',
      '进销存记录',
      '第三十四条第十项',
      '2015年10月1日起',
      '货值金额不足一万元：处 50,000 元以上、100,000 元以下罚款',
      '货值金额的 10 倍以上、20 倍以下',
      '/catalogue/food-business-change-date',
      '县级以上市场监督管理部门',
    ])
      expect(text, part).toContain(part);
    expect(text).toContain('2024年3月5日施行中');
  });

  it('条款已经废止的，说明之后适用哪一项；后一项也指回来', async () => {
    const old = bundledViolations().items.find(({ followedBy }) => followedBy);
    const next = old?.followedBy ?? '';
    expect(await page(`/catalogue/${old?.id}`)).toContain(`href="/catalogue/${next}"`);
    expect(await page(`/catalogue/${next}`)).toContain(`href="/catalogue/${old?.id}"`);
  });

  it('有基准和已决案件的，列出并画出罚款的分布', async () => {
    const shown = [];
    for (const { id, punishing } of bundledViolations().items)
      if (punishing.some(({ law, article }) => law.endsWith('食品安全法') && article === '124'))
        shown.push(await page(`/catalogue/${id}`));
    const withCases = shown.find((text) => text.includes('<figure class="plot"'));
    expect(withCases).toMatch(/有罚款的 \d+ 件；罚款/);
    expect(withCases).toContain('href="#past-');
    expect(shown.some((text) => text.includes('href="/benchmarks/'))).toBe(true);
  });

  it('不足一倍的写作百分数，和条文一样', async () => {
    expect(await page('/catalogue/registration-tobacco-retail')).toContain(
      '处违法经营总额的 20%以上、50%以下罚款',
    );
    expect(await page('/catalogue/product-quality-adulteration')).toContain('50%以上、3 倍以下罚款');
  });

  it('条款没有核对过的，写明缺什么', async () => {
    const { items, questions } = bundledViolations();
    const violation = { ...items[0]!, unverified: '示例条例的正式文本不在库里' };
    const handler = test.people.get('zhangmin');
    if (!handler) throw new Error('没有承办人');
    const shown = ViolationPage({
      person: handler,
      catalogue: { items, questions },
      violation,
      book: test.options.book,
      asOf: violation.inForce[0],
      past: { cases: [], decisions: [] },
    });
    expect(String(await shown)).toContain('示例条例的正式文本不在库里');
    expect(await page(`/catalogue/${violation.id}`)).not.toContain('没有核对过正式文本');
  });

  it('程序问题有自己的页面', async () => {
    const text = await page('/catalogue/q-case-days');
    expect(text).toContain('立案以后多少天必须作出处罚决定');
    expect(text).toContain('《中华人民共和国行政处罚法》第六十条');
  });

  it('没有的事项是 404，日期有误是 422，都用中文说明', async () => {
    const unknown = await page('/catalogue/no-such-item', 404);
    expect(unknown).toContain('事项目录里没有“no-such-item”');
    expect(unknown).toMatch(/<a class="button" href="\/catalogue">\s*回到事项目录/);
    expect(await page('/catalogue/%3Cb%3E', 404)).not.toContain('<b>');
    expect(await page('/catalogue/constructor', 404)).toContain('事项目录里没有');
    expect(await page(`/catalogue/${EXPIRED}?asOf=2024-13-01`, 422)).toContain('不是存在的日期');
  });
});

describe('新建案件先问发生了什么', () => {
  it('列出违法事项，选定后先看到要填入什么', async () => {
    const first = await page('/cases/new');
    expect(first).toContain('发生了什么？');
    expect(first).toContain('name="upload"');
    const found = await asked('/cases/new', { q: SAID, asOf: DAY });
    expect(found).toContain(`item=${EXPIRED}`);
    expect(found).not.toContain('item=q-');
    const form = await asked('/cases/new', { q: SAID, asOf: DAY, item: EXPIRED });
    expect(form).toContain('action="/cases/from-item"');
    expect(form).toContain('第一百二十四条第一款第五项');
    expect(await page('/cases/new?item=no-such-item', 404)).toContain('事项目录里没有');
  });

  it('执法领域由所选事项带出，各领域的事项都有', async () => {
    const fields = new Map(bundledViolations().items.map((item) => [item.agency, caseFieldOf(item)]));
    const unknown = [...fields].filter(([, field]) => field === undefined).map(([agency]) => agency);
    // Told in general words or by the police alone: a person chooses.
    expect(unknown.filter((agency) => !/公安|有关/.test(agency))).toEqual([]);
    for (const field of fields.values()) if (field) expect(CHOICE_NAMES.field).toHaveProperty(field);
    const form = await asked('/cases/new', { q: '电鱼', asOf: '2026-06-01', item: 'fishery-electric' });
    expect(form).toMatch(/<option value="agriculture" selected/);
    expect(form).toContain('由所选事项带出');
  });

  it('后来的事项不能用于以前的行为，说出当时的那一项', async () => {
    const refused = await newCase('catalogue-early', { item: 'fishery-electric', asOf: '2024-06-01' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('请看“使用炸鱼、毒鱼、电鱼等方法捕捞（2026年5月以前）”');
    const gone = await newCase('catalogue-gone', { item: 'health-scope-old', asOf: '2023-06-01' });
    expect(await gone.text()).toContain('新的条款没有收录');
    expect(await page('/catalogue/health-scope-old')).toContain('新的条款没有收录');
    const early = await asked('/catalogue', { q: '大型建设工程没有做考古勘探就动工', asOf: '2023-05-01' });
    expect(early).toContain('自2025年3月1日起施行');
  });

  it('行为日还没有到的，不建立', async () => {
    const refused = await newCase('catalogue-future', { asOf: '2999-01-01' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('还没有到');
  });

  it('建立的案件填好违法行为和条款，撤销后回到所说的话', async () => {
    const made = await newCase('catalogue-1');
    expect(made.status).toBe(303);
    const { file, revision } = await penaltyOf('catalogue-1');
    expect(file.violation.name).toBe('经营超过保质期的食品');
    expect([file.cause, file.title]).toEqual(['经营超过保质期的食品', '示例小卖部经营超过保质期的食品案']);
    expect(file.violation.endedOn).toBe(DAY);
    expect(file.provisions?.breached).toEqual([{ law: '中华人民共和国食品安全法', article: '34', item: 10 }]);
    expect(file.provisions?.punishing?.[0]).toMatchObject({ article: '124', paragraph: 1, item: 5 });
    expect(file.benchmarkItem).toBeDefined();
    const desk = await page('/cases/catalogue-1?view=what');
    expect(desk).toContain('撤销选定');
    const undone = await test.post(
      '/cases/catalogue-1/violation/undo',
      { revision: String(revision) },
      cookie,
    );
    expect(undone.status).toBe(303);
    const after = (await penaltyOf('catalogue-1')).file;
    expect(after.violation.name).toBe(SAID);
    expect([after.cause, after.title]).toEqual([SAID, `示例小卖部${SAID}案`]);
    expect(after.provisions).toBeUndefined();
    expect(after.benchmarkItem).toBeUndefined();
    expect(after.violation.endedOn).toBe(DAY);
    expect(await page('/cases/catalogue-1?view=what')).not.toContain('撤销选定');
  });

  it('缺了要填的，不建立案件，逐项指出，所填的保留', async () => {
    const refused = await newCase('catalogue-2', { party: '', agency: '示例机关<b>' });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('href="#field-party"');
    expect(text).toContain('示例机关&lt;b&gt;');
    await expect(getCase(test.db, 'catalogue-2')).rejects.toThrow('没有编号');
  });

  it('只有承办人可以建立', async () => {
    const reviewer = await test.signIn('wangfa');
    const refused = await test.post(
      '/cases/from-item',
      {
        item: EXPIRED,
        party: '示例',
        partyKind: 'person',
        agency: '示例局',
        field: 'market',
        id: 'catalogue-3',
      },
      reviewer,
    );
    expect(refused.status).toBe(403);
  });
});

describe('在案件里选定发生了什么', () => {
  beforeAll(async () => {
    await newCase('catalogue-9');
  });
  const choose = (item: string, revision: number, id = 'catalogue-9') =>
    test.post(`/cases/${id}/violation`, { item, revision: String(revision) }, cookie);

  it('换一项，再撤销，回到前一项；其他事实不变', async () => {
    const before = await penaltyOf('catalogue-9');
    expect((await choose('food-business-change-date', before.revision)).status).toBe(303);
    const chosen = await penaltyOf('catalogue-9');
    expect(chosen.file.violation.name).toBe('经营标注虚假生产日期、保质期的食品');
    // The same provisions, another violation: its benchmark item goes, and nobody's takes its place.
    expect(before.file.benchmarkItem).toBeDefined();
    expect(chosen.file.benchmarkItem).toBeUndefined();
    await test.post('/cases/catalogue-9/violation/undo', { revision: String(chosen.revision) }, cookie);
    const after = await penaltyOf('catalogue-9');
    expect(after.file).toEqual(before.file);
  });

  it('选定两次、撤销一次，前一次也还可以撤销；换一项以后照样按原来所说的话找', async () => {
    await newCase('catalogue-8');
    const undo = async () => {
      const { revision } = await penaltyOf('catalogue-8');
      return test.post('/cases/catalogue-8/violation/undo', { revision: String(revision) }, cookie);
    };
    const name = async () => (await penaltyOf('catalogue-8')).file.violation.name;
    await choose('food-business-change-date', (await penaltyOf('catalogue-8')).revision, 'catalogue-8');
    expect((await penaltyOf('catalogue-8')).file.cause).toBe('经营标注虚假生产日期、保质期的食品');
    const desk = await page('/cases/catalogue-8?view=what');
    expect(desk.indexOf(`match-${EXPIRED}`)).toBeLessThan(
      desk.indexOf('match-food-business-change-date') >>> 0,
    );
    expect((await undo()).status).toBe(303);
    expect(await name()).toBe('经营超过保质期的食品');
    expect(await page('/cases/catalogue-8?view=what')).toContain('撤销选定');
    expect((await undo()).status).toBe(303);
    expect(await name()).toBe(SAID);
    expect((await undo()).status).toBe(409);
  });

  it('他人改过的版本上不选定；不在施行期内的、程序问题和没有的事项不能选', async () => {
    const { file, revision } = await penaltyOf('catalogue-9');
    const stale = await choose('food-business-change-date', revision - 1);
    expect(stale.status).toBe(409);
    const later = bundledViolations().items.find(({ inForce }) => inForce[0] > DAY);
    const early = await choose(later?.id ?? '', revision);
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('不能用于2024年3月5日的行为');
    expect((await choose('q-case-days', revision)).status).toBe(422);
    expect((await choose('no-such-item', revision)).status).toBe(404);
    expect((await penaltyOf('catalogue-9')).file).toEqual(file);
  });

  it('不承办本案的人不能选定', async () => {
    const { revision } = await penaltyOf('catalogue-9');
    const reviewer = await test.signIn('wangfa');
    const refused = await test.post(
      '/cases/catalogue-9/violation',
      { item: EXPIRED, revision: String(revision) },
      reviewer,
    );
    expect(refused.status).toBe(403);
  });

  it('有出处的事实：选定时出处让位，撤销时一并回来', async () => {
    const example = exampleCaseFiles().find(
      ({ action, papers }) => action === 'penalty' && papers?.[0]?.text,
    );
    const paper = example?.papers?.[0];
    const id = 'catalogue-10';
    const source = {
      path: 'violation.name',
      paper: paper?.id,
      quote: paper?.text?.slice(0, 6),
      by: 'person',
    };
    const text = JSON.stringify({
      ...example,
      id,
      title: '示例：有出处的违法行为',
      sources: [...(example?.sources ?? []), source],
    });
    expect((await test.post('/cases', { text }, cookie)).status).toBe(303);
    const before = await penaltyOf(id);
    const item = bundledViolations().items.find(({ inForce }) => inForce[0] < '2020-01-01' && !inForce[1]);
    expect((await choose(item?.id ?? '', before.revision, id)).status).toBe(303);
    const chosen = await penaltyOf(id);
    expect(chosen.file.violation.name).toBe(item?.name);
    expect(chosen.file.sources).not.toContainEqual(source);
    await test.post(`/cases/${id}/violation/undo`, { revision: String(chosen.revision) }, cookie);
    const { file } = await penaltyOf(id);
    const bySource = (list: CaseFile['sources']) => new Set(list?.map((one) => JSON.stringify(one)));
    expect(file.sources).toContainEqual(source);
    expect(bySource(file.sources)).toEqual(bySource(before.file.sources));
    expect({ ...file, sources: [] }).toEqual({ ...before.file, sources: [] });
  });

  it('没有另外说的，按案件自己的话找', async () => {
    const text = await page('/cases/catalogue-9?view=what');
    expect(text).toContain('以下按本案认定的事实和选定以前所说的话比较');
    expect(text).toContain(`match-${EXPIRED}`);
    expect(text).toContain('按行为日2024年3月5日');
    const other = await asked('/cases/catalogue-9', { view: 'what', q: '给过期食品换标签改日期' });
    expect(other).toContain('match-food-business-change-date');
    expect(other).toContain('选定后填入：违法行为名称、违反和处罚的条款');
  });

  it('选过的，下次说得相像时写明选过几件、都说到什么；不算自己，也不算别的机关', async () => {
    const said = '货架上的面包过期三天了还在卖';
    const none = await asked('/catalogue', { q: '工地塔吊没有检验就用', asOf: DAY });
    expect(none).not.toContain('件类似案件选用');
    await newCase('catalogue-11', { party: '示例小店' });
    const chosen = /本机关近三年 (\d+) 件类似案件选用（都说到：([^）]+)）/;
    const [, count, words] = chosen.exec(await asked('/catalogue', { q: said, asOf: DAY })) ?? [];
    expect(Number(count)).toBeGreaterThan(0);
    expect(words).toContain('面包');
    expect(await asked('/cases/new', { q: said, asOf: DAY })).toMatch(chosen);
    const desk = await asked('/cases/catalogue-11', { view: 'what', q: said });
    expect(Number(chosen.exec(desk)?.[1] ?? 0)).toBe(Number(count) - 1);
    await newCase('catalogue-12', { party: '示例小铺', agency: '示例乡人民政府' });
    expect(await asked('/cases/catalogue-12', { view: 'what', q: said })).not.toMatch(chosen);
  });
});

describe('法规库', () => {
  it('由目录引到的条文，写明引到它的事项', async () => {
    const hit: Hit = {
      id: '中华人民共和国食品安全法@2021-04-29#124',
      kind: 'law',
      title: '中华人民共和国食品安全法',
      law: '中华人民共和国食品安全法',
      article: '124',
      text: '示例文字',
      textIs: 'official',
      inForce: [DAY, null],
      effectiveKnown: true,
      score: 1,
      why: {
        lexical: 0,
        dense: null,
        words: [],
        expanded: [],
        through: { item: EXPIRED, name: '经营<过期>食品' },
      },
      payload: {},
    };
    const query = readLibraryQuery((name) => ({ q: '过期', asOf: DAY })[name]);
    const text = String(await HitCard({ hit, query }));
    expect(text).toContain(
      `由目录事项“<a href="/catalogue/${EXPIRED}?asOf=${DAY}">经营&lt;过期&gt;食品</a>”引到`,
    );
  });
});
