import type { CaseFile } from '../cases/case-file.ts';
import { type BenchmarkItem, NO_FIRST_DAY } from '../corpus/benchmark.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { type Citation, citationText, sameProvision } from '../law/citation.ts';
import { chineseDay, type Day } from '../law/dates.ts';
import type { Sanction } from '../law/sanction.ts';
import { lawUnderTable, toldOfLaw } from './tables/law-under-table.ts';
import type { DiscretionConflict, MissingFact } from './tier-result.ts';

interface Found {
  sanction?: Sanction;
  conflicts: DiscretionConflict[];
  missing: MissingFact[];
}

/**
 * The penal provision in force on the day among those the file punishes under. With a benchmark item it must be
 * the one that the table rests on, else table and statute do not belong together and nothing is computed; nor is anything on
 * law that no longer stands.
 */
export function sanctionOfCase(
  file: CaseFile,
  book: ReferenceBook,
  on: Day | undefined,
  item: BenchmarkItem | undefined,
): Found {
  const found = amongPunishing(file, book, on, item);
  return on && item
    ? { ...found, conflicts: [...found.conflicts, ...lawConflicts(file, item, book, on)] }
    : found;
}

/** What of the law under an item no longer stands on the day: the item's own provisions, else those of the file. */
function lawConflicts(
  { provisions }: CaseFile,
  item: BenchmarkItem,
  book: ReferenceBook,
  on: Day,
): DiscretionConflict[] {
  const own = item.sanction ? book.sanction(item.sanction) : undefined;
  // The library keeps the spans of its own provisions by their dates; a table prints those of its first day.
  const printed = own && !book.sanctionsOf(own.provision).some(({ id }) => id === own.id);
  const places = [
    ...(own
      ? [
          {
            place: own.provision,
            from: printed && own.inForce[0] > NO_FIRST_DAY ? own.inForce[0] : undefined,
          },
        ]
      : []),
    ...(own ? [] : (provisions?.punishing ?? []).map((place) => ({ place, from: undefined }))),
    ...item.breached.map((place) => ({ place: plainPlace(place), from: undefined })),
  ];
  const told = new Set<string>();
  return places.flatMap(({ place, from }): DiscretionConflict[] => {
    const law = lawUnderTable(place, { from, on }, book);
    if (law.state === 'holds' || told.has(citationText(place))) return [];
    told.add(citationText(place));
    const rest = '裁量基准据以制定的条款';
    return [
      law.state === 'gone'
        ? {
            kind: 'obsolete-statute',
            text: `${rest}${toldOfLaw(place, law)}，该事项不能用于 ${chineseDay(on)} 的行为，只能作为历史查看。`,
            blocks: true,
          }
        : {
            kind: 'obsolete-statute',
            text: `${rest}${toldOfLaw(place, law)}，请核对罚款幅度有无改变后再使用。`,
            blocks: false,
          },
    ];
  });
}

function plainPlace({ law, article, paragraph, item }: BenchmarkItem['breached'][number]): Citation {
  return {
    law,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}

function amongPunishing(
  file: CaseFile,
  book: ReferenceBook,
  on: Day | undefined,
  item: BenchmarkItem | undefined,
): Found {
  const punishing = file.provisions?.punishing ?? [];
  if (punishing.length === 0) {
    return {
      conflicts: [],
      missing: [{ factor: 'provisions.punishing', question: '依据哪一条（款、项）处罚？' }],
    };
  }
  if (!on) return { conflicts: [], missing: [] };
  const known = punishing.flatMap((citation) => book.sanctionOf(citation, on) ?? []);
  // An item whose provision nobody could read rests on whatever the file punishes under.
  if (item?.sanction) {
    const same =
      known.find((sanction) => sanction.id === item.sanction) ?? printedBeside(item, punishing, book, on);
    if (same) return { sanction: same, conflicts: [], missing: [] };
    if (known.length > 0) {
      return {
        conflicts: [
          {
            kind: 'other-sanction',
            text: `案卷依据${citationText(known[0]!.provision)}处罚，而裁量基准“${item.violation}”依据的是另一罚则，请核对处罚依据和基准事项。`,
            blocks: true,
          },
        ],
        missing: [],
      };
    }
  }
  if (known.length === 1) return { sanction: known[0]!, conflicts: [], missing: [] };
  if (known.length > 1) {
    return {
      conflicts: [
        {
          kind: 'several-spans',
          text: `案卷引用了 ${known.length} 个罚则，没有裁量基准时不能确定按哪一个计算，请指明裁量基准事项。`,
          blocks: true,
        },
      ],
      missing: [],
    };
  }
  return {
    conflicts: [
      {
        kind: 'no-sanction',
        text: `罚则库中没有行为日有效的${punishing.map(citationText).join('、')}，不能核对法定幅度。`,
        blocks: false,
      },
    ],
    missing: [],
  };
}

/** The spans that a printed table states itself, where the file punishes under the same provision. */
function printedBeside(
  item: BenchmarkItem,
  punishing: readonly Citation[],
  book: ReferenceBook,
  on: Day,
): Sanction | undefined {
  const printed = book.sanction(item.sanction);
  if (!printed || on < printed.inForce[0] || (printed.inForce[1] !== undefined && on > printed.inForce[1]))
    return undefined;
  const same = punishing.some((place) =>
    sameProvision({ ...place, law: book.titleOf(place.law) ?? place.law }, printed.provision),
  );
  return same ? printed : undefined;
}
