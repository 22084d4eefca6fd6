import { createHash } from 'node:crypto';
import { officialTexts } from '../../corpus/official-texts.ts';
import type { Db } from '../../db/database.ts';
import { canonicalJson } from '../../law/canonical-json.ts';
import { type Day, today } from '../../law/dates.ts';
import { RULES } from '../criteria.ts';
import type { Basis } from './rule.ts';
import { ruleVersions } from './rule-versions.ts';
import type { OfficialText } from './verify-basis.ts';

/** 签认 of one rule. It lapses when the rule, or the text of an article under it, is no longer what was read. */
export interface RuleSignOff {
  id: string;
  rule: string;
  ruleVersion: string;
  note: string;
  byUser: string;
  by: string;
  at: Date;
  state: 'valid' | 'rule-changed' | 'article-changed';
}

/** The last sign-off of each rule that has not been taken back, with its present state, by rule. */
export async function ruleSignOffs(db: Db, on: Day = today()): Promise<Map<string, RuleSignOff>> {
  const rows = await db
    .selectFrom('rule_sign_offs')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const texts =
    rows.length > 0
      ? await textsOfArticles(
          db,
          rows.map(({ rule }) => rule),
        )
      : () => undefined;
  const versions = ruleVersions();
  const bases = new Map(RULES.map(({ id, basis }) => [id, basis]));
  return new Map(
    rows.map((row) => {
      const basis = bases.get(row.rule);
      const unchanged = basis && versions.get(row.rule) === row.rule_version;
      const sameTexts = basis && articlesDigest(basis, texts, on) === row.articles_digest;
      return [
        row.rule,
        {
          id: row.id,
          rule: row.rule,
          ruleVersion: row.rule_version,
          note: row.note,
          byUser: row.by_user,
          by: row.by_name,
          at: row.at,
          state: !unchanged ? 'rule-changed' : sameTexts ? 'valid' : 'article-changed',
        },
      ];
    }),
  );
}

/** The imported official texts of the articles under these rules. */
export async function textsOfArticles(db: Db, rules: string[]): Promise<OfficialText> {
  const wanted = new Set(rules);
  const laws = RULES.filter(({ id }) => wanted.has(id)).flatMap(({ basis }) => basis.map(({ law }) => law));
  return officialTexts(db, [...new Set(laws)]);
}

/** SHA-256 (hex) over the articles and their official texts; an article whose text was not imported counts as such. */
export function articlesDigest(basis: Basis[], textOf: OfficialText, on: Day): string {
  const read = basis.map(({ law, article, from, to }) => {
    const day = to !== undefined && to < on ? to : from > on ? from : on;
    return [law, article, textOf({ law, article }, day) ?? null];
  });
  return createHash('sha256').update(canonicalJson(read)).digest('hex');
}
