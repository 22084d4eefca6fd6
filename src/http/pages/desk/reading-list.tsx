import type { AppError } from '../../../errors.ts';
import { FaultSummary } from '../page.tsx';
import type { DeskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';
import type { ReadingData } from './reading-data.ts';
import { CORRECTION, FORM } from './reading-forms.ts';
import { type GroupBy, openGroupOf, type ReadingGroup, readingGroups } from './reading-groups.ts';
import { ReadingNotices } from './reading-notices.tsx';
import { type ReadingQuery, readingLink } from './reading-query.ts';
import { FactRowView } from './reading-row.tsx';

interface ReadingListProps {
  desk: DeskData;
  data: ReadingData;
  query: ReadingQuery;
  error?: AppError | undefined;
  kept?: Record<string, string> | undefined;
}

const GROUPS: Record<GroupBy, string> = { paper: '按材料', section: '按内容' };
/** The right column of 核对: what needs a person, then every fact that was read, of one paper or part at a time. */
export function ReadingList({ desk, data, query, error, kept }: ReadingListProps) {
  const { stored, may } = desk;
  const groups = readingGroups(stored.file, data.rows, query.group);
  const open = openGroupOf(groups, query.open);
  const left = data.rows.filter(({ state }) => state === 'open').length;
  const action = `/cases/${encodeURIComponent(stored.id)}/reading`;
  return (
    <div class="reading" data-left={String(left)}>
      <div class="findings-head row">
        <h2>核对</h2>
        <span class="soft small" role="status">
          {data.rows.length === 0
            ? '没有读出事实'
            : left === 0
              ? `${data.rows.length} 项事实全部核对过`
              : `${data.rows.length} 项事实，未核对 ${left}`}
        </span>
        {groups.length > 0 && (
          <span class="small soft keys-hint no-print">
            <kbd>?</kbd> 键盘
          </span>
        )}
        <span class="row-end row">
          {Object.entries(GROUPS).map(([by, name]) => (
            <a
              class="tab"
              href={readingLink(stored.id, { group: by === 'section' ? 'section' : 'paper' })}
              data-desk
              aria-current={query.group === by ? 'true' : undefined}
            >
              {name}
            </a>
          ))}
        </span>
      </div>
      <FaultSummary error={error} />
      {may.edit && (
        <>
          <form method="post" action={`${action}/confirm`} id={FORM} data-reading>
            <Fields desk={desk} query={query} open={open?.key} />
          </form>
          <form method="post" action={`${action}/correct`} id={CORRECTION} data-reading>
            <Fields desk={desk} query={query} open={open?.key} />
          </form>
          <LastAction desk={desk} query={query} />
        </>
      )}
      <ReadingNotices desk={desk} data={data} query={query} />
      {groups.map((group) =>
        group === open ? (
          <section class="reading-group" id="open-group" aria-label={group.name}>
            <h3 class="row">
              {group.name} <GroupCount group={group} />
              {may.edit && query.group === 'paper' && group.open > 0 && (
                <button
                  class="tiny row-end"
                  type="submit"
                  form={FORM}
                  formaction={`${action}/confirm`}
                  name="group-of"
                  value={group.key}
                  data-ask={`确认核对本材料的 ${group.open} 项事实？`}
                >
                  全部核对本材料
                </button>
              )}
            </h3>
            <ul class="fact-rows">
              {group.rows.map((row) => (
                <FactRowView
                  desk={desk}
                  row={row}
                  query={{ ...query, open: group.key }}
                  decision={data.decisions.get(row.path)}
                  {...(row.path === query.correct && kept ? { kept } : {})}
                />
              ))}
            </ul>
          </section>
        ) : (
          <a
            class="reading-group closed row"
            href={readingLink(stored.id, { group: query.group, open: group.key }, {}, 'open-group')}
            data-desk
            data-group
          >
            {group.name} <GroupCount group={group} />
          </a>
        ),
      )}
      {groups.length === 0 ? <NoFacts desk={desk} /> : <Keys />}
    </div>
  );
}

function NoFacts({ desk }: { desk: DeskData }) {
  const { id } = desk.stored;
  return (
    <div class="empty">
      <h3>材料中没有读出事实</h3>
      <p>可能是扫描不清，或者还缺立案、调查、告知、决定等材料。</p>
      {desk.may.edit && (
        <div class="row">
          <a class="button primary" href={`/cases/${encodeURIComponent(id)}/dossier`}>
            加入材料
          </a>
          <a class="button" href={deskLink(id, { view: 'facts' })} data-desk>
            直接填写事实
          </a>
        </div>
      )}
    </div>
  );
}

function GroupCount({ group }: { group: ReadingGroup }) {
  return (
    <span class={`small ${group.open > 0 ? 'unclear' : 'met'}`}>
      {group.open > 0 ? `未核对 ${group.open} / ${group.rows.length}` : `✓ ${group.rows.length}`}
    </span>
  );
}

/** Where the person is, and the revision that they looked at. */
function Fields({ desk, query, open }: { desk: DeskData; query: ReadingQuery; open?: string | undefined }) {
  const fields = { revision: String(desk.stored.revision), group: query.group, open, paper: query.paper };
  return (
    <>
      {Object.entries(fields).map(
        ([name, value]) => value && <input type="hidden" name={name} value={value} />,
      )}
    </>
  );
}

/** What was done last can be taken back as long as nothing else was saved. */
function LastAction({ desk, query }: { desk: DeskData; query: ReadingQuery }) {
  const [made, at] = (query.last ?? '').split('-');
  if (!made || at !== String(desk.stored.revision)) return null;
  return (
    <p class="last-action row small" role="status">
      已保存为第 {at} 版。
      <button
        class="linkish"
        type="submit"
        form={FORM}
        formaction={`/cases/${encodeURIComponent(desk.stored.id)}/reading/undo`}
        name="last"
        value={made}
        data-undo-last
      >
        撤销刚才的操作
      </button>
    </p>
  );
}

const KEYS = [
  ['j k', '下一项、上一项'],
  ['Enter', '看出处'],
  ['y', '核对无误，到下一项'],
  ['e', '更正'],
  ['n', '剔除'],
  ['u', '撤销刚才的操作'],
  ['?', '显示或收起这些键'],
] as const;

function Keys() {
  return (
    <details class="keys small no-print" data-keys>
      <summary>键盘</summary>
      <dl class="facts">
        {KEYS.map(([key, does]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}
