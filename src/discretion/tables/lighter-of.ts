import { firstFen, lastFen } from '../clip-to-statute.ts';
import { finesOfTier } from '../spans/range-of-tier.ts';
import type { PenaltyDue, TierResult } from '../tier-result.ts';

/**
 * Which of two results is lighter: first whether there is a penalty at all, then the types, then the fine by its maximum and its
 * minimum, with that of the persons responsible. `open`: a person compares, as where one has the lower maximum and the other the lower minimum.
 * Source: 行政处罚法 37; the order of comparing is practice.
 */
export function lighterOf(old: TierResult, now: TierResult): 'old' | 'new' | 'same' | 'open' {
  if (spared(old) || spared(now)) {
    if (spared(old) && spared(now)) return 'same';
    return spared(now) ? 'new' : 'old';
  }
  if (!old.settled || !now.settled) return 'open';
  const types = compareTypes(old, now);
  if (types !== 'same') return types;
  if ((fined(old) && !old.range) || (fined(now) && !now.range)) return 'open';
  const [[oldLow, oldHigh], [nowLow, nowHigh]] = [ends(old), ends(now)];
  const [[oldLeast, oldMost], [nowLeast, nowMost]] = [besides(old), besides(now)];
  if (oldMost === undefined || nowMost === undefined) return 'open';
  const signs = new Set([
    Math.sign(nowLow - oldLow),
    compare(nowHigh, oldHigh),
    Math.sign(nowLeast - oldLeast),
    compare(nowMost, oldMost),
  ]);
  signs.delete(0);
  if (signs.size === 0) return 'same';
  return signs.size > 1 ? 'open' : signs.has(-1) ? 'new' : 'old';
}

/** No penalty follows: a list of slight violations, or a tier without penalty. */
function spared({ tier, grounds }: TierResult): boolean {
  return grounds.noPenalty === 'must' || tier?.grade === 'no-penalty';
}

function fined(one: TierResult): boolean {
  return !one.tier || finesOfTier(one.tier).length > 0;
}

/** The lowest and the highest whole fen; nothing where there is no fine. */
function ends({ range }: TierResult): [number, number] {
  return range ? [firstFen(range), lastFen(range)] : [0, 0];
}

/** The same of the fine of the persons responsible; without an upper end where it is not known. */
function besides({ responsible }: TierResult): [number, number?] {
  if (!responsible) return [0, 0];
  return responsible.range ? [firstFen(responsible.range), lastFen(responsible.range)] : [0];
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One result asks for all types of the other and more: it is the heavier. Neither does: people compare. */
function compareTypes(old: TierResult, now: TierResult): 'old' | 'new' | 'same' | 'open' {
  const lists = ['required', 'optional', 'open'] as const;
  const found = new Set<'old' | 'new'>();
  for (const list of lists) {
    const [before, after] = [typesIn(old.penalties?.[list]), typesIn(now.penalties?.[list])];
    if (list === 'required') {
      // What must be imposed under one and may be under the other weighs more there.
      for (const type of after) if (!before.has(type)) found.add('old');
      for (const type of before) if (!after.has(type)) found.add('new');
    } else {
      const [mustOld, mustNow] = [typesIn(old.penalties?.required), typesIn(now.penalties?.required)];
      for (const type of after) if (!before.has(type) && !mustOld.has(type)) found.add('old');
      for (const type of before) if (!after.has(type) && !mustNow.has(type)) found.add('new');
    }
  }
  const [only] = found;
  return found.size > 1 ? 'open' : (only ?? 'same');
}

/** Types of penalty but the fine, which is compared by its sum; an order to correct is none. */
function typesIn(due: readonly PenaltyDue[] | undefined): Set<string> {
  const types = (due ?? []).map(({ type, text }) => type ?? text);
  return new Set(types.filter((type) => type !== 'fine' && !ORDER.test(type)));
}

const ORDER = /责令.*改正|改正|教育|约谈|告诫/;
