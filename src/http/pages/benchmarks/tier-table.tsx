import type { BenchmarkItem } from '../../../corpus/benchmark.ts';
import { finesBesideTier, finesOfTier, type TierFine } from '../../../discretion/spans/range-of-tier.ts';
import { tierLabel } from '../../../discretion/tier-label.ts';
import { GRADES, PENALTY_TYPES } from '../../../law/penalties.ts';
import { Mark, markClass } from './mark.tsx';
import type { TableMarks } from './table-marks.ts';
import { tierFineWords } from './tier-fine-words.ts';

type Side = 'unit' | 'person';

/** The tiers as the printed table has them: a column for units and one for persons where their fines differ, one for the persons responsible. */
export function TierTable({ item, marks }: { item: BenchmarkItem; marks?: TableMarks | undefined }) {
  const { tiers } = item;
  const split = tiers.some((tier) => finesOfTier(tier).some(({ party }) => party));
  const sides: (Side | undefined)[] = split ? ['unit', 'person'] : [undefined];
  const beside = tiers.some((tier) => finesBesideTier(tier).length > 0);
  const extra = tiers.some((tier) => tier.extra.length > 0);
  const mayAdd = tiers.some((tier) => (tier.mayAdd ?? []).length > 0);
  return (
    <section class="table-wrap" tabindex={0} aria-label="阶次表">
      <table class="benchmark-table">
        <caption class="visually-hidden">阶次</caption>
        <thead>
          <tr>
            <th scope="col">阶次</th>
            <th scope="col">适用情形</th>
            {sides.map((side) => (
              <th scope="col">{side === 'unit' ? '罚款（单位）' : side ? '罚款（个人）' : '罚款'}</th>
            ))}
            {beside && <th scope="col">罚款（责任人员）</th>}
            {extra && <th scope="col">另应给予</th>}
            {mayAdd && <th scope="col">另可给予</th>}
            <th scope="col">等级</th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier) => (
            <tr class={markClass(marks?.tiers.get(tier), 'tier-row')}>
              <td class="nowrap">
                <Mark state={marks?.tiers.get(tier)} />
                {tierLabel(tier.name)}
              </td>
              <td>{tier.conditions}</td>
              {sides.map((side) => (
                <FineCell
                  fines={finesOfTier(tier).filter(({ party }) => !side || !party || party === side)}
                  none={finesOfTier(tier).length === 0 ? '不罚款' : '—'}
                  item={item}
                  marks={marks}
                />
              ))}
              {beside && <FineCell fines={finesBesideTier(tier)} none="—" item={item} marks={marks} />}
              {extra && <td>{tier.extra.map(penaltyName).join('、') || '—'}</td>}
              {mayAdd && <td>{(tier.mayAdd ?? []).map(penaltyName).join('、') || '—'}</td>}
              <td class="nowrap">{GRADES[tier.grade]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  fines: TierFine[];
  /** What the cell says without any. */
  none: string;
  item: BenchmarkItem;
  marks: TableMarks | undefined;
}

function FineCell({ fines, none, item, marks }: CellProps) {
  const words = fines.map((fine) => ({ text: tierFineWords(fine, item), mark: marks?.fines.get(fine) }));
  if (words.length === 0) return <td>{none}</td>;
  if (words.length === 1) {
    return (
      <td class={markClass(words[0]?.mark)}>
        <Mark state={words[0]?.mark} />
        {words[0]?.text}
      </td>
    );
  }
  return (
    <td>
      {words.map(({ text, mark }) => (
        <div class={markClass(mark)}>
          <Mark state={mark} />
          {text}
        </div>
      ))}
    </td>
  );
}

function penaltyName(words: string): string {
  return Object.hasOwn(PENALTY_TYPES, words) ? PENALTY_TYPES[words as keyof typeof PENALTY_TYPES] : words;
}
