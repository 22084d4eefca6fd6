import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveCitations } from '../../src/corpus/citations/resolve-citations.ts';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import type { ReferenceBook } from '../../src/corpus/reference-book.ts';
import { withImportedTexts } from '../../src/corpus/with-imported-texts.ts';
import type { Database } from '../../src/db/database.ts';
import { citationText } from '../../src/law/citation.ts';
import { openTestDatabase } from '../support/database.ts';
import { hasOfficialData, OFFICIAL_DATA } from './official-data.ts';

const NATIONAL = join(OFFICIAL_DATA, 'laws_national_2026-07_justlaws.jsonl');
const STATE = '中华人民共和国';

interface Cited {
  law: string;
  article: string;
  /** 第六十四条, 第一百三十三条之一. */
  chinese: string;
  adopted: string;
}

const arabic = ({ article }: Cited) => {
  const [number, sub] = article.split('-');
  return `第${number}条${sub ? `之${sub}` : ''}`;
};
const wide = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0));
/** One law of the file comes without its day. */
const dated = ({ adopted }: Cited) => adopted !== 'unknown';
const chineseDay = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
const short = ({ law }: Cited) => law.replace(STATE, '');

/** The ways of writing a citation; each must be read back as the one article it names. */
const WAYS: Record<string, (one: Cited) => string> = {
  全称加书名号: (one) => `《${one.law}》${one.chinese}`,
  阿拉伯数字: (one) => `依照《${one.law}》${arabic(one)}处理`,
  没有国名: (one) => `当事人的行为违反了《${short(one)}》${one.chinese}，应予处罚`,
  没有书名号: (one) => `本机关认为，当事人违反${one.law}${one.chinese}的规定。`,
  没有国名和书名号: (one) => `请问${short(one)}${arabic(one)}是什么意思？`,
  有第一款: (one) => `根据《${one.law}》${one.chinese}第一款，决定如下`,
  全角数字: (one) => `《${one.law}》${wide(arabic(one))}`,
  写明年份: (one) =>
    `《${one.law}》${dated(one) ? `（${one.adopted.slice(0, 4)}年修正）` : ''}${one.chinese}`,
  写明修改之日: (one) =>
    `《${one.law}》${dated(one) ? `（${chineseDay(one.adopted)}修订）` : ''}${one.chinese}`,
  根据之规定: (one) => `根据${short(one)}${one.chinese}之规定`,
};

describe.skipIf(!hasOfficialData)('全国性法律的每一条', () => {
  let database: Database;
  let book: ReferenceBook;
  let articles: Cited[];

  beforeAll(async () => {
    database = await openTestDatabase();
    const report = await importPaths(database.db, [NATIONAL], { kind: 'law' });
    expect(report.skipped).toEqual([]);
    book = await withImportedTexts(database.db, loadReferenceBook());
    const rows = await database.db
      .selectFrom('entries')
      .innerJoin('library_sources', 'library_sources.id', 'entries.source')
      .select(['entries.law', 'entries.article', 'library_sources.version_date as adopted'])
      .where('text_is', '=', 'official')
      .execute();
    articles = rows.map(({ law, article, adopted }) => ({
      law: law!,
      article: article!,
      adopted: adopted ?? 'unknown',
      chinese: citationText({ law: '', article: article! }).slice(2),
    }));
  }, 600_000);
  afterAll(() => database?.close());

  it('都在库中', () => {
    expect(articles).toHaveLength(24_306);
  });

  it.each(Object.keys(WAYS))('%s，都认得出', (way) => {
    const wrong: string[] = [];
    for (const one of articles) {
      const text = WAYS[way]!(one);
      const found = resolveCitations(text, book, '2026-12-01');
      const [citation] = found;
      const right =
        found.length === 1 &&
        citation!.law === one.law &&
        citation!.article === one.article &&
        citation!.state !== 'unknown-law' &&
        [...text].slice(citation!.start, citation!.end).join('') === citation!.quote;
      if (!right) wrong.push(`${text} → ${JSON.stringify(found)}`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(wrong).toHaveLength(0);
  });

  it('在施行期间引用，没有一条不是有效的', () => {
    const wrong = articles.flatMap((one) => {
      const version = book.statuteOf(one.law)!.versions.find(({ adopted }) => adopted === one.adopted)!;
      const [citation] = resolveCitations(WAYS.全称加书名号!(one), book, version.effective);
      const id = `${one.law}@${one.adopted}#${one.article}`;
      return citation?.state === 'in-force' && citation.id === id
        ? []
        : [`${one.law} ${one.article} ${citation?.state}`];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
