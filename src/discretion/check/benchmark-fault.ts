/** What can be wrong with a table. */
export const FAULT_KINDS = {
  format: '写法',
  // Of the table as a whole.
  validity: '有效期',
  'published-late': '公布在施行之后',
  'duplicate-item': '事项编号重复',
  'no-items': '没有事项',
  within: '阶次内取段',
  // Of the law under it.
  'unknown-sanction': '罚则未知',
  'dead-statute': '罚则不在有效期内',
  'dead-provision': '违反的条款不在有效期内',
  'outside-statute': '越出法定幅度',
  'missing-fine': '缺少应当并处的罚款',
  'type-not-allowed': '罚则没有的处罚种类',
  'mitigation-inside': '减轻的幅度仍在法定幅度内',
  // Of its own parts.
  gap: '缺口',
  overlap: '重叠',
  'empty-span': '空幅度',
  'party-missing': '缺少一类当事人的幅度',
  'dead-tier': '永远用不到的阶次',
  'same-name': '阶次同名',
  order: '阶次编号',
  'grade-order': '等级由重到轻',
  'not-rising': '阶次越重幅度反而越低',
  'undeclared-factor': '未列明的裁量因素',
  'wrong-value': '裁量因素的值',
  'wrong-weight': '权重',
  'needs-retyping': '需要重新录入',
  'too-large': '组合过多',
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

/** One fault of a table: the item (and tier), what kind, and an example that shows it. */
export interface BenchmarkFault {
  row: string;
  kind: FaultKind;
  detail: string;
}

/** Takes the faults of one item, one of each kind and row. */
export class Faults {
  private readonly found = new Map<string, BenchmarkFault>();

  add(kind: FaultKind, row: string, detail: string): void {
    const key = `${kind} ${row}`;
    if (!this.found.has(key)) this.found.set(key, { row, kind, detail });
  }

  list(): BenchmarkFault[] {
    return [...this.found.values()];
  }
}
