import type { Affected } from '../../../corpus/versions/find-affected.ts';
import type { Db } from '../../../db/database.ts';
import type { Person } from '../../../staff/person.ts';
import { mayReadCase } from '../../may-read-case.ts';

/**
 * What rests on changed articles as this person may see it: cases and drafts under their present names, and only those that the
 * person may look into. `hidden` counts the others; what has since been deleted is left out.
 */
export async function readableAffected(
  db: Db,
  person: Person,
  affected: Affected[],
): Promise<{ shown: Affected[]; hidden: number }> {
  const ids = (kind: Affected['kind']) => [
    ...affected.flatMap((one) => (one.kind === kind ? [one.id] : [])),
    '',
  ];
  const drafts = await db
    .selectFrom('documents as d')
    .select(['d.id', 'd.title', 'd.case_id'])
    .where('d.id', 'in', ids('draft'))
    .execute();
  const caseIds = [...ids('case'), ...drafts.map((draft) => draft.case_id)];
  const cases = await db
    .selectFrom('cases')
    .select(['id', 'title', 'example'])
    .where('id', 'in', caseIds)
    .execute();
  const handlers = await db.selectFrom('case_handlers').selectAll().where('case_id', 'in', caseIds).execute();
  const byCase = new Map(
    cases.map(({ id, title, example }) => {
      const own = handlers.flatMap((row) => (row.case_id === id ? [row.user_id] : []));
      return [id, { title, readable: mayReadCase(person, { handlers: own, example }) }];
    }),
  );
  const byDraft = new Map(drafts.map((draft) => [draft.id, draft]));
  const shown: Affected[] = [];
  let hidden = 0;
  for (const one of affected) {
    if (one.kind !== 'draft' && one.kind !== 'case') {
      shown.push(one);
      continue;
    }
    const draft = one.kind === 'draft' ? byDraft.get(one.id) : undefined;
    const found = byCase.get(draft?.case_id ?? one.id);
    if (!found) continue;
    if (!found.readable) hidden++;
    else shown.push({ ...one, name: draft ? `${draft.title}（${found.title}）` : found.title });
  }
  return { shown, hidden };
}
