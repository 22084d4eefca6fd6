import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { AppError } from '../../errors.ts';
import { type Person, ROLES } from '../../staff/person.ts';
import { assetPath } from '../assets.ts';

interface PageProps {
  title: string;
  person?: Person | undefined;
  /** The address of the navigation entry this page belongs to. */
  active?: string;
  /** The desk fills the window and scrolls by column. */
  desk?: boolean;
  children?: Child;
}

const NAVIGATION = [
  ['/cases', '案件'],
  ['/catalogue', '事项目录'],
  ['/library', '法规库'],
  ['/benchmarks', '裁量基准'],
  ['/evenness', '裁量均衡'],
  ['/rules', '规则'],
  ['/evaluation', '评测'],
  ['/records', '台账'],
  ['/doctor', '自检'],
] as const;

/** The entry of the navigation under which an address stands, the cases where it is none. */
export function roomOf(path: string): { href: string; name: string } {
  const found = NAVIGATION.find(([href]) => path === href || path.startsWith(`${href}/`));
  const [href, name] = found ?? NAVIGATION[0];
  return { href, name };
}

/** The frame of every page. */
export function Page({ title, person, active, desk, children }: PageProps) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · 明裁`}</title>
        <link rel="icon" href={assetPath('mark.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetPath('mingcai.css')} />
        <script type="module" src={assetPath('mingcai.js')} />
      </head>
      <body class={desk ? 'desk-page' : ''}>
        <a class="skip" href="#content">
          跳到正文
        </a>
        {person && (
          <header class="top">
            <a class="brand" href="/cases">
              明裁
            </a>
            <nav aria-label="主导航">
              {NAVIGATION.map(([href, name]) => (
                <a href={href} aria-current={active === href ? 'page' : undefined}>
                  {name}
                </a>
              ))}
              {person.role === 'administrator' && (
                <a href="/people" aria-current={active === '/people' ? 'page' : undefined}>
                  人员
                </a>
              )}
            </nav>
            <UserMenu person={person} />
          </header>
        )}
        <main id="content">{children}</main>
      </body>
    </html>
  );
}

function UserMenu({ person }: { person: Person }) {
  return (
    <details>
      <summary>
        {person.name}（{ROLES[person.role]}）
      </summary>
      <div class="menu">
        <a href="/account">我的账号</a>
        <a href="/keyboard">键盘操作</a>
        <form method="post" action="/sign-out">
          <button type="submit">退出登录</button>
        </form>
      </div>
    </details>
  );
}

/** The whole answer, with its doctype. */
export function document(page: Child) {
  return html`<!doctype html>${page}`;
}

/** What a person sees as the name of a form's field; a path of a case file stands for itself. */
const FIELD_NAMES: Record<string, string> = {
  kind: '种类',
  level: '效力级别',
  text: '内容',
  value: '内容',
  quote: '原文',
  paper: '材料',
  path: '事实',
  reasons: '理由',
  reason: '理由',
  facts: '个案的特殊事实',
  evidence: '证据',
  conclusion: '结论',
  name: '姓名',
  username: '用户名',
  role: '角色',
  password: '口令',
  current: '当前口令',
  next: '新口令',
  again: '再输一次新口令',
  legalQualificationOn: '法律职业资格取得日',
  firstReviewOn: '初次从事法制审核日',
  asOf: '日期',
  decidedOn: '决定日',
  party: '当事人',
  title: '案件名称',
  id: '案件编号',
  agency: '办案机关',
  pages: '页数',
  signedOn: '签名日期',
  person: '签名',
  people: '签名',
  refusalNotedBy: '注明拒绝情况的听证主持人',
};

/** One of several of a kind is numbered. */
function fieldName(path: string): string {
  return FIELD_NAMES[path] ?? FIELD_NAMES[path.replace(/-\d+$/, '')] ?? path;
}

/** What went wrong, on top of the form, with a link to each field. */
export function FaultSummary({ error }: { error?: AppError | undefined }) {
  if (!error) return null;
  return (
    <div class="fault-summary" role="alert" tabindex={-1} id="faults">
      <h2>没有完成</h2>
      <p>{error.message}</p>
      {error.faults.length > 0 && (
        <ul>
          {error.faults.map((fault) => (
            <li>
              <a href={`#field-${fault.path}`}>{fieldName(fault.path)}</a>：应为
              {fault.expected.replace(/^应为/, '')}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface FieldProps {
  name: string;
  label: string;
  type?: string;
  value?: string | undefined;
  hint?: string;
  error?: AppError | undefined;
  autocomplete?: string;
  required?: boolean;
}

/** One labelled input that says what is wrong with it. */
export function Field({
  name,
  label,
  type = 'text',
  value,
  hint,
  error,
  autocomplete,
  required,
}: FieldProps) {
  const fault = error?.faults.find((entry) => entry.path === name);
  return (
    <div class="field">
      <label for={`field-${name}`}>
        {label} {hint && <span class="hint">{hint}</span>}
      </label>
      <input
        id={`field-${name}`}
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        required={required}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `fault-${name}` : undefined}
      />
      {fault && (
        <p class="fault" id={`fault-${name}`}>
          应为{fault.expected.replace(/^应为/, '')}
        </p>
      )}
    </div>
  );
}
