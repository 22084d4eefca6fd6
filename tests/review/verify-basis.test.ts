import { describe, expect, it } from 'vitest';
import { articleShape } from '../../src/corpus/article-shape.ts';
import { versionOn } from '../../src/corpus/citations/cite-article.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { RULES } from '../../src/review/criteria.ts';
import type { Basis } from '../../src/review/rules/rule.ts';
import { type OfficialText, verifyBasis } from '../../src/review/rules/verify-basis.ts';
import { hasOfficialData, officialArticles } from '../corpus/official-data.ts';

const basis = (more: Partial<Basis> = {}): Basis => ({
  law: '示例法',
  article: '5',
  gist: '示例',
  from: '2020-01-01',
  ...more,
});
const state = (entries: Basis[], text: OfficialText, on = '2025-01-01') =>
  verifyBasis([{ id: 'X-1', basis: entries }], text, on)[0];

describe('依据与正式文本的核对', () => {
  const text: OfficialText = ({ article }) =>
    article === '5' ? '应当在七日内、十日前和百分之三十以内办理。' : null;

  it('写有所说的词为相符；少一个词就不符，并说出是哪个', () => {
    expect(state([basis({ states: ['七日内', '十日前'] })], text)).toEqual({
      rule: 'X-1',
      state: 'confirmed',
      faults: [],
      former: false,
    });
    expect(state([basis({ states: ['七日内', '八日前'] })], text)).toMatchObject({
      state: 'numbers-differ',
      faults: [expect.stringContaining('八日前')],
    });
  });

  it('同一个数写成阿拉伯数字也算相符，别的数不算', () => {
    expect(state([basis({ states: ['30%'] })], text)?.state).toBe('confirmed');
    expect(state([basis({ states: ['31%'] })], text)?.state).toBe('numbers-differ');
    expect(state([basis({ states: ['7日内'] })], text)?.state).toBe('confirmed');
    expect(state([basis({ states: ['7月内'] })], text)?.state).toBe('numbers-differ');
  });

  it('没有这一条、没有导入文本，各是一种结果；多处依据取最差的一处', () => {
    expect(state([basis({ article: '6' })], text)?.state).toBe('no-such-article');
    expect(state([basis()], () => undefined)?.state).toBe('no-text');
    expect(state([basis(), basis({ article: '6' })], text)).toMatchObject({ state: 'no-such-article' });
  });

  it('旧法的规则与旧法有效期内的文本核对', () => {
    const days: string[] = [];
    const recording: OfficialText = (_citation, on) => {
      days.push(on);
      return '有。';
    };
    state([basis(), basis({ to: '2021-07-14' }), basis({ from: '2026-08-15' })], recording);
    expect(days).toEqual(['2025-01-01', '2021-07-14', '2026-08-15']);
  });

  it('旧法文本没有导入时，只看现行的一处；只有旧法依据时照实说没有', () => {
    const former = basis({ article: '9', to: '2021-07-14' });
    const current: OfficialText = ({ article }) => (article === '5' ? '有。' : undefined);
    expect(state([basis(), former], current)?.state).toBe('confirmed');
    expect(state([former], current)).toMatchObject({ state: 'no-text', former: true });
    expect(state([basis(), former], current)?.former).toBe(false);
    expect(state([basis(), basis({ article: '9' })], current)?.state).toBe('no-text');
  });

  it('没有法定依据的规则不在其中', () => {
    expect(verifyBasis([{ id: 'X-2', basis: [] }], text)).toEqual([]);
  });
});

describe('全部规则的依据', () => {
  const book = loadReferenceBook();

  it('每一处都在随附法规库中有效', () => {
    const faults = RULES.flatMap((rule) =>
      rule.basis.flatMap((entry) => {
        const day = entry.to ?? (entry.from > '2026-11-01' ? entry.from : '2026-11-01');
        const { state: found } = book.cite(entry, day);
        return found === 'in-force' ? [] : [`${rule.id} ${entry.law}${entry.article} ${day} ${found}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it.skipIf(!hasOfficialData)('与正式文本相符（需要 ../shared/data/laws）', () => {
    const titles = new Set(RULES.flatMap((rule) => rule.basis.map((entry) => entry.law)));
    const official = officialArticles(titles);
    const textOf: OfficialText = ({ law, article, paragraph, item }, on) => {
      const statute = book.statutes().find((one) => one.title === law);
      const version = statute && versionOn(statute, on);
      const articles = version && official.get(`${law}@${version.adopted}`);
      if (!articles) return undefined;
      const text = articles.get(article);
      if (text === undefined) return null;
      const items = paragraph ? articleShape(text)[paragraph - 1] : Math.max(...articleShape(text));
      return items === undefined || (item ?? 0) > items ? null : text;
    };
    const verified = verifyBasis(RULES, textOf, '2026-11-01');
    const faults = verified.filter(
      (one) => one.state === 'numbers-differ' || one.state === 'no-such-article',
    );
    expect(faults).toEqual([]);
    expect(verified.filter((one) => one.state === 'confirmed').length).toBeGreaterThan(verified.length / 2);
  });
});
