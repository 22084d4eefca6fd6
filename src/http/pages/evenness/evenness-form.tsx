import { CHOICE_NAMES } from '../choice-names.ts';
import { FieldSelect } from '../field-select.tsx';
import type { EvennessData } from './evenness-data.ts';
import { MEASURES } from './measure-words.ts';

/** What the page is narrowed to. Works without script. */
export function EvennessForm({ data }: { data: EvennessData }) {
  const { query, violations, fields, regions, both } = data;
  return (
    <form method="get" action="/evenness" class="card row inline" aria-label="筛选">
      <FieldSelect fields={fields} chosen={query.field} />
      <label for="field-violation">违法行为</label>
      <select name="violation" id="field-violation">
        {violations.map(({ violation, count }) => (
          <option value={violation} selected={violation === query.violation}>
            {violation}（{count} 件）
          </option>
        ))}
      </select>
      <label for="field-from">决定日自</label>
      <input type="date" name="from" id="field-from" value={query.from} />
      <label for="field-to">至</label>
      <input type="date" name="to" id="field-to" value={query.to} />
      <label for="field-region">地区</label>
      <select name="region" id="field-region">
        <option value="">全部</option>
        {regions.map((region) => (
          <option value={region} selected={region === query.region}>
            {region}
          </option>
        ))}
      </select>
      <label for="field-party">当事人</label>
      <select name="party" id="field-party">
        <option value="">全部</option>
        {Object.entries(CHOICE_NAMES['party.kind'] ?? {}).map(([kind, name]) => (
          <option value={kind} selected={kind === query.party}>
            {name}
          </option>
        ))}
      </select>
      <label for="field-measure">比较</label>
      <select name="measure" id="field-measure">
        {Object.entries(MEASURES).map(([measure, name]) => (
          <option value={measure} selected={measure === query.measure}>
            {name}
          </option>
        ))}
      </select>
      {query.handler && (
        <>
          <label for="field-handler">承办人</label>
          <select name="handler" id="field-handler">
            <option value="">全部</option>
            <option value={query.handler} selected>
              {data.people.get(query.handler) ?? query.handler}
            </option>
          </select>
        </>
      )}
      {both && (
        <>
          <label for="field-data">案件</label>
          <select name="data" id="field-data">
            <option value="real" selected={query.data === 'real'}>
              真实案件
            </option>
            <option value="example" selected={query.data === 'example'}>
              示例案件
            </option>
          </select>
        </>
      )}
      <button type="submit" class="primary">
        查看
      </button>
    </form>
  );
}
