import { type Benchmark, hasNoFirstDay } from '../../corpus/benchmark.ts';
import type { BenchmarkFault } from './benchmark-fault.ts';

/** What is wrong with the table as a whole: its days, its numbering, its conventions. */
export function checkTable(benchmark: Benchmark): BenchmarkFault[] {
  const { id, inForce, publishedOn, items, noPenalty, supersedes, within } = benchmark;
  const faults: BenchmarkFault[] = [];
  const add = (kind: BenchmarkFault['kind'], row: string, detail: string) =>
    faults.push({ row, kind, detail });
  if (hasNoFirstDay(benchmark))
    add('validity', id, '没有写明施行日，所依据的条款当时是否有效不能核对；可在导入的对应关系中写明 from。');
  if (inForce.to !== undefined && inForce.to < inForce.from)
    add('validity', id, `失效日 ${inForce.to} 早于施行日 ${inForce.from}。`);
  if (publishedOn !== undefined && publishedOn > inForce.from)
    add('published-late', id, `${publishedOn} 公布，却自 ${inForce.from} 起施行；公布前不得作为裁量的依据。`);
  if (supersedes.includes(id)) add('validity', id, '写明取代的是它自己。');
  if (items.length === 0 && noPenalty.length === 0) add('no-items', id, '没有任何事项。');
  const seen = new Set<string>();
  for (const { id: row } of [...items, ...noPenalty]) {
    if (seen.has(row)) add('duplicate-item', row, '事项编号重复，请改为不同的编号。');
    seen.add(row);
  }
  const shares = [within, within?.onlyMax].map(
    (of) =>
      [
        ['从轻', of?.lighter],
        ['一般', of?.ordinary],
        ['从重', of?.heavier],
      ] as const,
  );
  for (const parts of shares) checkParts(parts, add, id);
  const { lighter, ordinary, heavier } = within?.onlyMin ?? {};
  const times = [lighter, ordinary, heavier].flatMap((one) => one ?? []);
  if (times.some((one, index) => index > 0 && one < times[index - 1]!))
    add('within', id, '只有下限的幅度，从轻、一般、从重所取的倍数应当由低到高。');
  return faults;
}

function checkParts(
  parts: readonly (readonly [string, { from: number; to: number } | undefined])[],
  add: (kind: BenchmarkFault['kind'], row: string, detail: string) => void,
  id: string,
): void {
  let before: readonly [string, { from: number; to: number }] | undefined;
  for (const [name, part] of parts) {
    if (!part) continue;
    if (part.from > part.to) add('within', id, `${name}一段的下端 ${part.from} 大于上端 ${part.to}。`);
    if (before && (part.from < before[1].from || part.to < before[1].to))
      add('within', id, `${name}一段（${part.from} 至 ${part.to}）低于${before[0]}一段。`);
    before = [name, part];
  }
}
