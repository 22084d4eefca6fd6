import type { Hono } from 'hono';
import { AppError } from '../../errors.ts';
import { exportRecords } from '../../records/export-records.ts';
import { listRecords } from '../../records/list-records.ts';
import type { RecordEntry } from '../../records/record-entry.ts';
import { verifyRecords } from '../../records/verify-records.ts';
import { listPeople } from '../../staff/find-person.ts';
import type { Person } from '../../staff/person.ts';
import { type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { RecordsTable } from './desk/other-views.tsx';
import { document, Page } from './page.tsx';

const PAGE = 100;

/** The whole process record, with proof that nothing in it was changed. */
export function addRecordPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  app.get('/records', async (c) => {
    const person = requireOverview(signedIn(c));
    const before = Number(c.req.query('before')) || undefined;
    const entries = await listRecords(db, { limit: PAGE, ...(before ? { before } : {}) });
    const people = new Map((await listPeople(db)).map((one) => [one.id, one.name]));
    const proof = c.req.query('verify') ? await verifyRecords(db) : undefined;
    return c.html(document(<RecordsPage person={person} entries={entries} people={people} proof={proof} />));
  });

  app.get('/records/export', async (c) => {
    requireOverview(signedIn(c));
    return c.body(await exportRecords(db), 200, {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': 'attachment; filename="mingcai-records.jsonl"',
    });
  });
}

/** The record names every case: handlers see their own cases' part on the desk instead. */
function requireOverview(person: Person): Person {
  if (person.role === 'handler' || person.role === 'trainer') {
    throw new AppError(
      'not-allowed',
      '全部台账由审计人员、审核人员和机关负责人查看；本案的记录见案件页面“记录”。',
    );
  }
  return person;
}

function RecordsPage(props: {
  person: Person;
  entries: RecordEntry[];
  people: Map<string, string>;
  proof?: { ok: boolean; at?: number } | undefined;
}) {
  const { person, entries, people, proof } = props;
  const last = entries.at(-1);
  return (
    <Page title="台账" person={person} active="/records">
      <div class="sheet stack">
        <div class="sheet-head">
          <h1>台账</h1>
          <span class="soft">执法全过程记录，只能追加；每一条都与前一条相连。</span>
          <span class="row row-end no-print">
            <a class="button" href="/records?verify=1">
              验证
            </a>
            <a class="button" href="/records/export">
              导出
            </a>
          </span>
        </div>
        {proof && (
          <p class={`note ${proof.ok ? 'note-green' : 'note-amber'}`} role="status">
            {proof.ok ? '✓ 逐条验证完毕，没有改动。' : `✕ 第 ${proof.at} 条与前文不符，请立即查明。`}
          </p>
        )}
        {entries.length === 0 ? (
          <div class="empty">
            <h2>还没有记录</h2>
            <p>建立案件、审核、签署等每一步都会自动记在这里。</p>
          </div>
        ) : (
          <RecordsTable entries={entries} people={people} />
        )}
        {entries.length === PAGE && last && (
          <p>
            <a href={`/records?before=${last.seq}`}>更早的记录</a>
          </p>
        )}
      </div>
    </Page>
  );
}
