import type { Benchmark, BenchmarkItem } from '../../../corpus/benchmark.ts';
import { FROM_PRINT } from '../../../corpus/benchmarks/read-table.ts';
import { UNITS } from '../../../discretion/spans/fit-range.ts';
import { CitedText } from '../citation-note.tsx';

const PARTS = [
  ['lighter', '从轻'],
  ['ordinary', '一般'],
  ['heavier', '从重'],
] as const;

/** How the table itself says it is to be read: bounds, part of a span, rounding, what cannot be established, general rules. */
export function Conventions({ benchmark, item }: { benchmark: Benchmark; item: BenchmarkItem }) {
  const { boundWords, within, rounding, generalRules } = benchmark;
  return (
    <section class="card stack-small">
      <h2>读表的约定</h2>
      <dl class="facts">
        <dt>以上、以下</dt>
        <dd>
          {boundWords ? (
            <>
              “以上”{bound(boundWords.above)}，“以下”{bound(boundWords.below)}
              <Source text={boundWords.source} />
            </>
          ) : (
            boundsNotStated(benchmark)
          )}
        </dd>
        <dt>幅度之内</dt>
        <dd>
          {within ? (
            <>
              {partWords(within)}
              <Source text={within.source} />
              {within.onlyMax && (
                <>
                  ；只有上限的，
                  {partWords(within.onlyMax)}
                  <Source text={within.onlyMax.source} />
                </>
              )}
              {within.onlyMin && (
                <>
                  ；只有下限的，
                  {PARTS.flatMap(([key, name]) => {
                    const times = within.onlyMin![key];
                    return times === undefined ? [] : [`${name}取下限的 ${times} 倍`];
                  }).join('，')}
                  <Source text={within.onlyMin.source} />
                </>
              )}
            </>
          ) : (
            '本表没有规定从轻、一般、从重各取哪一段，由人在幅度之内裁量'
          )}
        </dd>
        <dt>尾数</dt>
        <dd>
          {rounding ? (
            <>
              舍去不足{UNITS[rounding.to].name}的部分
              <Source text={rounding.source} />
            </>
          ) : (
            '本表没有规定舍入，计算到分'
          )}
        </dd>
        <dt>无法查明的</dt>
        <dd>{item.unknownFactor === 'lowest' ? '经查无法查明的因素，按最低一档' : '待查明，不作推定'}</dd>
        {item.tiers.length > 0 && (
          <>
            <dt>几档都符合</dt>
            <dd>{item.severalTiers === 'heaviest' ? '适用较重的阶次' : '由人判断'}</dd>
          </>
        )}
      </dl>
      {generalRules.length > 0 && (
        <>
          <h3>适用于全部事项的规则</h3>
          <ul class="bullets">
            {generalRules.map(({ text, source }) => (
              <li>
                {text}
                <Source text={source} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="soft small">
        数字出处：{item.figures}。来源：{benchmark.source}
      </p>
    </section>
  );
}

/** Printed tables are read so that neighbouring rows do not meet; typed ones name every bound that is not included. */
function boundsNotStated({ source }: Benchmark): string {
  return source === FROM_PRINT
    ? '表中没有载明；条件按“以上”含本数、“以下”不含本数读，罚款两端都含本数'
    : '本表没有另作规定；各行注明“不含本数”的除外，均包括本数';
}

type Within = NonNullable<Benchmark['within']>;

function partWords(of: Pick<Within, 'lighter' | 'ordinary' | 'heavier'>): string {
  return PARTS.flatMap(([key, name]) => {
    const part = of[key];
    if (!part) return [];
    const ends = part.from === part.to ? [part.from] : [part.from, part.to];
    return [`${name}取 ${ends.map(percent).join('至 ')}`];
  }).join('，');
}

function Source({ text }: { text: string }) {
  return (
    <span class="soft small">
      （<CitedText text={text} />）
    </span>
  );
}

function bound(words: 'includes' | 'excludes'): string {
  return words === 'includes' ? '包括本数' : '不包括本数';
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))}%`;
}
