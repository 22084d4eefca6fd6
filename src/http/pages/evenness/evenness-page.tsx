import type { Child } from 'hono/jsx';
import { Page } from '../page.tsx';
import { CaseTable } from './case-table.tsx';
import { DriftPlot } from './drift-plot.tsx';
import type { EvennessData } from './evenness-data.ts';
import { EvennessForm } from './evenness-form.tsx';
import { evennessLink } from './evenness-query.ts';
import { GroupPlot } from './group-plot.tsx';
import { GroupTable } from './group-table.tsx';
import { groupWords } from './group-words.ts';
import { MEASURES } from './measure-words.ts';
import { MethodNote } from './method-note.tsx';
import type { NamedGroup } from './named-groups.ts';

/** 裁量均衡: of one violation the drift over time, and the differences between handlers and between regions. */
export function EvennessPage({ data }: { data: EvennessData }) {
  const { query, person, violations, left, notFound } = data;
  return (
    <Page title="裁量均衡" person={person} active="/evenness">
      <div class="sheet stack">
        <div class="sheet-head">
          <h1>裁量均衡</h1>
          <span class="soft">同一违法行为的罚款，在时间、承办人和地区之间是否均衡。供查看，不作评判。</span>
          {data.listed.length > 0 && (
            <span class="row row-end no-print">
              <a class="button" href={evennessLink(query, {}, { path: '/evenness/cases.csv' })}>
                导出 CSV
              </a>
            </span>
          )}
        </div>
        {left > 0 && (
          <p class="note note-amber" data-places="/evenness/places">
            <span data-places-running>
              还有 <span data-places-left>{left}</span> 件案件的位置正在计算，已算出的先列出。
            </span>
            <span role="status" data-places-end></span> <a href={evennessLink(query)}>显示最新结果</a>
          </p>
        )}
        {violations.length === 0 && !query.field ? (
          <div class="empty">
            <h2>还没有已决案件</h2>
            <p>本机关作出处罚决定，或者导入以往的处罚决定后，这里按违法行为比较罚款的位置。</p>
            <a class="button" href="/cases">
              到案件列表
            </a>
          </div>
        ) : (
          <>
            <EvennessForm data={data} />
            {notFound && query.violation && (
              <p class="note note-amber">
                {query.field ? '这个领域' : '这些案件中'}没有“{notFound}”的已决案件，现列出“{query.violation}
                ”。
              </p>
            )}
            {query.violation ? (
              <Findings data={data} />
            ) : (
              <div class="empty">
                <p>
                  {notFound && violations.length > 0
                    ? `没有违法行为“${notFound}”的已决案件，请另选一种。`
                    : '这个领域没有已决案件。'}
                </p>
              </div>
            )}
          </>
        )}
      </div>
    </Page>
  );
}

function Findings({ data }: { data: EvennessData }) {
  const { query, cases, whole, quarters, handlers, areas, person } = data;
  const { measure } = query;
  if (cases.length === 0) {
    return (
      <div class="empty">
        <p>没有符合条件的案件。</p>
        <a class="button" href={evennessLink({ ...EMPTY, violation: query.violation, data: query.data })}>
          去掉全部条件
        </a>
      </div>
    );
  }
  const all: NamedGroup[] = whole ? [{ ...whole, name: '全部案件' }] : [];
  const placed = whole?.values.length ?? 0;
  const hrefOf = ({ narrows }: NamedGroup) =>
    narrows ? evennessLink(query, narrows, { anchor: 'cases' }) : undefined;
  return (
    <>
      <h2>{query.violation}</h2>
      <p>
        {cases.length} 件{data.query.data === 'example' || cases[0]?.example ? '（示例，均为虚构）' : ''}
        {placed < cases.length
          ? `，其中 ${cases.length - placed} 件没有罚款或者算不出${MEASURES[measure]}，不在图中`
          : ''}
        。{all.map((group) => `${groupWords(group, measure)}。`)}
      </p>
      {placed === 0 ? (
        <p class="note note-amber">
          这些案件都算不出{MEASURES[measure]}
          {measure === 'times' ? '：法定罚款没有下限。请改看在法定幅度中的位置。' : '。'}
        </p>
      ) : (
        <>
          <Section id="drift" title="按季度">
            <Plot caption={captionOf('按季度', quarters, data)}>
              <DriftPlot label="按季度的图" groups={quarters} {...{ measure, hrefOf }} />
            </Plot>
            <GroupTable name="按季度的数字" head="季度" groups={quarters} {...{ measure, hrefOf }} />
          </Section>
          <Section
            id="handlers"
            title={person.role === 'handler' ? '本人与全部' : '承办人之间'}
            note={handlersNote(data)}
          >
            {handlers.length > 0 && (
              <>
                <Plot caption={captionOf('承办人', handlers, data)}>
                  <GroupPlot label="承办人的图" groups={[...all, ...handlers]} {...{ measure, hrefOf }} />
                </Plot>
                <GroupTable
                  name="承办人的数字"
                  head="承办人"
                  groups={[...all, ...handlers]}
                  {...{ measure, hrefOf }}
                />
              </>
            )}
          </Section>
          <Section id="areas" title="地区之间">
            <Plot caption={captionOf('地区', areas, data)}>
              <GroupPlot label="地区的图" groups={[...all, ...areas]} {...{ measure, hrefOf }} />
            </Plot>
            <GroupTable name="地区的数字" head="地区" groups={[...all, ...areas]} {...{ measure, hrefOf }} />
          </Section>
          <MethodNote measure={measure} />
        </>
      )}
      <CaseTable data={data} />
    </>
  );
}

const EMPTY = {
  field: '',
  from: '',
  to: '',
  region: '',
  party: '' as const,
  handler: '',
  measure: 'share' as const,
};

function Section(props: { id: string; title: string; note?: string; children?: Child }) {
  return (
    <section class="card stack-small" id={props.id}>
      <h2>{props.title}</h2>
      {props.note && <p class="small soft">{props.note}</p>}
      {props.children}
    </section>
  );
}

/** What the plot shows stands below it in words, for those who cannot see it. */
function Plot({ caption, children }: { caption: string; children?: Child }) {
  return (
    <figure class="plot stack-small">
      {children}
      <figcaption class="small soft">{caption}</figcaption>
    </figure>
  );
}

function handlersNote({ handlers, namesHandlers, person }: EvennessData): string {
  if (handlers.length === 0) return '这些案件没有在本系统登记承办人。';
  return [
    '两人共同承办的案件，在每个人名下各计一次。',
    namesHandlers ? '' : '承办人的姓名只向机关负责人和审计人员显示。',
    namesHandlers || person.role === 'handler' ? '' : '甲、乙等按件数排列，换了筛选条件就换了人。',
  ].join('');
}

function captionOf(by: string, groups: readonly NamedGroup[], { query }: EvennessData): string {
  const notable = groups.filter(({ against }) => against?.notable).map(({ name }) => name);
  return `${query.violation}，${by}${MEASURES[query.measure]}，共 ${groups.length} 组${
    notable.length > 0 ? `；值得看一看：${notable.join('、')}` : ''
  }。数字见下表。`;
}
