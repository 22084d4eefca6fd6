import type { CaseFile } from '../cases/case-file.ts';
import type { BenchmarkItem } from '../corpus/benchmark.ts';
import { regionTold } from '../corpus/like-cases/region-told.ts';
import { tellsOneParty } from '../corpus/like-cases/tells-one-party.ts';
import type { PastCase } from '../corpus/past-cases.ts';
import { citationShort, sameProvision } from '../law/citation.ts';
import type { Day } from '../law/dates.ts';
import { BASE_NAMES } from '../law/fine-range.ts';
import { fen } from '../law/money.ts';
import type { Grade } from '../law/penalties.ts';
import type { Penalty } from '../law/sanction.ts';
import { factorLabel } from './factor-label.ts';
import { shareOfSpan } from './place-amount.ts';
import { bigrams, cosine } from './text-similarity.ts';

/** How far one aspect agrees (0 to 1), what it weighs, and why in words. */
export interface Likeness {
  aspect: 'item' | 'provision' | 'circumstances' | 'facts' | 'field' | 'region';
  share: number;
  weight: number;
  text: string;
}

/** 类案 with the reasons for its place in the list. `fine` in yuan. */
export interface LikeCase {
  id: string;
  title: string;
  example: boolean;
  agency: string;
  decidedOn: Day;
  violation: string;
  sameItem: boolean;
  /** Decided against the party of this case, by a name that is not masked. */
  sameParty?: true;
  score: number;
  why: Likeness[];
  facts: string;
  penalties: Penalty[];
  tier?: string;
  grade?: Grade;
  fine?: number;
  /** Fine ÷ statutory minimum, where there is one. */
  timesMinimum?: number;
  /** (fine − min) ÷ (max − min) of the statute on the act's day. */
  share?: number;
  reasons: string;
  deviation?: string;
}

const WEIGHTS = { item: 0.3, provision: 0.2, circumstances: 0.15, facts: 0.25, field: 0.05, region: 0.05 };
/** Below this the two cases share little but the field. */
const LEAST_SCORE = 0.2;

/**
 * The past cases most like this one, best first. Every aspect is weighed openly; what either file does not say
 * adds nothing. `item` is the case's benchmark item, for the names of its factors. Like cases inform (BENCHMARKS: information only), they decide nothing.
 */
export function likeCases(
  file: CaseFile,
  cases: readonly PastCase[],
  options: { limit?: number; item?: BenchmarkItem } = {},
): LikeCase[] {
  const words = bigrams(factsText(file));
  return cases
    .filter((past) => past.id !== file.id && past.title !== file.title)
    .map((past) => likeCase(file, past, likenesses(file, past, words, options.item)))
    .filter((like) => like.score >= LEAST_SCORE)
    .sort(
      (a, b) =>
        b.score - a.score ||
        (a.decidedOn < b.decidedOn ? 1 : a.decidedOn > b.decidedOn ? -1 : a.id < b.id ? -1 : 1),
    )
    .slice(0, options.limit ?? 10);
}

function factsText(file: CaseFile): string {
  return [file.cause, file.violation.name, file.violation.facts ?? ''].join('。');
}

function isSameItem(file: CaseFile, past: PastCase): boolean {
  return (
    (file.benchmarkItem !== undefined && file.benchmarkItem === past.benchmarkItem) ||
    (file.violation.itemCode !== undefined && file.violation.itemCode === past.itemCode)
  );
}

function likenesses(
  file: CaseFile,
  past: PastCase,
  words: Map<string, number>,
  item?: BenchmarkItem,
): Likeness[] {
  const sameItem = isSameItem(file, past);
  const shared = past.punishing.filter((one) =>
    file.provisions?.punishing?.some((other) => sameProvision(one, other)),
  );
  const circumstances = circumstancesAlike(file, past, item);
  const facts = cosine(words, bigrams(`${past.violation}。${past.facts}`));
  const region = regionAlike(file.agency.region ?? file.violation.region, past.region);
  return [
    say('item', sameItem ? 1 : 0, sameItem ? `同一违法事项：${past.violation}` : '违法事项不同'),
    say(
      'provision',
      shared.length > 0 ? 1 : 0,
      shared[0] ? `同一处罚依据：${citationShort(shared[0])}` : '处罚依据不同',
    ),
    say('circumstances', circumstances.share, circumstances.text),
    say('facts', facts, `事实文字相近 ${Math.round(facts * 100)}%`),
    say(
      'field',
      file.field === past.field ? 1 : 0,
      file.field === past.field ? '同一执法领域' : '执法领域不同',
    ),
    say('region', region.share, region.text),
  ];
}

function say(aspect: Likeness['aspect'], share: number, text: string): Likeness {
  return { aspect, share, weight: WEIGHTS[aspect], text };
}

/**
 * Circumstances known on both sides (words equal or not, numbers by the smaller over the larger), over all that either
 * side knows: one fact in common among many says little.
 */
function circumstancesAlike(
  file: CaseFile,
  past: PastCase,
  item?: BenchmarkItem,
): { share: number; text: string } {
  const ours: Record<string, unknown> = { ...file.circumstances?.factors };
  const theirs: Record<string, unknown> = { ...past.factors };
  for (const base of BASE_NAMES) {
    ours[base] ??= file.violation.amounts?.[base]?.yuan;
    theirs[base] ??= past.amounts[base];
  }
  const common = Object.keys(theirs).filter((name) => theirs[name] !== undefined && ours[name] !== undefined);
  if (common.length === 0) return { share: 0, text: '没有可比的情节' };
  const known = new Set(
    [...Object.keys(theirs), ...Object.keys(ours)].filter(
      (name) => theirs[name] !== undefined || ours[name] !== undefined,
    ),
  );
  const shares = common.map((name) => valueAlike(ours[name], theirs[name]));
  const alike = common.filter((_, index) => shares[index]! >= 0.8).map((name) => factorLabel(name, item));
  return {
    share: shares.reduce((sum, share) => sum + share, 0) / known.size,
    text: alike.length > 0 ? `情节相近：${alike.join('、')}` : `可比情节 ${common.length} 项，均有差异`,
  };
}

function valueAlike(a: unknown, b: unknown): number {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b ? 1 : 0;
  const larger = Math.max(Math.abs(a), Math.abs(b));
  return larger === 0 ? 1 : Math.min(Math.abs(a), Math.abs(b)) / larger;
}

function regionAlike(ours: string | undefined, theirs: string): { share: number; text: string } {
  if (!ours) return { share: 0, text: '本案未写明地区' };
  if (ours === theirs) return { share: 1, text: '同一地区' };
  const common = regionTold(ours, theirs);
  return common ? { share: 0.5, text: `同在${common}` } : { share: 0, text: '地区不同' };
}

function isSameParty({ party }: CaseFile, past: PastCase): boolean {
  return party.kind === past.party.kind && party.name === past.party.name && tellsOneParty(party.name);
}

function likeCase(file: CaseFile, past: PastCase, why: Likeness[]): LikeCase {
  const fines = past.penalties.filter((penalty) => penalty.type === 'fine' && penalty.amount !== undefined);
  const fine = fines.length > 0 ? fines.reduce((sum, penalty) => sum + fen(penalty.amount!), 0) : undefined;
  const min = past.statutory?.min === undefined ? undefined : fen(past.statutory.min);
  const max = past.statutory?.max === undefined ? undefined : fen(past.statutory.max);
  const share =
    fine === undefined
      ? undefined
      : shareOfSpan(fine, {
          ...(min === undefined ? {} : { min }),
          ...(max === undefined ? {} : { max }),
          minInclusive: true,
          maxInclusive: true,
        });
  return {
    id: past.id,
    title: past.title,
    example: past.example,
    agency: past.agency,
    decidedOn: past.decidedOn,
    violation: past.violation,
    sameItem: why.some((one) => one.aspect === 'item' && one.share === 1),
    ...(isSameParty(file, past) ? { sameParty: true as const } : {}),
    score: why.reduce((sum, one) => sum + one.share * one.weight, 0),
    why,
    facts: past.facts,
    penalties: past.penalties.map(({ type, amount }) => (amount === undefined ? { type } : { type, amount })),
    ...(past.tier ? { tier: past.tier } : {}),
    ...(past.grade ? { grade: past.grade } : {}),
    ...(fine === undefined ? {} : { fine: fine / 100 }),
    ...(fine !== undefined && min ? { timesMinimum: fine / min } : {}),
    ...(share === undefined ? {} : { share }),
    reasons: past.reasons,
    ...(past.deviation ? { deviation: past.deviation } : {}),
  };
}
