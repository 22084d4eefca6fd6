import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { CitedText } from '../../src/http/pages/citation-note.tsx';
import { openEmbedder } from '../../src/models/embed.ts';
import { articleLine } from '../corpus/library.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const DOGS = '示例养犬条例';
const PENALTY = '中华人民共和国行政处罚法';

describe('法规库的页面', () => {
  let test: TestApp;
  let cookie: string;
  let folder: string;
  beforeAll(async () => {
    test = await openTestApp();
    cookie = await test.signIn('zhangmin');
    await loadBundledCorpus(test.db);
    folder = mkdtempSync(join(tmpdir(), 'mingcai-'));
    writeFileSync(
      join(folder, 'laws.jsonl'),
      [
        articleLine(DOGS, '2010-03-01', '第一条', '养犬人应当自饲养之日起十五日内办理登记。', {
          region: '示例省',
          level: '地方性法规',
        }),
        articleLine(DOGS, '2010-03-01', '第二条', '违反本条例第一条规定的，处五十元罚款。'),
        articleLine(DOGS, '2010-03-01', '第三条', '本条例自2010年5月1日起施行。'),
        articleLine(DOGS, '2020-04-01', '第一条', '禁止虐待、遗弃犬只。', {
          region: '示例省',
          level: '地方性法规',
        }),
        articleLine(DOGS, '2020-04-01', '第二条', '养犬人应当自饲养之日起三十日内办理登记。'),
        articleLine(DOGS, '2020-04-01', '第三条', '本条例自2020年7月1日起施行。'),
        articleLine('示例细则', '2021-01-01', '第一条', '《示例养犬条例》第二条所称登记，应当当面办理。'),
        articleLine(
          '示例法典',
          '2030-01-01',
          '第一条',
          '本法自2030年5月1日起施行。《示例养犬条例》同时废止。',
        ),
      ].join('\n'),
    );
    await importPaths(test.db, [folder]);
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });

  const page = async (path: string, status = 200) => {
    const response = await test.get(path, cookie);
    expect(response.status, path).toBe(status);
    return response.text();
  };
  const article = (law: string, number: string, more = '') =>
    `/library/article?law=${encodeURIComponent(law)}&article=${number}${more}`;

  it('检索：命中词全部标出，说明为何命中，条文有自己的页面', async () => {
    const text = await page(`/library?q=${encodeURIComponent('养犬 登记')}&asOf=2021-06-01`);
    expect(text).toMatch(/<mark>登记<\/mark>/);
    expect(text).toMatch(/词语相符：[^<]*登记/);
    expect(text).toContain('version=2020-04-01');
    expect(text).not.toContain('version=2010-03-01');
  });

  it('检索：级别、地区、两个日期都起作用，并写在结果上', async () => {
    const at = `/library?q=${encodeURIComponent('养犬 登记')}&asOf=2020-06-30`;
    const both = await page(`${at}&decidedOn=2020-07-01&kind=law`);
    expect(both).toContain('只在行为日有效');
    expect(both).toContain('只在决定日有效');
    expect(both).toContain('2020年6月30日或2020年7月1日有效');
    const regional = await page(`${at}&region=${encodeURIComponent('火星')}`);
    expect(regional).toContain('没有找到');
    expect(regional).toContain('限火星');
    const level = await page(`${at}&level=administrative-regulation`);
    expect(level).toContain('限行政法规');
    expect(level).not.toContain('version=2010-03-01');
  });

  it('检索：目录里说的就是它的事项排在结果前面，条文没有导入也写出引用', async () => {
    const embedder = (await openEmbedder({ embeddingModel: 'models/legal-static' }))!;
    const other = await openTestApp({ embedder });
    try {
      const signed = await other.signIn('zhangmin');
      const asked = async (more: string) =>
        (await other.get(`/library?q=${encodeURIComponent('网吧让初中生上网')}${more}`, signed)).text();
      const text = await asked('&asOf=2024-06-01');
      expect(text).toContain('href="/catalogue/culture-netbar-minor');
      expect(text).toContain('互联网上网服务营业场所管理条例');
      expect(await asked('&kind=case')).not.toContain('目录里的事项');
    } finally {
      await other.close();
    }
    // No heading is skipped: the cards of the hits are of the third order.
    const hits = await page(`/library?q=${encodeURIComponent('养犬 登记')}&asOf=2021-06-01`);
    const orders = [...hits.matchAll(/<h([1-6])[ >]/g)].map(([, order]) => Number(order));
    for (const [at, order] of orders.entries()) expect(order - (orders[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('检索：日期有误的，指明是哪一栏', async () => {
    const text = await page('/library?q=x&asOf=2021-02-30&decidedOn=x', 422);
    expect(text).toContain('href="#field-asOf"');
    expect(text).toContain('href="#field-decidedOn"');
  });

  it('检索：没有这种种类或者级别的，不当作没有写，列出可以选的', async () => {
    const text = await page('/library?q=x&kind=nonsense&level=zzz', 422);
    expect(text).toContain('href="#field-kind">种类</a>：应为all（全部）、law（法规）');
    expect(text).toContain('href="#field-level">效力级别</a>：应为law（法律）');
    for (const id of ['kind', 'level']) expect(text).toContain(`id="field-${id}"`);
  });

  it('检索：机关写一段名称即可，并写在结果上', async () => {
    const at = `/library?q=${encodeURIComponent('无照经营')}&kind=case`;
    const text = await page(`${at}&agency=${encodeURIComponent('示例区市场监督管理局')}`);
    expect(text).toContain('（限案例、示例区市场监督管理局）');
    expect(await page(`${at}&agency=${encodeURIComponent('火星管理局')}`)).toContain('没有找到');
  });

  it('条文：按日期取版本，旁边是同一条的前一版，差异标出', async () => {
    const text = await page(article(DOGS, '2', '&asOf=2021-01-01'));
    expect(text).toContain('2020年7月1日起施行');
    expect(text).toContain('2010-03-01 第一条');
    expect(text).toMatch(/<del>十五/);
    expect(text).toMatch(/<ins>三十/);
    const old = await page(article(DOGS, '2', '&asOf=2011-01-01'));
    expect(old).toContain('五十元罚款');
    expect(old).toContain('已被新版代替');
  });

  it('条文：列出引用它的条文，本法内部的引用也在内，旧版的引用不混入新版', async () => {
    expect(await page(article(DOGS, '2', '&asOf=2021-06-01'))).toMatch(/《示例细则》第一条/);
    const old = await page(article(DOGS, '1', '&version=2010-03-01'));
    expect(old).toMatch(/《示例养犬条例》第二条/);
    expect(await page(article(DOGS, '1', '&version=2020-04-01'))).toContain('没有引用它的条文');
  });

  it('条文：已有废止日的写明由哪一部废止', async () => {
    const text = await page(article(DOGS, '2', '&version=2020-04-01'));
    expect(text).toContain('至2030年4月30日止');
    expect(text).toMatch(/示例法典<\/a>》废止/);
  });

  it('条文：只有要旨的注明是要旨，列出依据它的规则', async () => {
    const text = await page(article('行政处罚法', '63'));
    expect(text).toContain(`《${PENALTY}》第六十三条`);
    expect(text).toContain('不能当作原文引用');
    expect(text).toMatch(/href="\/rules\/C3-/);
  });

  it('引用的注释：取到那一天的条文，并说明是官方文本还是要旨', async () => {
    const text = async (law: string, number: string, asOf: string) =>
      (await test.get(article(law, number, `&asOf=${asOf}`).replace('?', '/text?'), cookie)).json();
    expect(await text(DOGS, '2', '2019-01-01')).toEqual({
      days: '2010年5月1日起施行，至2020年6月30日止（官方文本）',
      text: '违反本条例第一条规定的，处五十元罚款。',
    });
    expect(await text(PENALTY, '63.1', '2022-01-01')).toMatchObject({
      days: expect.stringContaining('要旨'),
    });
    const none = await test.app.request(`/library/article/text?law=x&article=1`, {
      headers: { cookie, accept: 'application/json' },
    });
    expect(none.status).toBe(404);
    expect(await none.json()).toMatchObject({ title: expect.stringContaining('法规库没有') });
  });

  it('引用的注释：文字中的引用可以展开，序号不重复', () => {
    const html = String(
      CitedText({ text: '依据《行政处罚法》第六十三条第一款和《示例养犬条例》第二条，另见第三条。' }),
    );
    expect(html).toContain('>《行政处罚法》第六十三条第一款</button>');
    expect(html).toContain('>《示例养犬条例》第二条</button>');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(html).toContain(`popovertarget="${id}"`);
    expect(html.replace(/<span class="citation-note".*?<\/span><\/span>/g, '').replace(/<[^>]+>/g, '')).toBe(
      '依据《行政处罚法》第六十三条第一款和《示例养犬条例》第二条，另见第三条。',
    );
  });

  it.each([
    ['没有的规范', '/library/article?law=%E7%81%AB%E6%98%9F%E6%B3%95&article=1', 404],
    ['没有的条文', `/library/article?law=${encodeURIComponent(DOGS)}&article=99`, 404],
    ['没有的版本', `/library/article?law=${encodeURIComponent(DOGS)}&article=1&version=1999-01-01`, 404],
    ['没有写明', '/library/article', 404],
    ['不存在的日期', `/library/article?law=${encodeURIComponent(DOGS)}&article=1&asOf=2021-02-30`, 422],
  ])('条文：%s，明白告知', async (_, path, status) => {
    await page(path, status);
  });
});
