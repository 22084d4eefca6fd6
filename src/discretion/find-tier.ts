import type { CaseFile } from '../cases/case-file.ts';
import type { BenchmarkItem } from '../corpus/benchmark.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { citationText } from '../law/citation.ts';
import { chineseDay, type Day, dayOf } from '../law/dates.ts';
import type { Sanction, SanctionFine } from '../law/sanction.ts';
import { AS_RESPONSIBLE } from '../law/sanction-conditions.ts';
import { type CaseFactors, caseFactors } from './case-factors.ts';
import { conditionsOfItem } from './conditions-of-item.ts';
import { groundsOfCase } from './grounds-of-case.ts';
import { impossibleFacts } from './impossible-facts.ts';
import { itemOfCase } from './item-of-case.ts';
import { tellNewerLaw } from './laws/tell-newer-law.ts';
import { isPerUnit, isWeighted } from './method-of-item.ts';
import { settleNoPenalty } from './penalties/settle-no-penalty.ts';
import { conditionsOfTypes, settlePenalties } from './penalties/settle-penalties.ts';
import { settleResponsible } from './penalties/settle-responsible.ts';
import { oldAndNewPlace } from './penalty-law-place.ts';
import { placeAmount } from './place-amount.ts';
import { sanctionOfCase } from './sanction-of-case.ts';
import { settleRange } from './settle-range.ts';
import { settleTier } from './settle-tier.ts';
import { isForResponsible, type Role, roleOf } from './spans/role-of.ts';
import { sideOf } from './spans/side-of.ts';
import { statuteForResponsible } from './spans/statute-for-responsible.ts';
import { stateStatute, withoutBase } from './state-statute.ts';
import { statuteOfTier } from './statute-of-tier.ts';
import { finesBeside, finesFor, type StatutoryRange, statutoryRange, switchesOf } from './statutory-range.ts';
import { type Reckon, settleTables } from './tables/settle-tables.ts';
import { tablesAfter } from './tables/tables-after.ts';
import type { TableItem } from './tables/tables-beside.ts';
import type { DiscretionConflict, TierResult } from './tier-result.ts';
import { settleUnits } from './units/settle-units.ts';
import { settleWeights } from './weights/settle-weights.ts';
import { whatWouldChange } from './what-would-change.ts';

export interface FindTierInput {
  file: CaseFile;
  book: ReferenceBook;
  /** The day whose law and table govern. Default: the act's (last) day. */
  on?: Day;
  /** The day on which is decided, for a table newer than the act. Default: that of the file's decision. */
  decidedOn?: Day;
  /** False where nobody reads what would change, as when many cases are placed at once. */
  changes?: boolean;
}

/**
 * Facts and circumstances → tier of the benchmark → span of fines, clipped to the statute. Pure and exact to the
 * fen. A missing fact leaves several tiers open and is named; nothing is assumed, and no amount is chosen.
 * Sources: 行政处罚法 5(2), 30 to 34, 37; the table's own conventions.
 */
export function findTier(input: FindTierInput): TierResult {
  const { file, book } = input;
  const result = reckon(input);
  const { on, benchmark, item } = result;
  if (!on) return result;
  // Whoever names the day compares versions himself.
  const decidedOn = input.on ? undefined : (input.decidedOn ?? file.decision?.date);
  const days = decidedOn && decidedOn > on ? { on, decidedOn } : undefined;
  const later = days && benchmark && item ? tablesAfter({ benchmark, item }, file, book, days) : [];
  const tables = later.map((one) => one.item);
  const law = days && tellNewerLaw(result, file, tables, days, book);
  if (!benchmark || !item || result.conflicts.some(({ blocks }) => blocks)) return result;
  const reckonOther: Reckon = (table, day) =>
    reckon({
      file: asUnder(table, file, book),
      book,
      on: day,
      changes: false,
      ...(decidedOn ? { decidedOn } : {}),
    });
  settleTables(result, file, book, { on, decidedOn }, reckonOther, { later, law });
  return result;
}

/** The file with another table's item, and with the provision that this rests on beside those it punishes under. */
function asUnder({ item }: TableItem, file: CaseFile, book: ReferenceBook): CaseFile {
  const punishing = file.provisions?.punishing ?? [];
  const own = book.sanction(item.sanction)?.provision;
  const under = own && punishing.length > 0 ? [...punishing, own] : punishing;
  return { ...file, benchmarkItem: item.id, provisions: { ...file.provisions, punishing: under } };
}

/** The case by its own table alone. */
function reckon({ file, book, on: givenDay, decidedOn, changes = true }: FindTierInput): TierResult {
  const on = givenDay ?? actDay(file);
  // Without a decision it is still to come, under the text of today.
  const decided = decidedOn ?? file.decision?.date;
  const result: TierResult = {
    ...(on ? { on } : {}),
    possibleTiers: [],
    grounds: { mayMitigate: false, heavier: false },
    steps: [],
    missing: [],
    whatWouldChange: [],
    conflicts: [],
  };
  if (on) {
    result.steps.push({
      step: givenDay ? '适用的日期' : '行为日（终了日）',
      value: chineseDay(on),
      basis: oldAndNewPlace(decided),
    });
  } else {
    result.missing.push({ factor: 'violation.endedOn', question: '违法行为发生或者终了于哪一天？' });
  }

  const found = itemOfCase(file, book, on);
  result.steps.push(...found.steps);
  result.conflicts.push(...found.conflicts);
  if (found.item) Object.assign(result, { item: found.item, benchmark: found.benchmark });
  const punishing = sanctionOfCase(file, book, on, found.item);
  result.conflicts.push(...punishing.conflicts);
  result.missing.push(...punishing.missing);
  const sanction = punishing.sanction;
  if (sanction) result.sanction = sanction;

  const role = sanction ? roleOf(sanction, file) : 'offender';
  if (role === 'responsible') result.asResponsible = true;
  if (role === 'outside') result.conflicts.push(onlyUnits(sanction!));
  const fines = sanction ? finesOfRole(sanction, role, file) : [];
  const facts = caseFactors(file, found.item, [
    ...(found.item ? conditionsOfItem(found.item) : []),
    ...switchesOf(fines),
    ...(sanction ? [...conditionsOfTypes(sanction), ...switchesOf(finesBeside(sanction))] : []),
  ]);
  result.conflicts.push(...facts.conflicts, ...impossibleFacts(found.item, facts));
  const usable = found.item && !result.conflicts.some((conflict) => conflict.blocks);

  const asked: StatutoryRange | undefined =
    role === 'asked'
      ? { state: 'missing', factors: [AS_RESPONSIBLE] }
      : sanction && withoutBase(statutoryRange(fines, facts.values, facts.sums));
  const byTier =
    asked?.state === 'missing' && role !== 'asked' && usable && found.item
      ? statuteOfTier(found.item, fines, facts, sideOf(file, sanction))
      : undefined;
  const statute = byTier ?? asked;
  if (statute) stateStatute(result, statute, facts, fines);
  if (byTier) {
    result.steps.push({
      step: '法定幅度的选择',
      value: '条款按情节是否严重分别规定幅度，该阶次的幅度只在其中这一幅度之内，即基准已按此区分；请核对',
      basis: `《${result.benchmark!.name}》`,
    });
  }
  const {
    steps: groundSteps,
    missing: groundQuestions,
    conflicts,
    ...grounds
  } = groundsOfCase(file, on, decided);
  result.grounds = grounds;
  result.conflicts.push(...conflicts);
  const empty = result.conflicts.some((conflict) => conflict.kind === 'empty-span');
  if (usable && !empty && found.item && on) {
    settleItem(result, file, found.item, facts);
    if (result.settled && changes) result.whatWouldChange = whatWouldChange(result, file, facts, fines);
  }
  result.steps.push(...groundSteps);
  settleNoPenalty(result, file, book, on, decided);
  if (result.grounds.noPenalty === 'must') leaveUnpunished(result);
  settlePenalties(result, file, {
    values: facts.values,
    statuteFines: statute && statute.state !== 'none',
    role,
    decidedOn: decided,
  });
  settleResponsible(result, file, facts);
  result.missing.push(...groundQuestions);
  result.missing = result.missing.filter(
    (fact, index) => result.missing.findIndex((other) => other.factor === fact.factor) === index,
  );
  const placed = placeAmount(file, result);
  if (placed) Object.assign(result, { amount: placed.amount, position: placed });
  return result;
}

/** Where no penalty may be imposed, no span of fines stands open: what the table says of the facts is told, no sum. */
function leaveUnpunished(result: TierResult): void {
  delete result.range;
  result.whatWouldChange = result.whatWouldChange.map(({ range: _, ...change }) => change);
  const ground = result.steps.findLast(({ value }) => value.includes('不予处罚'));
  result.steps.push({ step: '处理', value: '应当不予处罚，罚款幅度不再适用', basis: ground?.basis ?? '' });
}

/** The spans of a provision for the party in its role. */
function finesOfRole(sanction: Sanction, role: Role, file: CaseFile): SanctionFine[] {
  if (role === 'responsible') return finesBeside(sanction);
  return role === 'offender' ? finesFor(sanction, sideOf(file, sanction)) : [];
}

function onlyUnits({ provision }: Sanction): DiscretionConflict {
  return {
    kind: 'other-party',
    text: `${citationText(provision)}只对单位规定处罚，本案当事人是个人，又不作为单位的责任人员受处罚，不能据以处罚，请核对当事人和处罚依据。`,
    blocks: true,
  };
}

/** Weights, tiers, or units for the cases that no tier is for. */
function settleItem(result: TierResult, file: CaseFile, item: BenchmarkItem, facts: CaseFactors): void {
  const reckons = isWeighted(item) || (isPerUnit(item) && item.tiers.length === 0);
  if (result.asResponsible && reckons && !isForResponsible(item, undefined)) {
    statuteForResponsible(result, `《${result.benchmark!.name}》“${item.violation}”`);
    return;
  }
  if (isWeighted(item)) {
    settleWeights(result, file, item, facts);
    return;
  }
  const byUnits = settleTier(result, facts);
  if (byUnits && isPerUnit(item)) settleUnits(result, file, item, facts);
  if (result.tier) settleRange(result, file, facts);
}

/** The day that the law of the act is taken from: its end, else its start. */
function actDay(file: CaseFile): Day | undefined {
  const day = file.violation.endedOn ?? file.violation.startedOn;
  return day && dayOf(day);
}
