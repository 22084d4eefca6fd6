import { type BenchmarkFault, FAULT_KINDS } from '../../../discretion/check/benchmark-fault.ts';

/** What the check of the table found, each with its row. It asks to be mended and is no error of the page. */
export function FaultList({ faults, name }: { faults: readonly BenchmarkFault[]; name: string }) {
  if (faults.length === 0) return null;
  return (
    <section class="note note-amber">
      <h3 class="unclear">
        ? {name}：发现 {faults.length} 处问题
      </h3>
      <ul class="bullets small">
        {faults.map(({ row, kind, detail }) => (
          <li>
            <strong>{FAULT_KINDS[kind]}</strong> <span class="soft">{row}</span>：{detail}
          </li>
        ))}
      </ul>
      <p class="small soft">请制定或者录入基准的人更正后重新导入；更正之前，程序的结论请人工核对。</p>
    </section>
  );
}

/** The quiet mark in a list. */
export function FaultMark({ count, done, retype }: { count: number; done: boolean; retype: boolean }) {
  if (retype) return <span class="tag tag-amber">? 需要重新录入</span>;
  if (count > 0) return <span class="tag tag-amber">? {count} 处问题</span>;
  return <span class="soft small">{done ? '✓ 未发现' : '检查中'}</span>;
}
