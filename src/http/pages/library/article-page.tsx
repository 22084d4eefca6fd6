import { articleName } from '../../../corpus/versions/article-name.ts';
import { DEPENDENT_KINDS } from '../../../corpus/versions/dependent.ts';
import type { NormVersion } from '../../../corpus/versions/read-norm.ts';
import { chineseDay, today } from '../../../law/dates.ts';
import { NORM_LEVELS, type NormLevel } from '../../../law/penalties.ts';
import type { Person } from '../../../staff/person.ts';
import { Page } from '../page.tsx';
import { type ArticleData, versionName } from './article-data.ts';
import { articleLink } from './article-link.ts';
import { dependentLink } from './dependent-link.ts';
import { inForceWords } from './in-force-words.ts';
import { SideBySide } from './side-by-side.tsx';

/** Shown of what cites an article; the rest is counted. */
const CITING_SHOWN = 60;

/** One article in one version: its words, its days, the version beside it, who cites it and what rests on it. */
export function ArticlePage({ person, data }: { person: Person; data: ArticleData }) {
  const { title, version, article } = data;
  const name = articleName(article.article);
  const level = version.level && Object.hasOwn(NORM_LEVELS, version.level);
  return (
    <Page title={`${title} ${name}`} person={person} active="/library">
      <article class="sheet stack">
        <Crumbs data={data} />
        <h1>
          《{title}》{name}
        </h1>
        <p class="row">
          <InForce version={version} />
          {level && <span class="tag">{NORM_LEVELS[version.level as NormLevel]}</span>}
          {version.region && <span class="tag">{version.region}</span>}
          {version.number && <span class="small soft">{version.number}</span>}
          {article.chapter && <span class="small soft">{article.chapter}</span>}
        </p>
        {article.textIs === 'gist' && (
          <p class="note note-amber">尚未导入官方文本，以下是本软件写的要旨，不能当作原文引用。</p>
        )}
        <p class="document-text pre article-words">{article.text}</p>
        <Versions data={data} />
        <Citing data={data} />
        <Resting data={data} />
      </article>
    </Page>
  );
}

function Crumbs({ data: { title, version, previous, next } }: { data: ArticleData }) {
  const link = (article: string) => articleLink({ law: title, article }, { version: versionName(version) });
  return (
    <p class="small no-print">
      <a href="/library">法规库</a> › <a href={`/library?kind=law&q=${encodeURIComponent(title)}`}>{title}</a>
      {previous && (
        <>
          {' · '}
          <a rel="prev" href={link(previous)}>
            上一条
          </a>
        </>
      )}
      {next && (
        <>
          {' · '}
          <a rel="next" href={link(next)}>
            下一条
          </a>
        </>
      )}
    </p>
  );
}

/** Whether a version is in force today, and its days as far as they are known. */
function InForce({ version }: { version: NormVersion }) {
  const { from, to, endedBy } = version;
  const now = today();
  if (from === null) return <span class="tag tag-amber">施行日不明</span>;
  const [tag, word] =
    from > now
      ? (['tag tag-amber', '尚未施行'] as const)
      : to === null || to >= now
        ? (['tag tag-green', '现行有效'] as const)
        : (['tag tag-red', endedBy ? '已废止' : '已被新版代替'] as const);
  return (
    <>
      <span class={tag}>{word}</span>
      <span>
        {inForceWords(version)}
        {endedBy && (
          <>
            ，由《<a href={`/library?kind=law&q=${encodeURIComponent(endedBy)}`}>{endedBy}</a>》废止
          </>
        )}
      </span>
    </>
  );
}

function Versions({ data }: { data: ArticleData }) {
  const { title, versions, version, article, beside } = data;
  if (versions.length === 1) {
    return <p class="small soft">法规库只有这一个版本，没有可以对照的。</p>;
  }
  const isNewer = beside && versions.indexOf(beside.version) < versions.indexOf(version);
  const side = (one: NormVersion, at: ArticleData['article'] | undefined) => ({
    head: at ? (
      <a href={articleLink({ law: title, article: at.article }, { version: versionName(one) })}>
        {versionName(one)} {articleName(at.article)}
      </a>
    ) : (
      versionName(one)
    ),
    text: at?.text,
  });
  const own = side(version, article);
  const other = beside && side(beside.version, beside.article);
  const isMixed = beside?.article && beside.article.textIs !== article.textIs;
  return (
    <section class="stack" id="versions">
      <h2>各版本对照</h2>
      <nav class="row small version-list no-print" aria-label="与哪个版本对照">
        {versions
          .filter((one) => one !== version)
          .map((one) => (
            <a
              href={`${articleLink({ law: title, article: article.article }, { version: versionName(version), beside: versionName(one) })}#versions`}
              aria-current={one === beside?.version ? 'true' : undefined}
            >
              {versionName(one)}
              {one.from ? `（${chineseDay(one.from)}${one.known ? '起施行' : '通过'}）` : ''}
            </a>
          ))}
      </nav>
      {isMixed && <p class="small unclear">一边是官方文本，一边是要旨，所标的差异只供参考。</p>}
      {other && (isNewer ? <SideBySide old={own} fresh={other} /> : <SideBySide old={other} fresh={own} />)}
    </section>
  );
}

function Citing({ data: { citing } }: { data: ArticleData }) {
  return (
    <section class="stack" id="citing">
      <h2>引用本条的条文</h2>
      {citing.length === 0 ? (
        <p class="small soft">已导入的官方文本中没有引用它的条文。</p>
      ) : (
        <ul>
          {citing.slice(0, CITING_SHOWN).map((one) => (
            <li>
              <a href={articleLink({ law: one.law, article: one.article }, { version: versionOf(one.id) })}>
                《{one.law}》{articleName(one.article)}
              </a>{' '}
              <span class="small soft">“{one.quote}”</span>
            </li>
          ))}
          {citing.length > CITING_SHOWN && <li class="soft">另有 {citing.length - CITING_SHOWN} 条</li>}
        </ul>
      )}
    </section>
  );
}

function versionOf(id: string): string {
  return /@([^@#]+)#/.exec(id)?.[1] ?? '';
}

function Resting({ data: { resting } }: { data: ArticleData }) {
  return (
    <section class="stack" id="resting">
      <h2>依据本条的规则和裁量基准</h2>
      {resting.length === 0 ? (
        <p class="small soft">没有规则或裁量基准以这一版的本条为依据。</p>
      ) : (
        <ul>
          {resting.map((one) => (
            <li>
              <span class="tag">{DEPENDENT_KINDS[one.kind]}</span>{' '}
              <a href={dependentLink(one)}>
                {one.kind === 'rule' ? `${one.id} ` : ''}
                {one.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
