import type { Hono } from 'hono';
import { ACTIONS, type Action } from '../../../cases/case-file.ts';
import { AppError } from '../../../errors.ts';
import { today } from '../../../law/dates.ts';
import { RULES } from '../../../review/criteria.ts';
import { ruleEntry } from '../../../review/rules/rule-entry.ts';
import { ruleSignOffs, textsOfArticles } from '../../../review/rules/rule-sign-offs.ts';
import { maySignOff, signOffRule, withdrawSignOff } from '../../../review/rules/sign-off-rule.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { problemOf } from '../../problem.ts';
import { readForm } from '../../read-form.ts';
import { document } from '../page.tsx';
import { RulePage } from './rule-page.tsx';
import { RulesPage } from './rules-page.tsx';

/** The rule book: every rule, its articles, its cases, and who signed it off. */
export function addRulePages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  app.get('/rules', async (c) => {
    const action = c.req.query('action') ?? 'penalty';
    return c.html(
      document(
        <RulesPage
          person={signedIn(c)}
          entries={RULES.map(ruleEntry)}
          signOffs={await ruleSignOffs(db)}
          query={{
            q: c.req.query('q') ?? '',
            action: Object.hasOwn(ACTIONS, action) ? (action as Action) : 'penalty',
            state: c.req.query('state') ?? '',
          }}
        />,
      ),
    );
  });

  app.get('/rules/:id', (c) => showRule(c));

  app.post('/rules/:id/sign-off', async (c) => {
    const form = await readForm(c);
    const rule = c.req.param('id');
    try {
      await signOffRule(db, {
        rule,
        version: form.version ?? '',
        ...(form.note ? { note: form.note } : {}),
        by: signedIn(c),
      });
      return c.redirect(`/rules/${encodeURIComponent(rule)}#sign-off`, 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'not-found') throw error;
      return showRule(c, { error, note: form.note ?? '' });
    }
  });

  app.post('/rules/:id/sign-off/withdrawal', async (c) => {
    const rule = c.req.param('id');
    await withdrawSignOff(db, { rule, by: signedIn(c) });
    return c.redirect(`/rules/${encodeURIComponent(rule)}#sign-off`, 303);
  });

  async function showRule(c: AppContext, refused?: { error: AppError; note: string }) {
    const person = signedIn(c);
    const index = RULES.findIndex(({ id }) => id === c.req.param('id'));
    const rule = RULES[index];
    if (!rule) throw new AppError('not-found', '没有这条规则，请回到规则手册选择。');
    const textOf = await textsOfArticles(db, [rule.id]);
    const page = (
      <RulePage
        person={person}
        entry={ruleEntry(rule)}
        signOff={(await ruleSignOffs(db)).get(rule.id)}
        textOf={(basis) => textOf({ law: basis.law, article: basis.article }, dayOf(basis.from, basis.to))}
        neighbours={{ previous: RULES[index - 1]?.id, next: RULES[index + 1]?.id }}
        maySign={maySignOff(person)}
        refused={refused}
      />
    );
    return c.html(
      document(page),
      refused ? (problemOf(refused.error, c.get('requestId')).status as 409) : 200,
    );
  }
}

/** The day on which a basis is read: today, or the end nearest to today of its time. */
function dayOf(from: string, to: string | undefined): string {
  const now = today();
  if (to !== undefined && to < now) return to;
  return from > now ? from : now;
}
