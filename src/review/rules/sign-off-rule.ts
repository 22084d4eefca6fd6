import { randomUUID } from 'node:crypto';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { AppError } from '../../errors.ts';
import { today } from '../../law/dates.ts';
import { visibleText } from '../../law/visible-text.ts';
import { appendRecord } from '../../records/append-record.ts';
import type { Person } from '../../staff/person.ts';
import { RULES } from '../criteria.ts';
import { requireBrief } from '../opinion/require-brief.ts';
import { articlesDigest, ruleSignOffs, textsOfArticles } from './rule-sign-offs.ts';
import { ruleVersions } from './rule-versions.ts';

type Signer = Pick<Person, 'id' | 'name' | 'role'>;

/** Whether the person may sign rules off: 法制审核人员 and 机关负责人. */
export function maySignOff(person: Pick<Person, 'role'>): boolean {
  return person.role === 'reviewer' || person.role === 'head';
}

/**
 * Signs a rule off as it stands: `version` is the version that the person read; refused with `conflict` when the rule is
 * another by now, with `not-allowed` for other roles, with `not-found` for an unknown rule.
 */
export async function signOffRule(
  db: Db,
  input: { rule: string; version: string; note?: string; by: Signer },
): Promise<void> {
  requireSigner(input.by);
  const rule = RULES.find(({ id }) => id === input.rule);
  if (!rule) throw new AppError('not-found', `没有规则“${input.rule}”，请回到规则手册选择。`);
  const version = ruleVersions().get(rule.id);
  if (!version || version !== input.version) {
    throw new AppError('conflict', '规则已有改动，请重新阅读当前版本后再签认。');
  }
  const digest = articlesDigest(rule.basis, await textsOfArticles(db, [rule.id]), today());
  const note = visibleText(input.note ?? '').trim();
  requireBrief('note', note);
  await transact(db, async (trx) => {
    await trx
      .insertInto('rule_sign_offs')
      .values({
        id: randomUUID(),
        rule: rule.id,
        rule_version: version,
        articles_digest: digest,
        note,
        by_user: input.by.id,
        by_name: input.by.name,
      })
      .execute();
    await record(trx, input.by, '签认规则', rule.id, { version, articles: digest, note });
  });
}

/** Takes one's own sign-off back; what others signed before stands. Refuses with `not-found` where there is none, `not-allowed` where it is another's. */
export async function withdrawSignOff(db: Db, input: { rule: string; by: Signer }): Promise<void> {
  requireSigner(input.by);
  const present = (await ruleSignOffs(db)).get(input.rule);
  if (!present) throw new AppError('not-found', '本规则没有签认，无须撤回。');
  if (present.byUser !== input.by.id) {
    throw new AppError('not-allowed', `这是${present.by}的签认，由本人撤回。`);
  }
  await transact(db, async (trx) => {
    await trx
      .updateTable('rule_sign_offs')
      .set({ withdrawn_at: new Date() })
      .where('rule', '=', input.rule)
      .where('by_user', '=', input.by.id)
      .where('withdrawn_at', 'is', null)
      .execute();
    await record(trx, input.by, '撤回规则签认', input.rule, {});
  });
}

function requireSigner(by: Signer): void {
  if (maySignOff(by)) return;
  throw new AppError('not-allowed', '规则由法制审核人员或机关负责人签认，请由他们登录后操作。');
}

async function record(
  trx: Db,
  by: Signer,
  action: string,
  rule: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await appendRecord(trx, {
    actor: by.id,
    actorRole: by.role,
    action,
    object: `rule:${rule}`,
    detail: { name: by.name, ...detail },
  });
}
