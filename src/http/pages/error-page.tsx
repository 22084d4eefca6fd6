import type { Person } from '../../staff/person.ts';
import type { Problem } from '../problem.ts';
import { document, Page, roomOf } from './page.tsx';

const HEADINGS: Record<Problem['kind'], string> = {
  'invalid-input': '输入有误',
  'not-found': '没有找到',
  'not-signed-in': '请先登录',
  'not-allowed': '您不能做这一步',
  'wrong-stage': '现在还不能做这一步',
  conflict: '内容已有变化',
  limit: '请稍后再试',
  unavailable: '暂时不可用',
  bug: '程序出错',
};

interface Asked {
  person: Person | undefined;
  /** The path that was asked for: the way out leads to its room. */
  path: string;
  /** The page of ours that led here. */
  back: string | undefined;
}

/** The plain page of a refusal or a bug: what happened, what was kept, what to do. */
export function errorPage(problem: Problem, { person, path, back }: Asked) {
  const room = roomOf(path);
  return document(
    <Page title={HEADINGS[problem.kind]} person={person} active={room.href}>
      <div class="sheet narrow stack">
        <h1>{HEADINGS[problem.kind]}</h1>
        <p class="prose">{problem.title}</p>
        {problem.faults.length > 0 && (
          <ul class="card small">
            {problem.faults.map((fault) => (
              <li>
                <code>{fault.path}</code>：{fault.expected}
              </li>
            ))}
          </ul>
        )}
        {problem.kind === 'bug' && problem.requestId && <p class="soft small">编号 {problem.requestId}</p>}
        <p class="row">
          {back && (
            <a class="button" href={back}>
              返回上一页
            </a>
          )}
          <a class="button" href={room.href}>
            {room.href === '/cases' ? '案件列表' : `回到${room.name}`}
          </a>
        </p>
      </div>
    </Page>,
  );
}
