import type { CaseFile } from '../../cases/case-file.ts';
import { evaluate } from '../../law/condition.ts';
import { type FenRange, resolveRange } from '../../law/fine-range.ts';
import type { PenaltyType } from '../../law/penalties.ts';
import type { Sanction, SanctionFine } from '../../law/sanction.ts';
import type { CaseFactors } from '../case-factors.ts';
import { firstFen, lastFen } from '../clip-to-statute.ts';
import { roleOf } from '../spans/role-of.ts';
import { sideOf } from '../spans/side-of.ts';
import { finesBeside, finesFor } from '../statutory-range.ts';
import { statedRange } from '../tier-result.ts';
import { typeLevel } from './type-levels.ts';

export type LighterLaw = 'old' | 'new' | 'same' | 'open';

export interface ComparedLaws {
  lighter: LighterLaw;
  /** 《…》 50,000 元以上…: what each threatens on these facts, as far as it is known. */
  old: string;
  now: string;
}

type Facts = Pick<CaseFactors, 'values' | 'sums'>;
type Party = Pick<CaseFile, 'party' | 'circumstances'>;

/** -1: the new law is the milder one here; `undefined`: nobody can say. */
type Sign = -1 | 0 | 1 | undefined;

/** A warning may stand instead of a fine or beside it: whether one more is heavier nobody can tell. */
const SOFT: readonly PenaltyType[] = ['warning', 'public-criticism'];

/**
 * Which of two penal provisions is lighter for this party and these facts: the types, whether they must follow, the fine of the persons
 * responsible, the maximum and the minimum. Only what is lighter in all of them is; signs on both sides are for people.
 * Source: 行政处罚法 37; RULES 7(4).
 */
export function compareLaws(old: Sanction, now: Sanction, file: Party, facts: Facts): ComparedLaws {
  const [before, after] = [spansOf(old, file, facts), spansOf(now, file, facts)];
  const hard: Sign[] = [
    ...typesOf(old, now).map((type) =>
      bySteps(typeLevel(old, type, facts.values), typeLevel(now, type, facts.values)),
    ),
    ...compareSpans(before, after),
    ...(file.party.kind === 'organisation' ? compareSpans(besideOf(old, facts), besideOf(now, facts)) : []),
    detained(now) === detained(old) ? 0 : detained(now) ? 1 : -1,
  ];
  const soft = SOFT.some((type) => old.types.includes(type) !== now.types.includes(type));
  return { lighter: verdict(hard, soft), old: told(before), now: told(after) };
}

function verdict(signs: readonly Sign[], soft: boolean): LighterLaw {
  if (signs.includes(undefined)) return 'open';
  const [lighter, heavier] = [signs.includes(-1), signs.includes(1)];
  if (lighter && heavier) return 'open';
  if (lighter) return 'new';
  if (heavier) return 'old';
  return soft ? 'open' : 'same';
}

/** Gains are confiscated under the general law anyhow, and detention is no penalty of the agency. */
function typesOf({ types: old }: Sanction, { types: now }: Sanction): PenaltyType[] {
  const own = new Set([...old, ...now]);
  for (const type of [...SOFT, 'confiscate-gains', 'detention'] as const) own.delete(type);
  return [...own];
}

function bySteps(old: readonly [number, number], now: readonly [number, number]): Sign {
  const signs = new Set([Math.sign(now[0] - old[0]), Math.sign(now[1] - old[1])]);
  signs.delete(0);
  if (signs.size > 1) return undefined;
  return ([...signs][0] ?? 0) as Sign;
}

/** The spans that the facts leave possible, in fen; `undefined` where one of them cannot be reckoned or the party's role is not known. */
type Spans = FenRange[] | undefined;

function spansOf(sanction: Sanction, file: Party, facts: Facts): Spans {
  const role = roleOf(sanction, file);
  if (role === 'asked' || role === 'outside') return undefined;
  const side = sideOf(file, sanction);
  const fines = role === 'responsible' ? finesBeside(sanction) : finesFor(sanction, side);
  // Without a side, or with none of its spans for this party, another place may hold the fine.
  if (!side && fines.some(({ party }) => party)) return undefined;
  return fines.length === 0 && sanction.fines.length > 0 ? undefined : possible(fines, facts);
}

function besideOf(sanction: Sanction, facts: Facts): Spans {
  return possible(finesBeside(sanction), facts);
}

function possible(fines: readonly SanctionFine[], { values, sums }: Facts): Spans {
  const spans = fines
    .filter(({ when }) => !when || evaluate(when, values) !== false)
    .map(({ range }) => resolveRange(range, sums, values));
  return spans.some((span) => span === undefined) ? undefined : (spans as FenRange[]);
}

/** The maximum and the minimum, each as a sign that holds whichever of the possible spans it is. */
function compareSpans(old: Spans, now: Spans): Sign[] {
  if (!old || !now) return [undefined];
  const pairs = ends(old).flatMap((before) => ends(now).map((after) => [before, after] as const));
  return [1, 0].map((end) => {
    const signs = new Set(
      pairs.map(([before, after]) => (after[end]! > before[end]! ? 1 : after[end]! < before[end]! ? -1 : 0)),
    );
    const [sign] = signs;
    return signs.size === 1 ? sign : undefined;
  });
}

/** The lowest and the highest whole fen; no span is no fine. */
function ends(spans: readonly FenRange[]): (readonly [number, number])[] {
  return spans.length === 0 ? [[0, 0]] : spans.map((span) => [firstFen(span), lastFen(span)]);
}

function detained({ types, also = [] }: Sanction): boolean {
  return types.includes('detention') || also.some(({ text }) => text.includes('拘留'));
}

function told(spans: Spans): string {
  if (!spans) return '罚款幅度尚不能确定';
  if (spans.length === 0) return '没有罚款';
  return `罚款${spans.map((span) => statedRange(span).text).join('，或者')}`;
}
