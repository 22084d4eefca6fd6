import type { RowFault } from './item-reading.ts';
import { rankOfHeading } from './rank-of-heading.ts';
import type { TurnedTable } from './ranks-across.ts';
import { sidesIn } from './spans/sides-in.ts';
import { isBlank, TIER_WORDS, tableColumns } from './table-columns.ts';
import { shareOfSpan } from './words/percent-result.ts';
import { plainFines } from './words/plain-fines.ts';
import type { BoundWords } from './words/quantity-in.ts';
import { resultIn } from './words/result-in.ts';
import { sparedInNotes } from './words/spared-in-notes.ts';

/** 较轻（罚款幅度的30%以下）, 严重\n处法定罚款幅度70%以上: the words behind the rank. */
const IN_BRACKETS =
  /[（(【［[](?<fine>[^（）()【】［］[\]]*(?:[%％]|元|分之)[^（）()【】［］[\]]*)[）)】］\]]$/;
const SHARE =
  /^(?:按|处以?|在)*(?:法定)?(?:罚款|处罚|裁量)?幅度(?:内|之内|范围内?)?的?(?<share>[^，。；]*?(?:[%％]|分之)[^，。；]*?)(?:处罚|处以?罚款|的?罚款)?$/;

interface Across {
  at: number;
  rank: string;
  /** The result of the rank, in the words of a cell. */
  fine: string;
}

/**
 * A table with its ranks across the top, each heading with its share of the statutory span or its fine, and the circumstances beneath: turned
 * so that each rank is a row for each of the rows of the item (单位, 个人). `undefined` where the headings say no such thing.
 */
export function ranksWithShares(
  labels: readonly string[],
  grid: readonly string[][],
  {
    bounds,
    notes,
    item,
  }: { bounds: BoundWords | undefined; notes: readonly string[]; item?: string | undefined },
): TurnedTable | { faults: RowFault[] } | undefined {
  const heads = labels.map((label, at) => ({ at, ...rankOfHeading(label), fine: fineOf(label, bounds) }));
  const across = heads.flatMap(({ at, rank, fine }): Across[] => (rank && fine ? [{ at, rank, fine }] : []));
  const names = across.map(({ rank }) => rank);
  if (across.length < 2 || new Set(names).size < names.length) return undefined;
  if (heads.some(({ rank, fine }) => rank && !fine)) return undefined;
  const kept = tableColumns(labels, grid).filter(
    ({ at, holds }) =>
      !across.some((one) => one.at === at) && holds !== 'ignored' && grid.some((row) => !isBlank(row[at])),
  );
  if (
    kept.some(
      ({ holds, beside, head }) => holds === 'tier' || (holds === 'result' && !beside && !/法定/.test(head)),
    )
  )
    return undefined;
  const faults: RowFault[] = [];
  const spared = sparedInNotes(notes, (word) => TIER_WORDS.test(word));
  if (spared === 'unread')
    faults.push({ reason: '说明中写有给予警告、不处罚款的情形，读不懂用于哪些项和阶次' });
  const party = kept.find(({ holds }) => holds === 'party');
  const rows = grid.map((row, at) => ({ row, number: at + 1 })).filter(({ row }) => !row.every(isBlank));
  const turned = rows.flatMap(({ row, number }) => {
    const sides = party ? sidesIn(row[party.at] ?? '') : undefined;
    return across.flatMap(({ at, rank, fine }) => {
      const condition = (row[at] ?? '').trim();
      if (condition === '') faults.push({ row: number, reason: `“${rank}”一格是空的，可能是合并单元格` });
      if (isBlank(condition)) return [];
      const warned =
        spared !== 'unread' &&
        spared.some(
          (one) =>
            one.ranks.includes(rank) &&
            (!one.items || (item !== undefined && one.items.includes(item))) &&
            (!one.who || sides?.includes(one.who)),
        );
      // One row for both sides, and a note for one of them.
      if (warned && (sides?.length ?? 2) > 1 && spared.some(({ who }) => who))
        faults.push({ row: number, reason: `说明中对一方“${rank}”只处警告，而这一行单位和个人写在一起` });
      return [[...kept.map((column) => row[column.at] ?? ''), rank, condition, warned ? '警告' : fine]];
    });
  });
  if (faults.length > 0) return { faults };
  return { labels: [...kept.map(({ head }) => head), '裁量阶次', '适用情形', '处罚标准'], grid: turned };
}

/** The result that a heading lays down for its rank. */
function fineOf(label: string, bounds: BoundWords | undefined): string | undefined {
  const whole = label.replaceAll(/\s/g, '');
  const words = IN_BRACKETS.exec(whole)?.groups?.fine ?? rankOfHeading(label).rest;
  if (!/\d|分之/.test(words)) return undefined;
  const share = SHARE.exec(plainShare(words))?.groups?.share;
  if (share) return shareOfSpan(share, bounds) ? `法定罚款幅度的${share}` : undefined;
  return /元/.test(words) && resultIn(plainFines(words), bounds) ? words : undefined;
}

function plainShare(words: string): string {
  return words.normalize('NFKC').replaceAll(/[（(].*?[）)]/g, '');
}
