import { countWords } from '../../../corpus/versions/change-lines.ts';
import type { KeptChange } from '../../../corpus/versions/kept-changes.ts';
import { chineseMoment } from '../../chinese-moment.ts';

/** The address of one comparison. */
export function changeLink({ title, oldVersion, newVersion }: Omit<KeptChange, 'run'>): string {
  return `/library/changes/between?${new URLSearchParams({ law: title, from: oldVersion, to: newVersion })}`;
}

/** Comparisons as a table: which norm, what changed, how much is to be reread. */
export function ChangeList({ changes }: { changes: KeptChange[] }) {
  return (
    <div class="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">规范</th>
            <th scope="col">版本（通过日）</th>
            <th scope="col">变动</th>
            <th scope="col">须重读</th>
            <th scope="col">比较于</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr>
              <td>
                <a href={changeLink(change)}>{change.title}</a>
              </td>
              <td class="nowrap">
                {change.oldVersion} → {change.newVersion}
              </td>
              <td>{countWords(change.articles)}</td>
              <td class="num">
                {change.affected.length ? (
                  <a href={`${changeLink(change)}#reread`}>{change.affected.length} 处</a>
                ) : (
                  '没有'
                )}
              </td>
              <td class="nowrap">{chineseMoment(change.foundAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
