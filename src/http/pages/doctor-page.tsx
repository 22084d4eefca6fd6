import type { Hono } from 'hono';
import type { Person } from '../../staff/person.ts';
import {
  type AppEnv,
  type AppOptions,
  type DoctorCheck,
  type EvaluationSummary,
  signedIn,
} from '../app-options.ts';
import { document, Page } from './page.tsx';

const STATES: Record<DoctorCheck['state'], { sign: string; name: string; tone: string }> = {
  ok: { sign: '✓', name: '正常', tone: 'met' },
  absent: { sign: '–', name: '未配置', tone: 'not-applicable' },
  broken: { sign: '✕', name: '有故障', tone: 'not-met' },
};

/** What is there and what is not, the trainers' latest figures, and the keys. */
export function addDoctorPages(app: Hono<AppEnv>, options: AppOptions): void {
  app.get('/doctor', async (c) => {
    const person = signedIn(c);
    const checks = (await options.doctor?.())?.checks ?? [];
    return c.html(document(<DoctorPage person={person} checks={checks} />));
  });
  app.get('/evaluation', async (c) => {
    const person = signedIn(c);
    const summary = await options.latestEvaluation?.();
    return c.html(document(<EvaluationPage person={person} summary={summary} />));
  });
  app.get('/keyboard', (c) => c.html(document(<KeyboardPage person={signedIn(c)} />)));
}

function DoctorPage({ person, checks }: { person: Person; checks: DoctorCheck[] }) {
  return (
    <Page title="自检" person={person} active="/doctor">
      <div class="sheet stack">
        <div class="sheet-head">
          <h1>自检</h1>
          <span class="soft">哪些部件在、哪些不在，缺了有什么影响。</span>
        </div>
        {checks.length === 0 ? (
          <p class="note">没有可显示的自检结果，请系统管理员在终端运行 mingcai doctor。</p>
        ) : (
          <div class="table-wrap">
            <table>
              <thead>
                <tr>
                  <th scope="col">部件</th>
                  <th scope="col">状态</th>
                  <th scope="col">情况</th>
                  <th scope="col">怎么办</th>
                </tr>
              </thead>
              <tbody>
                {checks.map((check) => (
                  <tr>
                    <td class="nowrap">{check.name}</td>
                    <td class={`nowrap ${STATES[check.state].tone}`}>
                      {STATES[check.state].sign} {STATES[check.state].name}
                    </td>
                    <td>{check.detail}</td>
                    <td>{check.remedy}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </Page>
  );
}

function EvaluationPage({ person, summary }: { person: Person; summary: EvaluationSummary | undefined }) {
  return (
    <Page title="评测" person={person} active="/evaluation">
      <div class="sheet stack">
        <h1>评测</h1>
        {summary ? (
          <div class="table-wrap">
            <table>
              <caption>{summary.at}</caption>
              <thead>
                <tr>
                  <th scope="col">题组</th>
                  <th scope="col" class="num">
                    题数
                  </th>
                  <th scope="col">指标</th>
                  <th scope="col">结果</th>
                </tr>
              </thead>
              <tbody>
                {summary.suites.map((suite) => (
                  <tr>
                    <td>{suite.suite}</td>
                    <td class="num">{suite.cases}</td>
                    <td>
                      {Object.entries(suite.metrics)
                        .map(([name, value]) => `${name} ${Math.round(value * 1000) / 1000}`)
                        .join('；')}
                    </td>
                    <td class={suite.passed ? 'met' : 'not-met'}>{suite.passed ? '✓ 通过' : '✕ 未通过'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          <div class="empty">
            <h2>还没有评测结果</h2>
            <p>
              评测人员在终端运行 <code>mingcai eval</code>，用 evals
              文件夹中的题组衡量检索、预审和起草的质量。
            </p>
          </div>
        )}
      </div>
    </Page>
  );
}

const KEYS = [
  ['j / k', '下一项 / 上一项发现、事实或事项'],
  ['Enter', '打开所选一项的引用原文，或者展开这一项'],
  ['y', '确认所选发现；核对材料时，确认所选事实并到下一项；找事项时，选这一项'],
  ['n', '不采纳所选发现（光标进入理由，Enter 提交）；核对材料时，剔除所选事实'],
  ['e', '核对材料时，更正所选事实'],
  ['a', '就所选发现询问承办人（光标进入理由，Enter 提交）；承办人用来答复'],
  ['u', '撤回对所选发现的意见；核对材料时，撤销刚才的操作；选定事项后，撤销选定'],
  ['/', '到检索框'],
  ['?', '本页'],
] as const;

function KeyboardPage({ person }: { person: Person }) {
  return (
    <Page title="键盘操作" person={person}>
      <div class="sheet narrow stack">
        <h1>键盘操作</h1>
        <div class="table-wrap">
          <table>
            <thead>
              <tr>
                <th scope="col">按键</th>
                <th scope="col">作用</th>
              </tr>
            </thead>
            <tbody>
              {KEYS.map(([key, does]) => (
                <tr>
                  <td class="nowrap">
                    <kbd>{key}</kbd>
                  </td>
                  <td>{does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Page>
  );
}
