import { chineseDay, type Day } from '../../../law/dates.ts';
import { entryDays, isInForceOn } from './in-force-on.ts';

/** Where an entry stands in the catalogue, its name, and its days against the one it is read on. */
export function EntryHead(props: { name: string; field: string; inForce: [Day] | [Day, Day]; asOf: Day }) {
  const { name, field, inForce, asOf } = props;
  return (
    <>
      <p class="small no-print">
        <a href="/catalogue">事项目录</a> ›{' '}
        <a href={`/catalogue?field=${encodeURIComponent(field)}#tree-${encodeURIComponent(field)}`}>
          {field}
        </a>
      </p>
      <h1>{name}</h1>
      <div class="row inline small">
        {isInForceOn(inForce, asOf) ? (
          <span class="tag tag-green">{chineseDay(asOf)}施行中</span>
        ) : (
          <span class="tag tag-red">{chineseDay(asOf)}不在施行期内</span>
        )}
        <span>条款施行：{entryDays(inForce)}</span>
        <form method="get" class="row inline row-end no-print">
          <label for="field-asOf">按哪一天看</label>
          <input type="date" id="field-asOf" name="asOf" value={asOf} />
          <button class="tiny" type="submit">
            换日期
          </button>
        </form>
      </div>
    </>
  );
}
