import type { CarryReport } from '../db/backup/back-up-store.ts';

/** What a backup, a restore or a migration tells of rows and the process record. */
export function carryLines({ tables, ledger, ledgerRoot, differences }: CarryReport): string[] {
  const counts = Object.values(tables);
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return [
    `表 ${counts.length} 张，${rows} 行；全过程记录 ${ledger.count} 条，末条摘要 ${ledgerRoot}。`,
    ...(differences.length > 0 ? [`对不上的 ${differences.length} 处：`] : []),
    ...differences.map((difference) => `  ${difference}`),
  ];
}

export function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
