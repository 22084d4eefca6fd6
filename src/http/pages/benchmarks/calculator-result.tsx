import { raw } from 'hono/html';
import type { BenchmarkItem } from '../../../corpus/benchmark.ts';
import type { CalculatorData } from './calculator-data.ts';
import { fieldName } from './calculator-query.ts';
import { Changes, Conflicts, Penalties, PossibleTiers, Questions, Steps } from './discretion-parts.tsx';
import { headlineWords, rangeWords, statusWords } from './result-words.ts';

/** What follows from the facts of the form. The script puts a new one in its place; the line of status stays and is read out. */
export function CalculatorResult({ item, data }: { item: BenchmarkItem; data: CalculatorData }) {
  return (
    <section class="calculator-result" id="result" aria-label="结果" tabindex={0}>
      <p class="visually-hidden" role="status" aria-live="polite" id="calculator-status">
        {data.answer ? statusWords(data.answer.result) : ''}
      </p>
      <div class="stack" id="calculation">
        <CalculatorFaults data={data} />
        {item.needsRetyping !== undefined && (
          <p class="note note-amber">
            <strong>? 这一事项需要重新录入，不能计算。</strong> {item.needsRetyping}
          </p>
        )}
        <Answer data={data} />
      </div>
    </section>
  );
}

function Answer({ data: { answer, fields, state } }: { data: CalculatorData }) {
  if (!answer) return null;
  const { result, plot } = answer;
  const ids = new Set(fields.map(({ name }) => name));
  return (
    <>
      <section class="card stack-small">
        <div class="row">
          <h2>结果</h2>
          <span class="tag">规则</span>
        </div>
        <p class="big">{headlineWords(result)}</p>
        <dl class="facts">
          <dt>裁量幅度</dt>
          <dd>{rangeWords(result)}</dd>
          <dt>法定幅度</dt>
          <dd>{result.statutory?.text ?? '未能计算'}</dd>
        </dl>
        <Penalties result={result} />
        {result.grounds.noPenalty === 'may' && <p class="note">可以不予处罚，由人决定并写明理由。</p>}
        <p class="soft small">程序给出阶次与幅度；罚款数额由人在幅度之内提出和决定。</p>
      </section>
      <Conflicts result={result} />
      <Questions
        result={result}
        link={(factor) =>
          ids.has(factor) ? (
            <a href={`#field-${fieldName({ name: factor })}`}>填写</a>
          ) : factor === 'agency.region' && state.region !== undefined ? (
            <a href="#field-region">填写</a>
          ) : factor.startsWith('circumstances.grounds') ? (
            <a href="#field-g">填写</a>
          ) : null
        }
      />
      <PossibleTiers result={result} />
      {plot && (
        <figure class="card plot">
          {raw(plot.svg)}
          <figcaption class="small soft">{plot.summary}</figcaption>
        </figure>
      )}
      <Steps result={result} />
      <Changes result={result} />
    </>
  );
}

function CalculatorFaults({ data: { fields, state } }: { data: CalculatorData }) {
  if (state.faults.length === 0) return null;
  const names = new Map([
    ['on', '行为日'],
    ['party', '当事人'],
    ['region', '执法机关的地区'],
    ['g', '已认定的情形'],
    ...fields.map((field) => [fieldName(field), field.label] as const),
  ]);
  return (
    <div class="fault-summary" role="alert" tabindex={-1} id="faults">
      <h2>有 {state.faults.length} 处看不懂，没有计算</h2>
      <p>已经填写的都保留着，请更正下列各处：</p>
      <ul>
        {state.faults.map(({ path, expected }) => (
          <li>
            <a href={`#field-${path}`}>{names.get(path) ?? path}</a>：{expected}
          </li>
        ))}
      </ul>
    </div>
  );
}
