import type { CaseFile } from '../../cases/case-file.ts';
import type { CriminalThreshold } from '../../corpus/criminal-threshold.ts';
import { validOn } from '../../corpus/valid-on.ts';
import type { Day } from '../../law/dates.ts';
import { type Answer, type Context, unclear } from '../rules/rule.ts';
import { actDay } from '../steps/act-day.ts';
import { foundDay } from '../steps/found-day.ts';
import { compareLine, type FactOf, LEVELS, type Level } from '../words/compare-line.ts';
import { type ComparedOffence, compareOffence } from './compare-offence.ts';
import { aggravatedLines, linesOfOffence, type Subject } from './lines-of-offence.ts';
import { noOffenceOf } from './no-offence-of.ts';
import { type OffenceFact, offenceFact, withEarlier } from './offence-fact.ts';
import { causeOf, type RelatedOffence, relatedOffences } from './related-offences.ts';

/** How near the facts come to the filing thresholds of the offences that go with the violation. */
export interface CriminalState {
  /** `none`: it is settled that no offence goes with the violation. */
  state: Level | 'none';
  /** The lines that decided the state; for `none` the reason. */
  hits: string[];
  /** Aggravated lines that are reached. */
  urgent: string[];
  /** What was compared, one line for each condition. */
  lines: string[];
  missing: string[];
  paths: string[];
  /** 知识产权: reasonable suspicion is enough for a referral. */
  intellectualProperty: boolean;
}

/** Figures that stand in for facts that the file has no field for, by factor. */
type Figures = Readonly<Record<string, OffenceFact>>;

/**
 * The facts beside every condition of every related offence. Reached beats near, near beats open (a figure or fact is
 * missing). No related offence and nobody's word that there is none leave the question open.
 */
export function criminalState(context: Context, figures: Figures = {}): CriminalState | Answer {
  const act = actDay(context.file);
  if (act) return stateOn(act, context, figures);
  // The act came before the day of its discovery: a line that was reached then stays a line to look at.
  const found = foundDay(context.file);
  const state = found && stateOn(found, context, figures);
  return state && 'state' in state && (state.state === 'reached' || state.state === 'must')
    ? state
    : unclear('需要知道违法行为的日期，案卷没有载明。', ['违法行为发生日或者终了日'], ['violation']);
}

function stateOn(
  act: { day: Day; path: string },
  context: Context,
  figures: Figures,
): CriminalState | Answer {
  const { file, profile } = context;
  const none = noOffenceOf(file, profile, act.day);
  const pointed = relatedOffences(context).filter(({ by }) => !(none?.ofItem && by === 'words'));
  const related = pointed.filter(({ offence }) => offence.lines.some((line) => !line.tier));
  const compared = related
    .filter(({ offence }) => hasStandards(offence, act.day))
    .map((one) => ({ ...one, found: compareRelated(one, context, act.day, figures) }));
  const state = worst(compared.map(({ found }) => found.level));
  const unpointed = related.every(({ by }) => by === 'field') && (state === 'below' || state === 'open');
  if (none && !none.missing && (none.reasoned || unpointed)) {
    return settledAsNone(none, act.path);
  }
  if (related.length === 0 || none?.missing) return noneFound(none, act.path);
  const missing = [
    ...compared.flatMap(({ found }) => found.missing),
    ...withoutStandards(related, act.day),
    ...(isMapped(related, file) ? [] : ['本行为关联罪名的确认']),
  ];
  const top = state === 'below' && missing.length > 0 ? 'open' : state;
  const decisive = compared.filter(({ found }) => found.level === top);
  return {
    state: top,
    hits: decisive.flatMap(({ found }) => found.hits),
    urgent: top === 'reached' || top === 'must' ? urgentLines(pointed, decisive, context, act.day) : [],
    lines: compared.flatMap(({ found }) => found.steps),
    missing: [...new Set(missing)],
    paths: [...new Set([act.path, ...compared.flatMap(({ found }) => found.paths), 'violation.itemCode'])],
    intellectualProperty: decisive.some(({ offence }) => offence.intellectualProperty),
  };
}

/** The aggravated lines that are reached, of the crimes that are in question. */
function urgentLines(
  pointed: RelatedOffence[],
  decisive: RelatedOffence[],
  { file }: Context,
  on: Day,
): string[] {
  const articles = new Set(decisive.flatMap(({ offence }) => offence.articles.map(({ article }) => article)));
  return pointed
    .filter(({ offence }) => offence.articles.some(({ article }) => articles.has(article)))
    .flatMap(({ offence }) =>
      aggravatedLines(offence, on, subjectOf(file))
        .filter((line) => compareLine(line, factOf(file, on), { near: 1, consider: 1 }).level === 'reached')
        .map(({ text }) => `${offence.offence}：${text}`),
    );
}

/** 个体工商户 are judged as natural persons. */
export function subjectOf({ party }: CaseFile): Subject {
  return party.kind === 'organisation' ? 'unit' : 'person';
}

function factOf(file: CaseFile, on: Day, figures: Figures = {}): FactOf {
  return (factor, harm) => {
    const known = offenceFact(factor, { file, on, ...(harm ? { harm } : {}) });
    const told = figures[factor];
    return known && told ? (Number(told.value) > Number(known.value) ? told : known) : (known ?? told);
  };
}

/** As `factOf`, with earlier acts of the kind added that nobody has dealt with yet (累计计算). */
function addedUp(file: CaseFile, on: Day, figures: Figures): FactOf {
  const of = factOf(file, on, figures);
  return (factor, harm) => withEarlier(of(factor, harm), factor, file);
}

function compareRelated(
  { offence, by }: RelatedOffence,
  { file, profile }: Context,
  on: Day,
  figures: Figures,
): ComparedOffence {
  return compareOffence(offence, linesOfOffence(offence, { on, subject: subjectOf(file), profile }), {
    factOf: offence.aggregation ? addedUp(file, on, figures) : factOf(file, on, figures),
    shares: { near: profile.nearCriminalThreshold, consider: profile.considerCriminalThreshold },
    cause: causeOf(file),
    asks: by !== 'stated',
  });
}

function worst(levels: Level[]): Level {
  return LEVELS.findLast((level) => levels.includes(level)) ?? 'below';
}

/** The text that held on the day of the act is not in the library: its figures may have been others. */
function withoutStandards(related: RelatedOffence[], on: Day): string[] {
  return related
    .filter(({ offence, by }) => by !== 'stated' && !hasStandards(offence, on))
    .map(({ offence }) => `行为时有效的“${offence.offence}”追诉标准`);
}

function hasStandards(offence: CriminalThreshold, on: Day): boolean {
  return validOn(offence, on) && offence.lines.some((line) => !line.tier && validOn(line, on));
}

/** A field's general offence alone is no mapping where the file does not even name the item. */
function isMapped(related: RelatedOffence[], { violation }: CaseFile): boolean {
  return (
    related.some(({ by }) => by === 'person' || by === 'item' || by === 'words') ||
    (violation.itemCode !== undefined && related.some(({ by }) => by === 'field'))
  );
}

type NoOffence = NonNullable<ReturnType<typeof noOffenceOf>>;

function settledAsNone({ reason, paths, harmless }: NoOffence, dayPath: string): CriminalState {
  return {
    state: 'none',
    hits: [reason],
    urgent: [],
    lines: [],
    missing: harmless ? [] : ['是否造成危害后果'],
    paths: [...paths, dayPath],
    intellectualProperty: false,
  };
}

function noneFound(none: NoOffence | undefined, dayPath: string): Answer {
  const paths = ['violation.itemCode', 'referral.offenceMapping.none', dayPath];
  return none?.missing
    ? unclear(`${none.reason}。`, [none.missing], [...none.paths, ...paths])
    : unclear(
        '没有找到与本行为关联的罪名及其刑事立案追诉标准，需要人确认有没有关联的罪名。',
        ['有没有关联罪名（刑事立案追诉标准）的确认'],
        paths,
      );
}
