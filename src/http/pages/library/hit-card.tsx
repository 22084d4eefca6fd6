import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { Hit } from '../../../corpus/search.ts';
import { citationText } from '../../../law/citation.ts';
import { NORM_LEVELS, type NormLevel } from '../../../law/penalties.ts';
import { catalogueLink } from '../catalogue/catalogue-link.ts';
import { articleLink, versionOfId } from './article-link.ts';
import { Highlighted } from './highlighted.tsx';
import { inForceWords } from './in-force-words.ts';
import { KINDS, type LibraryQuery } from './library-query.ts';
import { LikeParts } from './like-parts.tsx';

/** Characters of a text shown; the rest is a link away. */
const SHOWN = 400;

/** One hit: what it is, since when, the words found, and why it stands here. */
export function HitCard({ hit, query, link }: { hit: Hit; query: LibraryQuery; link?: string | undefined }) {
  const words = [...new Set([...hit.why.words, ...wordsOf(query.q)])];
  const title = <Highlighted text={titleOf(hit)} words={words} />;
  return (
    <section class="card hit" id={hit.id}>
      <div class="row">
        <h3>{link ? <a href={link}>{title}</a> : title}</h3>
        <span class="tag">{levelOf(hit) ?? KINDS[hit.kind]}</span>
        {hit.region && <span class="tag">{hit.region}</span>}
        {hit.kind === 'law' && hit.textIs === 'gist' && (
          <span class="tag tag-amber" title="尚未导入官方文本，以下是本软件写的要旨">
            要旨
          </span>
        )}
        {hit.inForceOn && hit.kind !== 'case' && <Days days={hit.inForceOn} />}
        <span class="row-end soft small">{daysOf(hit)}</span>
      </div>
      <p class="prose pre">
        <Highlighted text={shorten(hit.text)} words={words} />
      </p>
      <p class="small soft">{why(hit)}</p>
      {hit.why.cited && <p class="small">就是检索词引用的条文“{hit.why.cited.quote}”</p>}
      {hit.why.through && (
        <p class="small">
          由目录事项“<a href={catalogueLink(hit.why.through.item, query.asOf)}>{hit.why.through.name}</a>”引到
        </p>
      )}
      {hit.why.parts && <LikeParts why={hit.why} parts={hit.why.parts} />}
    </section>
  );
}

function Days({ days }: { days: ('asOf' | 'decidedOn')[] }) {
  if (days.length === 2) return <span class="tag tag-green">行为日、决定日均有效</span>;
  return <span class="tag tag-amber">{days[0] === 'asOf' ? '只在行为日有效' : '只在决定日有效'}</span>;
}

/** The days in force; a past case has none. */
function daysOf({ kind, inForce: [from, to], effectiveKnown: known }: Hit): string {
  if (kind === 'case' && from === null) return '';
  return inForceWords({ from, to, known });
}

function why({ why: { lexical, dense, words, expanded } }: Hit): string {
  const parts = [
    ...(words.length ? [`词语相符：${words.slice(0, 12).join('、')}`] : []),
    ...(expanded.length
      ? [
          `由提问推及：${expanded
            .slice(0, 6)
            .map(({ word, from }) => `${from}→${word}`)
            .join('、')}`,
        ]
      : []),
    ...(lexical > 0 ? [`词语得分 ${lexical.toFixed(1)}`] : []),
    ...(dense === null ? [] : [`语义相近 ${dense.toFixed(2)}`]),
  ];
  return parts.join('；');
}

function levelOf(hit: Hit): string | undefined {
  return hit.level && Object.hasOwn(NORM_LEVELS, hit.level) ? NORM_LEVELS[hit.level as NormLevel] : undefined;
}

/** The page of a hit, where it has one: articles of law, and items of the benchmarks that are bundled. */
export function hitLink(hit: Hit, book: ReferenceBook): string | undefined {
  if (hit.kind === 'law' && hit.law && hit.article) {
    const version = versionOfId(hit.id);
    return articleLink({ law: hit.law, article: hit.article }, version ? { version } : {});
  }
  const { item } = hit.payload;
  if (hit.kind === 'benchmark' && typeof item === 'string' && book.benchmarkItem(item)) {
    return `/benchmarks/${encodeURIComponent(item)}`;
  }
  return undefined;
}

/** An article by its number; benchmarks and cases by their name. */
function titleOf(hit: Hit): string {
  if (hit.kind !== 'law' || !hit.law || !hit.article || !/^\d/.test(hit.article)) return hit.title;
  const [article = '', paragraph, item] = hit.article.split('.');
  return citationText({
    law: hit.law,
    article,
    ...(paragraph ? { paragraph: Number(paragraph) } : {}),
    ...(item ? { item: Number(item) } : {}),
  });
}

/** The words to highlight: the parts of the query, and its two-character pieces for longer Chinese ones. */
function wordsOf(query: string): string[] {
  const parts = query.split(/[\s，。、；：“”《》（）]+/).filter((part) => part.length > 1);
  return parts.flatMap((part) => {
    const points = [...part];
    return points.length <= 4 ? [part] : points.slice(0, -1).map((point, index) => point + points[index + 1]);
  });
}

function shorten(text: string): string {
  const points = [...text];
  return points.length > SHOWN ? `${points.slice(0, SHOWN).join('')}……` : text;
}
