import type { Hono } from 'hono';
import { AppError } from '../../errors.ts';
import { ROLES, type Role } from '../../staff/person.ts';
import type { AppEnv, AppOptions } from '../app-options.ts';
import { problemOf } from '../problem.ts';
import { readForm } from '../read-form.ts';
import { document, FaultSummary, Field, Page } from './page.tsx';

/** Sign-in and sign-out. */
export function addSignInPages(app: Hono<AppEnv>, options: AppOptions): void {
  app.get('/sign-in', (c) => {
    if (c.get('person')) return c.redirect('/cases');
    return c.html(document(<SignInPage options={options} next={c.req.query('next')} />));
  });

  app.post('/sign-in', async (c) => {
    const form = await readForm(c);
    try {
      const { cookies } = await options.auth.signIn(
        form.username ?? '',
        form.password ?? '',
        c.req.raw.headers,
      );
      for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
      return c.redirect(ownPath(form.next), 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return c.html(
        document(<SignInPage options={options} next={form.next} username={form.username} error={error} />),
        problemOf(error).status,
      );
    }
  });

  app.post('/sign-out', async (c) => {
    for (const cookie of await options.auth.signOut(c.req.raw.headers)) {
      c.header('Set-Cookie', cookie, { append: true });
    }
    return c.redirect('/sign-in', 303);
  });
}

/** Only a path of ours may follow sign-in, never another site. */
function ownPath(next: string | undefined): string {
  if (!next || !URL.canParse(next, 'http://own.invalid')) return '/cases';
  const url = new URL(next, 'http://own.invalid');
  return url.origin === 'http://own.invalid' && next.startsWith('/') ? url.pathname + url.search : '/cases';
}

function SignInPage(props: {
  options: AppOptions;
  next?: string | undefined;
  username?: string | undefined;
  error?: AppError;
}) {
  const { demonstration } = props.options;
  return (
    <Page title="登录">
      <div class="sign-in stack">
        <div>
          <h1>明裁</h1>
          <p class="soft">行政执法裁量辅助与法制审核。程序提出建议，由人作出决定。</p>
        </div>
        <FaultSummary error={props.error} />
        <form method="post" action="/sign-in" class="card">
          <input type="hidden" name="next" value={props.next ?? ''} />
          <Field name="username" label="用户名" value={props.username} autocomplete="username" required />
          <Field name="password" label="口令" type="password" autocomplete="current-password" required />
          <p class="field">
            <button class="primary" type="submit">
              登录
            </button>
          </p>
        </form>
        {demonstration && (
          <section class="note stack-small" aria-label="示例机关">
            <p>
              <span class="tag tag-accent">示例</span>{' '}
              这是示例机关，人员与案件均为虚构。口令见启动时终端的提示。
            </p>
            <ul class="small">
              {demonstration.usernames.map((person) => (
                <li>
                  <code>{person.username}</code> {person.name}（{ROLES[person.role as Role]}）
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  );
}
