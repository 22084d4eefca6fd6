import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { createCase } from '../../src/cases/create-case.ts';
import { caseOfFacts } from '../../src/discretion/case-of-facts.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { draftDecision } from '../../src/documents/draft-decision.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const ADVERTISING = '/cases/advertising-absolute-terms?view=discretion';
const WEIGHED = {
  on: '2024-06-01',
  amounts: { investment: 10_000_000 },
  factors: {
    document: '报告表类',
    location: '限批区或者环境敏感区',
    stage: '设备安装阶段',
    months: 3,
    times: 1,
    cooperates: true,
  },
};

let test: TestApp;
let handler: string;
let reviewer: string;
const view = async (path: string, cookie = handler) => (await test.get(path, cookie)).text();
const proposal = (html: string) =>
  html.slice(html.indexOf('id="proposal"'), html.indexOf('</section>', html.indexOf('id="proposal"')));
const text = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

function weighed(id: string, facts: object): CaseFile {
  return { ...caseOfFacts('envw-major-change', facts, test.options.book), id };
}

beforeAll(async () => {
  test = await openTestApp();
  handler = await test.signIn('zhangmin');
  reviewer = await test.signIn('wangfa');
  await test.post('/cases/examples', {}, handler);
  const by = test.people.get('zhangmin');
  if (!by) throw new Error('no handler');
  const { stage: _, ...open } = WEIGHED.factors;
  await createCase(test.db, { file: weighed('weighed', WEIGHED), by });
  await createCase(test.db, { file: weighed('open', { ...WEIGHED, factors: open }), by });
});
afterAll(() => test.close());

describe('what is still open on the desk', () => {
  it('has a form behind each question, whoever asks it: the table, the provision or a list of slight violations', async () => {
    const by = test.people.get('zhangmin');
    if (!by) throw new Error('no handler');
    const file = caseOfFacts('market-label-flaw', { on: '2024-06-01', party: 'unit' }, test.options.book);
    await createCase(test.db, { file: { ...file, id: 'label' }, by });
    const html = await view('/cases/label?view=discretion');
    const links = [
      ...html.matchAll(/href="(\/cases\/label\?view=fact[^"#]+path=([^"&#]+))[^"]*" data-desk[^>]*>补充/g),
    ];
    const paths = links.map(([, , path]) => decodeURIComponent(path ?? ''));
    expect(paths.some((path) => path.startsWith('circumstances.factors.act-'))).toBe(true);
    expect(paths).toContain('violation.amounts.gains.yuan');
    for (const [index, [, href]] of links.entries()) {
      if (paths[index]?.startsWith('circumstances.grounds')) continue;
      const form = await view((href ?? '').replaceAll('&amp;', '&'));
      expect(form, paths[index]).toContain(`<input type="hidden" name="path" value="${paths[index]}"`);
    }
  });
});

describe('the proposal on the desk', () => {
  it('names the penalties, the span, and each fact and ground with its paper', async () => {
    const html = proposal(await view(ADVERTISING));
    const words = text(html);
    expect(words).toContain('处理意见建议');
    expect(words).toMatch(/建议幅度[\d,]+ 元/);
    expect(words).toMatch(/应当[^。]*罚款/);
    expect(words).toContain('主动消除或者减轻违法行为危害后果（已提出，尚未认定）');
    expect(html).toMatch(/view=paper&amp;paper=\w+&amp;fact=circumstances\.grounds\.0\.state#quote/);
    expect(html).toMatch(/view=paper&amp;paper=\w+&amp;fact=circumstances\.factors\.days#quote/);
    const href = /href="(\/cases\/[^"]+fact=circumstances\.factors\.days)#quote"/.exec(html)?.[1];
    expect(await view(href?.replaceAll('&amp;', '&') ?? '')).toContain('<mark id="quote">');
  });

  it('tells where like cases stand, and what people must still decide', async () => {
    const words = text(proposal(await view(ADVERTISING)));
    expect(words).toMatch(/同一事项 \d+ 件，罚款在法定幅度中的位置：中位数 [\d.]+%，四分位/);
    expect(words).toMatch(/须由人决定.*查明 \d+ 项事实/);
    expect(words).toContain('不建议数额');
  });

  it('shows the very reasons that the document would carry', async () => {
    const words = text(proposal(await view('/cases/safety-training-2025?view=discretion')));
    const { file } = (await (await test.get('/api/cases/safety-training-2025', handler)).json()) as {
      file: CaseFile;
    };
    const { book, profiles } = test.options;
    const profile = profiles.get('demo');
    if (!profile) throw new Error('no profile');
    const { paragraphs } = draftDecision(file, { book, profile, tier: findTier({ file, book }) });
    const reasons = paragraphs.filter((one) => one.text.includes('构成') || one.text.includes('对照《'));
    expect(reasons.length).toBeGreaterThan(1);
    for (const one of reasons) expect(words).toContain(one.text.replace(/\s+/g, ' '));
  });

  it('marks the matching row, and is the same to a reviewer but for the ways to change it', async () => {
    const html = await view(ADVERTISING);
    expect([...html.matchAll(/<tr class="tier-row cell-(?:chosen|possible)">/g)].length).toBeGreaterThan(0);
    const other = await view(ADVERTISING, reviewer);
    expect(text(proposal(other))).toBe(text(proposal(html)));
    expect(html).toContain('>补充</a>');
    expect(other).not.toContain('>补充</a>');
  });
});

describe('a case under a weighted table', () => {
  it('shows sum, cells and amount of the table, and still leaves the amount to people', async () => {
    const html = await view('/cases/weighed?view=discretion');
    const words = text(proposal(html));
    expect(words).toContain('百分值总和 34%');
    expect(words).toContain('建议幅度170,000 元');
    expect(words).toContain('拟处罚款尚未提出');
    expect(words).toContain('罚款数额（按裁量表算得 170,000 元，由承办人提出、负责人决定）');
    expect(words).toContain('违法行为持续时间为“3个月以上6个月以下”，3%');
    expect(words).toContain('百分值总和为 34%，罚款为170,000元。');
    expect([...html.matchAll(/<td class="cell-chosen">/g)]).toHaveLength(7);
  });

  it('goes on to the calculator with the facts of the case', async () => {
    const html = await view('/cases/weighed?view=discretion');
    const href = /href="(\/benchmarks\/envw-major-change\?[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    const tried = await view(`${href}&f.months=6`.replace('f.months=3&', ''));
    expect(text(await view(href ?? ''))).toContain('百分值总和 34%');
    expect(text(tried)).toContain('百分值总和 39%');
  });

  it('says what is open instead of a sum', async () => {
    const words = text(proposal(await view('/cases/open?view=discretion')));
    expect(words).toContain('百分值总和为 29% 至 44%');
    expect(words).toContain('建议幅度未能计算');
    expect(words).toContain('查明');
  });
});
