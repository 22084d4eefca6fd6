import type { CaseFile } from '../../cases/case-file.ts';
import { UNSAID } from '../../cases/unsaid.ts';
import { versionOn } from '../../corpus/citations/cite-article.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { plainName, samePlaces } from '../../corpus/violations/is-own-item.ts';
import type { OwnViolation } from '../../corpus/violations/own-violation.ts';
import { type Citation, citationText, sameProvision } from '../../law/citation.ts';
import { chineseDay, type Day } from '../../law/dates.ts';
import { type Answer, type Context, met, notMet, unclear } from '../rules/rule.ts';
import { actDay } from '../steps/act-day.ts';
import { articleKey, type OwnRows, ownRows, plainCode, type RowIndex } from './own-rows.ts';

/** What the agency's own list says of the item of a case. */
export interface OwnListing {
  /** Whether the list already counted on the day asked for. */
  counts: boolean;
  /** The list is a part, and the item is not in it: that says nothing. */
  silent?: true;
  answer: Answer;
}

type Asked = Pick<Context, 'file' | 'profile' | 'book'>;
const WHICH = ['本案属于清单的哪一项'];
const PUNISHING = 'provisions.punishing';

/**
 * Whether the item of a case stands in the list of enforcement items that its agency has imported: by its number, its name
 * or its provisions. `undefined` where the agency has imported none. Absent is not-met only where everything that could
 * contain it was read: a whole list, and a penal provision that stands in the same version for the act and for the list.
 */
export function ownListing(asked: Asked, on: Day): OwnListing | undefined {
  const { file, profile, book } = asked;
  const rows = file.agency.name === UNSAID ? undefined : ownRows(book, profile, file.agency.name);
  if (!rows) return undefined;
  const { from } = rows.list;
  if (from === undefined || on < from) {
    const since = from ? `自${chineseDay(from)}起` : '没有写明施行日';
    return {
      counts: false,
      answer: unclear(
        `${called(rows)}${since}，${chineseDay(on)}当时的清单没有载入。`,
        [`${chineseDay(on)}有效的清单`],
        ['agency.name'],
      ),
    };
  }
  const row = listed(asked, rows);
  const answer = row ?? absent(asked, rows);
  const paths = file.decision?.date ? [...answer.paths, 'decision.date'] : answer.paths;
  return {
    counts: true,
    ...(row || rows.list.whole ? {} : { silent: true }),
    answer: { ...answer, paths },
  };
}

function listed({ file, book }: Asked, rows: OwnRows): Answer | undefined {
  const { itemCode, name } = file.violation;
  const coded = (itemCode && rows.own.byCode.get(plainCode(itemCode))) || [];
  const named = rows.own.byName.get(plainName(name)) ?? [];
  const [both = coded[0]] = coded.filter((row) => named.includes(row));
  if (both) return ofRow(both, ['violation.itemCode', 'violation.name'], file, rows, book);
  const placed = named.length > 0 ? named.slice(0, 1) : placedIn(rows.own, file);
  const [row] = placed;
  if (!row) return undefined;
  const by = named.length > 0 ? '名称' : '条款';
  const paths = ['agency.name', 'violation.itemCode', named.length > 0 ? 'violation.name' : PUNISHING];
  const place = `${called(rows)}${rowText(row)}与本案的${by}相同`;
  if (row.code && !itemCode) return unclear(`${place}，案卷没有载明执法事项编码。`, ['执法事项编码'], paths);
  if (row.code) return unclear(`${place}，但案卷的编码是 ${itemCode}，请核对。`, WHICH, paths);
  if (placed.length > 1)
    return unclear(`${called(rows)}有 ${placed.length} 行与本案的${by}相同，请核对是哪一项。`, WHICH, paths);
  return ofRow(row, named.length > 0 ? ['violation.name'] : ['provisions.breached'], file, rows, book);
}

/**
 * The row is told; what it punishes by must be what the case punishes by. A number alone, under which the list has another
 * name, may be that of another way of counting.
 */
function ofRow(
  row: OwnViolation,
  told: string[],
  file: CaseFile,
  rows: OwnRows,
  book: ReferenceBook,
): Answer {
  const place = `${called(rows)}${rowText(row)}`;
  const paths = ['agency.name', ...told, PUNISHING];
  const punishing = file.provisions?.punishing ?? [];
  const named = plainName(row.name) === plainName(file.violation.name);
  if (row.punishing.length > 0 && punishing.length === 0)
    return unclear(`${place}有处罚依据，案卷没有载明处罚条款，不能核对。`, ['处罚条款'], paths);
  const agrees = punishing.some((one) => row.punishing.some((other) => sameProvision(one, other)));
  // A row that was not read in full may hold the other provision; an earlier version is numbered otherwise.
  const open =
    row.punishing.length === 0 || row.unread || punishing.some((one) => !standsFor(one, file, rows, book));
  if (agrees || (named && open)) return met(`本案的事项在清单内：${place}。`, paths);
  const cited = row.punishing.length > 0 ? `的处罚依据是${row.punishing.map(citationText).join('、')}` : '';
  return unclear(
    `${place}${cited}，本案是“${file.violation.name}”，适用${punishing.map(citationText).join('、') || '的条款没有载明'}，请核对是不是这一项。`,
    WHICH,
    paths,
  );
}

function absent({ file, book }: Asked, rows: OwnRows): Answer {
  const { itemCode, name } = file.violation;
  const punishing = file.provisions?.punishing ?? [];
  const paths = ['agency.name', 'violation.name', ...(itemCode ? ['violation.itemCode'] : []), PUNISHING];
  const list = called(rows);
  if (punishing.length === 0)
    return unclear(`${list}没有“${name}”，案卷没有载明处罚条款，不能按条款核对。`, ['处罚条款'], paths);
  const near = punishing.flatMap((one) => rows.own.byArticle.get(articleKey(one)) ?? [])[0];
  if (near)
    return unclear(`${list}没有“${name}”，${rowText(near)}依据同一条，请核对是不是这一项。`, WHICH, paths);
  const other = elsewhere(rows.others, file);
  const under = other ? `，${rowText(other)}列在“${other.agency}”名下` : '';
  const cited = punishing.map(citationText).join('、');
  if (other && rows.titled)
    return unclear(`${list}${rowText(other)}列在“${other.agency}”名下，请核对是不是本机关。`, WHICH, paths);
  const half = rows.own.all.find(
    (row) => (row.unread || row.punishing.length === 0) && isLike(row.name, name),
  );
  if (half) return unclear(`${list}没有“${name}”，${rowText(half)}的条款没有读全，请核对。`, WHICH, paths);
  if (!rows.list.whole)
    return unclear(
      `${list}没有“${name}”，也没有依据${cited}的事项，但载入的清单未必完整${under}。`,
      ['本机关完整的执法事项清单'],
      paths,
    );
  const act = actDay(file);
  if (!act)
    return unclear(`${list}没有“${name}”，案卷没有载明行为日，不能按条款核对。`, ['违法行为日'], paths);
  const moved = punishing.find((one) => !standsFor(one, file, rows, book));
  if (moved)
    return unclear(
      `${list}没有“${name}”，${citationText(moved)}与清单所据的不是同一版本，不能按条款核对。`,
      ['按行为日的条款核对清单'],
      [...paths, act.path],
    );
  return notMet(
    `处罚事项应在本机关的执法事项清单内，${list}没有“${name}”${itemCode ? `（编码 ${itemCode}）` : ''}，也没有依据${cited}的事项${under}。`,
    [...paths, act.path],
  );
}

/** Rows of the same duty and the same penalty. */
function placedIn({ byArticle }: RowIndex, { provisions }: CaseFile): OwnViolation[] {
  const { breached = [], punishing = [] } = provisions ?? {};
  const [first] = punishing;
  const near = first ? (byArticle.get(articleKey(first)) ?? []) : [];
  return near.filter((row) => samePlaces(row, { breached, punishing }));
}

function elsewhere(others: RowIndex, file: CaseFile): OwnViolation | undefined {
  return others.byName.get(plainName(file.violation.name))?.[0] ?? placedIn(others, file)[0];
}

/** Whether a provision reads for the act as it does for the list: lists cite the law of their own day. */
function standsFor(place: Citation, file: CaseFile, { list }: OwnRows, book: ReferenceBook): boolean {
  const act = actDay(file)?.day;
  const read = list.readOn ?? list.from;
  if (act === undefined || read === undefined) return false;
  if (book.cite(place, act).state !== 'in-force' || book.cite(place, read).state !== 'in-force') return false;
  const statute = book.statuteOf(place.law);
  return !statute || versionOn(statute, act) === versionOn(statute, read);
}

/** Half of the pairs of signs of the shorter name are in the other. */
function isLike(one: string, other: string): boolean {
  const [some, others] = [pairsOf(plainName(one)), pairsOf(plainName(other))];
  const shared = [...some].filter((pair) => others.has(pair)).length;
  return shared * 2 >= Math.max(1, Math.min(some.size, others.size));
}

function pairsOf(text: string): Set<string> {
  const signs = [...text];
  return new Set(signs.slice(1).map((sign, at) => signs[at]! + sign));
}

function called({ list }: OwnRows): string {
  return `《${list.agency}执法事项清单》`;
}

function rowText({ row, code, name }: OwnViolation): string {
  return `第 ${row} 行${code ? `（编码 ${code}）` : ''}“${name}”`;
}
