import { type Citation, chineseNumeral, citationText } from '../../../law/citation.ts';
import type { Condition } from '../../../law/condition.ts';
import { BASE_NAMES, type FineRange } from '../../../law/fine-range.ts';
import type { Sanction, SanctionFine } from '../../../law/sanction.ts';
import { HARM_CAUSED, NOT_CORRECTED } from '../../../law/sanction-conditions.ts';
import { sanctionsInText } from '../../../law/sanctions-in-text.ts';
import type { BenchmarkRow } from '../../sources/sheets/benchmark-rows.ts';
import { leastBase } from '../words/least-base.ts';
import { leastBasesIn } from '../words/least-bases-in.ts';
import { partiesContrasted } from '../words/parties-contrasted.ts';
import { placesIn } from '../words/places-in.ts';
import { plainFines } from '../words/plain-fines.ts';
import { spanInCell } from '../words/span-in-cell.ts';
import { sumsInCondition } from '../words/sums-in-condition.ts';
import { personsApart } from './persons-apart.ts';

/** The statute beneath an item of a printed table. */
export interface StatuteOfRow {
  provision: Citation;
  /** The 罚则 of the bundle where it has the provision, else what the words in the table say. */
  sanction?: Sanction;
  from: 'bundled' | 'printed' | 'unknown';
  /** Persons are fined only as those responsible in a unit: the column 个人 of the table is theirs. */
  personsResponsible?: true;
}

interface Library {
  titleOf: (name: string) => string | undefined;
  /** The bundled sanction of a provision when the table began. */
  sanctionOf: (place: Citation) => Sanction | undefined;
  inForce: Sanction['inForce'];
}

const HEADING =
  /^[^，。；]{0,4}《[^》]*》(?:（[^）]*）)?第[^，。；\s]{1,24}?(?:条(?:之[一二三四五六七八九十])?(?:第[一二三四五六七八九十]+款)?(?:第?[（(]?[一二三四五六七八九十]+[）)]?[项款])?(?:、第[一二三四五六七八九十]+[款项])*)[：:\s]*/;
const BY_ITEMS =
  /(?:有|属于)?(?:前款|本条第一款)((?:第?[（(]?[一二三四五六七八九十]+[）)]?项?(?:、|至|和|或者?)?)+)(?:规定)?(?:的?(?:行为|情形))?(?:之一)?的?，((?:并?处|给予|责令)[^；。]*)/g;

/**
 * The penalty provision of an item with its spans; nothing where its cell names none. `toldApart`: the table gives persons a column
 * of their own, which is then that of the persons responsible.
 */
export function statuteOfRow(
  row: BenchmarkRow,
  section: string,
  toldApart: boolean,
  library: Library,
): StatuteOfRow | undefined {
  const [provision] = placesIn(row.basis, library.titleOf);
  if (!provision) return undefined;
  const known = library.sanctionOf(provision);
  const basis = row.basis.join('\n');
  const bundled =
    known && known.fines.length > 0 ? { provision, sanction: known, from: 'bundled' as const } : undefined;
  const { words, byItem } = ownWords(basis, provision);
  const tellsApart = known?.fines.some(({ party }) => party === 'person') ?? false;
  if (bundled && (!toldApart || tellsApart) && !byItem) return bundled;
  // The least base is read by itself.
  const plainWords = plainFines(leastBasesIn(words).rest);
  const read = words ? sanctionsInText(plainWords, {}, { spanIn: spanInStatute }) : undefined;
  const spans = read?.fines.map(({ when, ...fine }) => ({
    ...fine,
    ...(when ? { when: sumsInCondition(when) } : {}),
  }));
  const based = spans
    ? ownFines(spans, row.violation).map((fine) => withLeast(fine, basis, row.violation))
    : [];
  // Of several least bases nobody knows which: then the span is not known either.
  const fines = based.flatMap((fine) => (based.includes(undefined) ? [] : (fine ?? [])));
  const id = `table ${citationText(provision)} ${section}`;
  if (!read || fines.length === 0) {
    // Without printed words the spans of the library tell persons from units as far as the provision does.
    if (!bundled || !toldApart || !onlyResponsible(bundled.sanction.fines))
      return bundled ?? { provision, from: 'unknown' };
    return responsibleApart(bundled, id);
  }
  const byParty = toldApart && onlyResponsible(fines);
  const plain = byItem && fines.length === 1 && !fines[0]!.when;
  if (bundled && !byParty && !plain) {
    // The words of the cell may leave out the paragraph on persons responsible, which the library has.
    const left = toldApart && !fines.some(({ party }) => party === 'person');
    return left && onlyResponsible(bundled.sanction.fines) ? responsibleApart(bundled, id) : bundled;
  }
  const own = byParty ? personsApart(fines) : fines;
  return {
    provision,
    sanction: {
      id,
      provision,
      inForce: library.inForce,
      ...read,
      fines: own,
      ...(read.conditional
        ? {
            conditional: read.conditional.map(({ when, ...one }) => ({
              ...one,
              when: typeof when === 'string' ? when : sumsInCondition(when),
            })),
          }
        : {}),
    },
    from: 'printed',
    ...(byParty ? { personsResponsible: true } : {}),
  };
}

/** A provision counts by units and by sums of its own as the cells of a table do; it takes no shares of its own span. */
function spanInStatute(words: string): FineRange | 'none' | undefined {
  const span = spanInCell(words, undefined);
  return span && span !== 'none' && (span.ofSpan || span.most !== undefined) ? undefined : span;
}

function responsibleApart(
  { provision, sanction }: { provision: Citation; sanction: Sanction },
  id: string,
): StatuteOfRow {
  const own = { ...sanction, id, fines: personsApart(sanction.fines) };
  return { provision, sanction: own, from: 'printed', personsResponsible: true };
}

/** Persons are fined beside a unit, and nowhere as offenders. */
function onlyResponsible(fines: readonly SanctionFine[]): boolean {
  return (
    fines.some(({ subject }) => subject === 'responsible-person') &&
    !fines.some(({ subject, party }) => party === 'person' && subject !== 'responsible-person')
  );
}

function withLeast(fine: SanctionFine, basis: string, violation: string): SanctionFine | undefined {
  const { base } = fine.range;
  const least = base && leastBase(basis, base, violation);
  if (least === 'several') return undefined;
  return least === undefined ? fine : { ...fine, range: { ...fine.range, baseLeast: least } };
}

/** What of a printed provision speaks of the item it is cited for, in one line as an article stands. */
function ownWords(basis: string, { item }: Citation): { words: string; byItem: boolean } {
  const text = partiesContrasted(businessAsPerson(basis.replaceAll('\n', '').replace(HEADING, '')))
    // 单位处五万元…；个人处一百元…: as tables shorten 对单位处.
    .replaceAll(/(?<=^|[：:；;。，,])(?=(?:单位|个人)(?:责令|可以并?处|并?处|给予|由|警告))/g, '对');
  const groups = [...text.matchAll(BY_ITEMS)];
  if (!item || groups.length === 0) return { words: text, byItem: false };
  const all = groups.filter(([, items]) => itemsIn(items!).includes(item));
  const [own] = all;
  const head = (/^[^：]*：/.exec(text)?.[0] ?? '').replace(/处以罚款，?/, '').replace(/：$/, '');
  // 单位有前款第一项行为，处…；个人有前款第一项行为，处…: each side has its own.
  const sides = all.map(({ index }) => /(?<=^|[：:；;。，,])对?(单位|个人)$/.exec(text.slice(0, index))?.[1]);
  const apart = sides.length === 2 && sides.includes('单位') && sides.includes('个人');
  const said = apart ? all.map(([, , words], at) => `对${sides[at]}${words}`).join('；') : own?.[2];
  return { words: said ? `${head}；${said}。`.replace('，；', '；') : '', byItem: own !== undefined };
}

/** 个体工商户可以并处一万元以下的罚款, beside units and where no persons are named: whoever is no unit. */
function businessAsPerson(words: string): string {
  if (!BUSINESS.test(words) || /个人|公民|自然人/.test(words)) return words;
  return words.replaceAll(BUSINESS, '对个人$1');
}

const BUSINESS = /(?<=^|[；;。，,：:])对?个体工商户(?:的)?[，,]?(可以并?处|并?处|给予)/g;

function itemsIn(words: string): number[] {
  const numbers = Array.from({ length: 30 }, (_, at) => at + 1);
  const named = words.replaceAll(/[第（()）项]/g, '').split(/、|和|或者?/);
  return named.flatMap((part) => {
    const [from, to] = part
      .split('至')
      .map((one) => numbers.find((number) => chineseNumeral(number) === one));
    return from === undefined ? [] : to === undefined ? [from] : numbers.slice(from - 1, to);
  });
}

/**
 * The spans for this item: a condition that only repeats the conduct of one of several spans is answered by the violation of the
 * row. None where it cannot be told which span is meant.
 */
function ownFines(fines: readonly SanctionFine[], violation: string): SanctionFine[] {
  const offender = fines.filter(({ subject }) => subject !== 'responsible-person');
  const rest = fines.filter(({ subject }) => subject === 'responsible-person').map(withoutConduct);
  const conduct = offender.filter(({ when }) => when && namesConduct(when));
  if (conduct.length === 0) return [...offender, ...rest];
  const meant = offender.filter(
    ({ when }) => when && conductsIn(when, true).some((words) => sameConduct(words, violation)),
  );
  const plain = offender.filter(
    ({ when }) => when && conductsIn(when, true).length === 0 && conductsIn(when, false).length === 0,
  );
  const chosen =
    meant.length > 0 ? meant : offender.filter(({ when }) => !when || conductsIn(when, true).length === 0);
  const beside = plain.filter((fine) => !chosen.includes(fine));
  const own = [...chosen.map(withoutConduct).map((fine) => unlessOthers(fine, beside)), ...beside];
  const distinct = new Set(own.map(({ when, party }) => JSON.stringify([when ?? null, party ?? null])));
  return own.length > 0 && distinct.size === own.length ? [...own, ...rest] : [];
}

/** A span without a condition holds where none of the others does. */
function unlessOthers(fine: SanctionFine, others: readonly SanctionFine[]): SanctionFine {
  if (fine.when || others.length === 0) return fine;
  return { ...fine, when: { all: others.map(({ when }): Condition => ({ not: when! })) } };
}

/** Factors that a provision asks beside the conduct itself. */
function isCircumstance(factor: string): boolean {
  return (
    (BASE_NAMES as string[]).includes(factor) ||
    ['serious', NOT_CORRECTED, HARM_CAUSED].includes(factor) ||
    /^(?:逾期|拒不|限期|造成|情节|后果|(?:没有|无|有)?(?:违法|非法)(?:所得|收入|经营)|(?:没有|无|有)?货值)|严重|(?:无法|不能|难以)(?:查|核|计算|确定|认定|估算)|[0-9一二三四五六七八九十]+(?:次|年|日)/.test(
      factor,
    )
  );
}

function namesConduct(when: Condition): boolean {
  return [...conductsIn(when, true), ...conductsIn(when, false)].length > 0;
}

/** The conducts that must (or must not) be there. */
function conductsIn(when: Condition, holds: boolean): string[] {
  if ('not' in when) return conductsIn(when.not, !holds);
  if ('all' in when) return when.all.flatMap((part) => conductsIn(part, holds));
  if ('any' in when) return when.any.flatMap((part) => conductsIn(part, holds));
  if (isCircumstance(when.factor)) return [];
  return (when.value === true) === holds ? [when.factor] : [];
}

function withoutConduct({ when, ...fine }: SanctionFine): SanctionFine {
  const left = when && stripped(when);
  return { ...fine, ...(left ? { when: left } : {}) };
}

function stripped(when: Condition): Condition | undefined {
  if ('not' in when) {
    const inner = stripped(when.not);
    return inner && { not: inner };
  }
  if ('all' in when || 'any' in when) {
    const parts = ('all' in when ? when.all : when.any).flatMap((part) => stripped(part) ?? []);
    if (parts.length === 0) return undefined;
    return 'all' in when ? { all: parts } : { any: parts };
  }
  return isCircumstance(when.factor) ? when : undefined;
}

/** 有前款规定行为之一 is this conduct; otherwise half of its two-sign pieces stand in the violation. */
function sameConduct(words: string, violation: string): boolean {
  if (/^有?(?:前款|下列|上述|本条|前项)[^（第]*(?:行为|情形)/.test(words)) return true;
  const pieces = Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2));
  return (
    pieces.length > 2 && pieces.filter((piece) => violation.includes(piece)).length / pieces.length > 0.5
  );
}
