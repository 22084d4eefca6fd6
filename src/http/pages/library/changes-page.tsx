import { articleName } from '../../../corpus/versions/article-name.ts';
import { countWords } from '../../../corpus/versions/change-lines.ts';
import type { ArticleChange } from '../../../corpus/versions/compare-versions.ts';
import { DEPENDENT_KINDS } from '../../../corpus/versions/dependent.ts';
import { type Affected, whatToReread } from '../../../corpus/versions/find-affected.ts';
import type { KeptChange } from '../../../corpus/versions/kept-changes.ts';
import type { Person } from '../../../staff/person.ts';
import { Page } from '../page.tsx';
import { articleLink } from './article-link.ts';
import { ChangeList } from './change-list.tsx';
import { dependentLink } from './dependent-link.ts';
import { LibraryTabs } from './library-tabs.tsx';
import { SideBySide } from './side-by-side.tsx';

/** What changed in the norms of the library, from version to version. */
export function ChangesPage({ person, changes }: { person: Person; changes: KeptChange[] }) {
  return (
    <Page title="法规变动" person={person} active="/library">
      <div class="sheet stack">
        <h1>法规变动</h1>
        <LibraryTabs person={person} active="/library/changes" />
        {changes.length ? (
          <ChangeList changes={changes} />
        ) : (
          <div class="empty">
            <h2>还没有可比较的版本</h2>
            <p>
              导入同一规范的两个版本后，这里逐条列出变动，以及依据变动条文的规则、裁量基准、草稿和在办案件。
            </p>
          </div>
        )}
      </div>
    </Page>
  );
}

interface BetweenProps {
  person: Person;
  change: KeptChange;
  /** What rests on it as the person may see it, and how much the person may not. */
  reread: { shown: Affected[]; hidden: number };
  /** The official text of an article in the old and in the new version. */
  oldText: (article: string) => string | undefined;
  newText: (article: string) => string | undefined;
}

/** One comparison: what is to be reread first, then every article that changed, side by side. */
export function BetweenPage({ person, change, reread, oldText, newText }: BetweenProps) {
  const { title, oldVersion, newVersion, articles } = change;
  const moved = articles.filter((one) => one.kind === 'renumbered');
  return (
    <Page title={`${title} 版本比较`} person={person} active="/library">
      <article class="sheet stack">
        <p class="small no-print">
          <a href="/library">法规库</a> › <a href="/library/changes">法规变动</a>
        </p>
        <h1>
          《{title}》{oldVersion} → {newVersion}
        </h1>
        <p>{countWords(articles)}。</p>
        <Reread {...reread} />
        <section class="stack">
          <h2>逐条对照</h2>
          {articles.length === moved.length && <p class="soft">没有文字变动。</p>}
          {articles
            .filter((one) => one.kind !== 'renumbered')
            .map((one) => (
              <ChangedArticle change={change} article={one} oldText={oldText} newText={newText} />
            ))}
        </section>
        {moved.length > 0 && (
          <section class="stack-small">
            <h2>文字未变、条号变动</h2>
            <p>{moved.map((one) => `${articleName(one.old)} → ${articleName(one.new)}`).join('；')}。</p>
          </section>
        )}
      </article>
    </Page>
  );
}

function ChangedArticle({
  change,
  article,
  oldText,
  newText,
}: Omit<BetweenProps, 'person' | 'reread'> & { article: ArticleChange }) {
  const { title, oldVersion, newVersion } = change;
  const old = 'old' in article ? article.old : undefined;
  const fresh = 'new' in article ? article.new : undefined;
  const head = (version: string, number: string | undefined) =>
    number === undefined ? (
      `${version} 没有这一条`
    ) : (
      <a href={articleLink({ law: title, article: number }, { version })}>
        {version} {articleName(number)}
      </a>
    );
  return (
    <SideBySide
      old={{ head: head(oldVersion, old), text: old === undefined ? undefined : oldText(old) }}
      fresh={{ head: head(newVersion, fresh), text: fresh === undefined ? undefined : newText(fresh) }}
    />
  );
}

function Reread({ shown, hidden }: BetweenProps['reread']) {
  return (
    <section class="stack-small" id="reread">
      <h2>须重读的内容</h2>
      {hidden > 0 && <p class="small soft">另有 {hidden} 件您不能查看的案件或文书，由其承办人核对。</p>}
      {shown.length === 0 ? (
        hidden === 0 && <p class="soft">导入时没有规则、裁量基准、文书草稿或在办案件依据这些条文。</p>
      ) : (
        <div class="table-wrap">
          <table>
            <thead>
              <tr>
                <th scope="col">种类</th>
                <th scope="col">名称</th>
                <th scope="col">依据</th>
                <th scope="col">要做什么</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr>
                  <td class="nowrap">{DEPENDENT_KINDS[one.kind]}</td>
                  <td>
                    <a href={dependentLink(one)}>
                      {one.kind === 'rule' ? `${one.id} ` : ''}
                      {one.name}
                    </a>
                  </td>
                  <td class="nowrap">
                    {articleName(one.place.article)}
                    {'new' in one.change && one.change.new !== one.place.article
                      ? ` → ${articleName(one.change.new)}`
                      : ''}
                  </td>
                  <td>{whatToReread(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
