/** Shorter names are those of many: 王某, 小吃店. */
const LEAST = 4;

/** Whether a name tells one party apart: one that is masked (某, ＊) is that of many. */
export function tellsOneParty(name: string): boolean {
  return [...name].length >= LEAST && !/某|[*＊×]/.test(name);
}
