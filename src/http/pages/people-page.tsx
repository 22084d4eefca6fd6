import type { Hono } from 'hono';
import { transact } from '../../db/transact.ts';
import { AppError } from '../../errors.ts';
import { chineseDay } from '../../law/dates.ts';
import { appendRecord } from '../../records/append-record.ts';
import { rewrapKey } from '../../signing/keep-key.ts';
import { changePassword, resetPassword, setDisabled } from '../../staff/change-password.ts';
import { createPerson } from '../../staff/create-person.ts';
import { findPerson, listPeople } from '../../staff/find-person.ts';
import { type Person, ROLES, type Role } from '../../staff/person.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { problemOf } from '../problem.ts';
import { readForm } from '../read-form.ts';
import { document, FaultSummary, Field, Page } from './page.tsx';

/** The administrator's list of people, and everyone's own account. */
export function addPeoplePages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;
  const show = async (c: AppContext, refused?: { error: AppError; kept: Record<string, string> }) =>
    c.html(
      document(<PeoplePage person={administrator(c)} people={await listPeople(db)} refused={refused} />),
      refused ? problemOf(refused.error).status : 200,
    );

  app.get('/people', (c) => show(c));

  app.post('/people', async (c) => {
    const by = administrator(c);
    const form = await readForm(c);
    try {
      await transact(db, async (trx) => {
        const made = await createPerson(trx, {
          name: form.name ?? '',
          username: form.username ?? '',
          role: form.role as Role,
          password: form.password ?? '',
          ...(form.legalQualificationOn ? { legalQualificationOn: form.legalQualificationOn } : {}),
          ...(form.firstReviewOn ? { firstReviewOn: form.firstReviewOn } : {}),
          ...(form.certificateNumber ? { certificateNumber: form.certificateNumber } : {}),
        });
        await record(trx, by, '建立账号', made);
      });
      return c.redirect('/people', 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return show(c, { error, kept: form });
    }
  });

  app.post('/people/:id/:change', async (c) => {
    const by = administrator(c);
    const form = await readForm(c);
    await transact(db, async (trx) => {
      const person = await findPerson(trx, c.req.param('id'));
      if (!person) throw new AppError('not-found', '没有这个人员，请回到人员列表重新选择。');
      if (person.id === by.id)
        throw new AppError('not-allowed', '不能停用或重设自己的账号，请另一位管理员办理。');
      const change = c.req.param('change');
      if (!['password', 'disable', 'enable'].includes(change)) {
        throw new AppError('not-found', '没有这项操作，请回到人员列表重新选择。');
      }
      if (change === 'password') await resetPassword(trx, person.id, form.password ?? '');
      else await setDisabled(trx, person.id, change === 'disable');
      await record(
        trx,
        by,
        change === 'password' ? '重设口令' : change === 'disable' ? '停用账号' : '启用账号',
        person,
      );
    });
    return c.redirect('/people', 303);
  });

  app.get('/account', (c) => c.html(document(<AccountPage person={signedIn(c)} />)));

  app.post('/account/password', async (c) => {
    const person = signedIn(c);
    const form = await readForm(c);
    try {
      if (form.next !== form.again) {
        throw new AppError('invalid-input', '两次输入的新口令不一致，请重新输入。', {
          faults: [{ path: 'again', expected: '与新口令相同' }],
        });
      }
      await changePassword(
        db,
        { userId: person.id, current: form.current ?? '', next: form.next ?? '' },
        async (trx, change) => {
          await rewrapKey(trx, { by: person, ...change });
          await record(trx, person, '更改口令', person);
        },
      );
      return c.redirect('/sign-in', 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return c.html(document(<AccountPage person={person} error={error} />), problemOf(error).status);
    }
  });
}

function administrator(c: AppContext): Person {
  const person = signedIn(c);
  if (person.role !== 'administrator') throw new AppError('not-allowed', '只有系统管理员可以管理人员。');
  return person;
}

function record(trx: Parameters<typeof appendRecord>[0], by: Person, action: string, about: Person) {
  return appendRecord(trx, {
    actor: by.id,
    actorRole: by.role,
    action,
    object: `person:${about.id}`,
    detail: { name: by.name, username: about.username, role: about.role },
  });
}

function PeoplePage(props: {
  person: Person;
  people: Person[];
  refused?: { error: AppError; kept: Record<string, string> } | undefined;
}) {
  const { person, people, refused } = props;
  const kept = refused?.kept ?? {};
  return (
    <Page title="人员" person={person} active="/people">
      <div class="sheet stack">
        <h1>人员</h1>
        <p class="soft">每人一个账号、一个角色。承办、审核、签署由不同的人完成，管理员不能代办案件。</p>
        <div class="table-wrap">
          <table>
            <thead>
              <tr>
                <th scope="col">姓名</th>
                <th scope="col">用户名</th>
                <th scope="col">角色</th>
                <th scope="col">资格</th>
                <th scope="col">状态</th>
                <th scope="col">操作</th>
              </tr>
            </thead>
            <tbody>
              {people.map((one) => (
                <PersonRow one={one} self={one.id === person.id} />
              ))}
            </tbody>
          </table>
        </div>
        <section class="narrow stack">
          <h2>新增人员</h2>
          <FaultSummary error={refused?.error} />
          <form method="post" action="/people" class="card">
            <Field name="name" label="姓名" value={kept.name} error={refused?.error} required />
            <Field name="username" label="用户名" value={kept.username} error={refused?.error} required />
            <div class="field">
              <label for="field-role">角色</label>
              <select name="role" id="field-role">
                {Object.entries(ROLES).map(([id, name]) => (
                  <option value={id} selected={kept.role === id}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <Field
              name="password"
              label="初始口令"
              type="password"
              hint="10 至 128 个字符，请本人登录后更改"
              error={refused?.error}
              autocomplete="new-password"
              required
            />
            <Field
              name="legalQualificationOn"
              label="法律职业资格取得日"
              type="date"
              hint="审核人员填写"
              value={kept.legalQualificationOn}
              error={refused?.error}
            />
            <Field
              name="firstReviewOn"
              label="初次从事法制审核日"
              type="date"
              hint="审核人员填写"
              value={kept.firstReviewOn}
              error={refused?.error}
            />
            <Field
              name="certificateNumber"
              label="执法证件号"
              value={kept.certificateNumber}
              error={refused?.error}
            />
            <p class="field">
              <button class="primary" type="submit">
                建立账号
              </button>
            </p>
          </form>
        </section>
      </div>
    </Page>
  );
}

function PersonRow({ one, self }: { one: Person; self: boolean }) {
  return (
    <tr>
      <td class="nowrap">
        {one.name} {one.example && <span class="tag tag-accent">示例</span>}
      </td>
      <td>{one.username}</td>
      <td class="nowrap">{ROLES[one.role]}</td>
      <td class="small">
        {[
          one.certificateNumber && `证件 ${one.certificateNumber}`,
          one.legalQualificationOn && `法律职业资格 ${chineseDay(one.legalQualificationOn)}`,
        ]
          .filter(Boolean)
          .join('；')}
      </td>
      <td class="nowrap">{one.disabled ? '已停用' : '在用'}</td>
      <td>
        {!self && (
          <div class="row inline">
            <form method="post" action={`/people/${one.id}/${one.disabled ? 'enable' : 'disable'}`}>
              <button class="tiny" type="submit">
                {one.disabled ? '启用' : '停用'}
              </button>
            </form>
            <form method="post" action={`/people/${one.id}/password`} class="row">
              <input
                type="password"
                name="password"
                aria-label={`${one.name}的新口令`}
                autocomplete="new-password"
              />
              <button class="tiny" type="submit">
                重设口令
              </button>
            </form>
          </div>
        )}
      </td>
    </tr>
  );
}

function AccountPage({ person, error }: { person: Person; error?: AppError }) {
  return (
    <Page title="我的账号" person={person}>
      <div class="sheet narrow stack">
        <h1>我的账号</h1>
        <dl class="facts card">
          <dt>姓名</dt>
          <dd>{person.name}</dd>
          <dt>用户名</dt>
          <dd>{person.username}</dd>
          <dt>角色</dt>
          <dd>{ROLES[person.role]}</dd>
        </dl>
        <h2>更改口令</h2>
        <FaultSummary error={error} />
        <form method="post" action="/account/password" class="card">
          <Field
            name="current"
            label="当前口令"
            type="password"
            error={error}
            autocomplete="current-password"
          />
          <Field
            name="next"
            label="新口令"
            type="password"
            hint="10 至 128 个字符"
            error={error}
            autocomplete="new-password"
          />
          <Field
            name="again"
            label="再输一次新口令"
            type="password"
            error={error}
            autocomplete="new-password"
          />
          <p class="field">
            <button class="primary" type="submit">
              更改口令
            </button>
          </p>
        </form>
        <p class="soft small">更改后须重新登录。签署密钥由口令保护，会随口令一并更换保护。</p>
      </div>
    </Page>
  );
}
