import { describe, expect, it } from 'vitest';
import { articleShape } from '../../src/corpus/article-shape.ts';
import { loadReferenceBook, readReferenceParts } from '../../src/corpus/load-reference-book.ts';
import { numbersInText } from '../../src/law/numbers-in-text.ts';
import { hasOfficialData, officialArticles } from './official-data.ts';

const book = loadReferenceBook();
/** Those of which people entered gists; the mere outlines have tests of their own. */
const statutes = book.statutes().filter(({ versions }) => !versions.some(({ outline }) => outline));
const { sanctions, factors } = readReferenceParts();

/** Sanctions whose provision no text in the library can show: each says so beside itself. */
const WITHOUT_TEXT = new Map([
  ['example-street-order', '示例条例'],
  ['fertiliser-registration-measures-27', '库中没有肥料登记管理办法'],
  ['audit-law-2006-43', '库中没有 2006 年的审计法'],
]);
const shown = sanctions.filter(({ id }) => !WITHOUT_TEXT.has(id));

describe('随附法规库', () => {
  it('行政处罚法现行版每一条都有要旨', () => {
    const law = statutes.find((statute) => statute.title === '中华人民共和国行政处罚法')!;
    const current = law.versions.at(-1)!;
    const bare = Array.from({ length: 86 }, (_, index) => String(index + 1)).filter(
      (article) => !current.entries.get(article)?.gist,
    );
    expect(current.articles).toBe(86);
    expect(bare).toEqual([]);
  });

  it('简称互不冲突', () => {
    const owner = new Map<string, string>();
    for (const statute of statutes) {
      for (const name of statute.short) {
        expect(owner.get(name) ?? statute.title, name).toBe(statute.title);
        owner.set(name, statute.title);
        expect(book.titleOf(name), name).toBe(statute.title);
      }
    }
    expect(owner.size).toBeGreaterThan(50);
  });

  it('每条罚则的依据在其适用期内有效，期间的首尾各查一次', () => {
    const faults = shown.flatMap((sanction) => {
      const statute = book.statuteOf(sanction.provision.law);
      if (!statute) return [`${sanction.id}：库中没有 ${sanction.provision.law}`];
      const first = statute.versions[0]!.effective;
      const [from, to = '2026-12-31'] = sanction.inForce;
      return [[from, first].sort().at(-1)!, to].flatMap((day) => {
        const { state } = book.cite(sanction.provision, day);
        return state === 'in-force' ? [] : [`${sanction.id} ${day} ${state}`];
      });
    });
    expect(faults).toEqual([]);
    expect(shown.length).toBeGreaterThanOrEqual(110);
    expect(sanctions.length - shown.length).toBe(WITHOUT_TEXT.size);
  });

  it('罚则不超出自己列出的处罚种类，开关所问的情节都有问题可问', () => {
    const known = new Set([...factors.keys(), 'goods', 'gains', 'turnover', 'loss', 'disposal-cost']);
    for (const sanction of sanctions) {
      expect(sanction.types, sanction.id).toEqual(expect.arrayContaining(sanction.mandatory));
      for (const { type } of sanction.conditional ?? []) expect(sanction.types, sanction.id).toContain(type);
      if (sanction.fines.length > 0) expect(sanction.types, sanction.id).toContain('fine');
      for (const name of JSON.stringify(sanction).matchAll(/"factor":"([^"]+)"/g)) {
        expect(known, `${sanction.id} ${name[1]}`).toContain(name[1]);
      }
    }
  });

  it('环境领域旧法罚则止于 2026-08-14，法典罚则始于次日', () => {
    const old = sanctions.filter((one) => one.inForce[1] === '2026-08-14');
    const code = sanctions.filter((one) => one.provision.law === '中华人民共和国生态环境法典');
    expect(old.length).toBeGreaterThan(8);
    expect(code.every((one) => one.inForce[0] === '2026-08-15')).toBe(true);
    for (const { provision } of old) {
      expect(book.sanctionOf(provision, '2026-08-14'), provision.law).toBeDefined();
      expect(book.sanctionOf(provision, '2026-08-15'), provision.law).toBeUndefined();
    }
  });
});

describe.skipIf(!hasOfficialData)('与正式文本比对（需要 ../shared/data/laws）', () => {
  const official = officialArticles(
    new Set([...statutes.map(({ title }) => title), ...shown.map(({ provision }) => provision.law)]),
  );
  const compared = statutes.flatMap((statute) =>
    statute.versions.flatMap((version) => {
      const articles = official.get(`${statute.title}@${version.adopted}`);
      return articles ? [{ name: `${statute.title}@${version.adopted}`, version, articles }] : [];
    }),
  );

  it('标为已核对的版本都有正式文本可比', () => {
    const names = new Set(compared.map((one) => one.name));
    const unchecked = statutes.flatMap((statute) =>
      statute.versions
        .filter((version) => version.certainty === 'checked')
        .map((version) => `${statute.title}@${version.adopted}`)
        .filter((name) => !names.has(name)),
    );
    expect(unchecked).toEqual([]);
    expect(compared.length).toBeGreaterThan(45);
  });

  it('条、款、项的数目与正式文本一致', () => {
    const faults = compared.flatMap(({ name, version, articles }) => [
      ...[...version.entries].flatMap(([article, { paragraphs }]) => {
        const text = articles.get(article);
        if (text === undefined) return [`${name}#${article} 正式文本中没有`];
        const shape = articleShape(text).join();
        return paragraphs?.join() === shape ? [] : [`${name}#${article} ${paragraphs?.join()} ≠ ${shape}`];
      }),
      ...[...articles.keys()]
        .filter((article) => !version.entries.has(article))
        .map((article) => `${name}#${article} 库中没有`),
    ]);
    expect(faults).toEqual([]);
  });

  it('要旨是自己的话：与正式文本没有 14 个字以上的相同片段', () => {
    const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    const copied = compared.flatMap(({ name, version, articles }) =>
      [...version.entries].flatMap(([article, { gist }]) => {
        const own = plain(gist ?? '');
        const text = plain(articles.get(article) ?? '');
        for (let at = 0; at + 14 <= own.length; at++) {
          if (text.includes(own.slice(at, at + 14))) return [`${name}#${article}：${own.slice(at, at + 14)}`];
        }
        return [];
      }),
    );
    expect(copied).toEqual([]);
  });

  /** Three times the cost counted as at least 200,000 (固体废物污染环境防治法 112); two to five times the fines of 安全生产法 114(1); 建设工程质量管理条例 73. */
  const DERIVED: Record<string, number[]> = {
    'construction-quality-regulation-57': [0.05, 0.1],
    'solid-waste-law-112': [600_000, 1_000_000],
    'work-safety-law-114-2': [300_000, 1_000_000, 2_000_000, 10_000_000, 20_000_000].flatMap((sum) => [
      sum * 2,
      sum * 5,
    ]),
  };

  it('罚则中的每个数字都写在正式文本里', () => {
    let checked = 0;
    const faults = shown.flatMap((sanction) => {
      const { law, article } = sanction.provision;
      const end = sanction.inForce[1] ?? '2026-12-31';
      const text = (book.statuteOf(law)?.versions ?? [])
        .filter(({ effective }) => effective <= end)
        .flatMap(({ adopted }) => official.get(`${law}@${adopted}`) ?? [])
        .at(-1)
        ?.get(article);
      if (!text) return [`${sanction.id}：没有正式文本`];
      const stated = new Set(numbersInText(text).map((number) => number.value));
      if (text.includes('等值')) stated.add('1');
      return sanction.fines
        .flatMap(({ range }) => [range.min, range.max])
        .filter((value) => value !== undefined)
        .flatMap((value) => {
          checked += 1;
          const derived = DERIVED[sanction.id]?.includes(Number(value));
          return stated.has(String(value)) || derived ? [] : [`${sanction.id}：${value}`];
        });
    });
    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThan(150);
  });
});
