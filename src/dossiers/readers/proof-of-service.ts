import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { type KnownField, labelledRows, labelsIn } from '../words/labels-in.ts';
import { type NameIn, namesIn } from '../words/names-in.ts';
import { publicNoticeFacts, publicNoticeIn } from '../words/public-notice-in.ts';
import { type ServedPaper, servedPapersIn } from '../words/served-papers-in.ts';
import { SERVICE_LABELS } from '../words/service-labels.ts';
import { refusalFacts } from '../words/service-refusal.ts';
import { signerFacts } from '../words/service-signer.ts';
import { methodOf, serviceColumn } from '../words/service-words.ts';

type Key = keyof typeof SERVICE_LABELS;
type Cell = Span & { value: string; until?: number };
type Row = Partial<Record<Key, Cell>>;

/** As far as a list of served papers goes on below its label. */
const LIST = 500;

/**
 * 送达回证: one service per paper that it names. A receipt of several papers says the same of each; in a table with a
 * column for the day or the signer, each row says its own.
 */
export const proofOfService: Reader = (paper, dossier) => {
  if (paper.kind !== 'proof-of-service') return [];
  const fields = labelsIn(
    paper.text,
    SERVICE_LABELS,
    // 寄出：2024年12月9日 is a field, 送达方式　邮寄 is none; 收：, 送达：张示 are, 公告 送达 is none.
    ({ key, at, from }) => {
      const words = paper.text.slice(at, from);
      if (/^[ 　]*(?:收[ 　]*件?|送[ 　]*达|到[ 　]*达)[ 　]*$/.test(words)) return false;
      return key !== 'postedOn' || /[日时]|[:：]$/.test(words);
    },
  );
  const rows = labelledRows(paper.text, SERVICE_LABELS, serviceColumn).filter(({ of }) => of !== undefined);
  const listed = rows.flatMap((row) => rowServices(paper, row, dossier));
  const served = listed.length > 0 ? listed : named(paper, fields, dossier);
  const own = mainPapers(served);
  const shared = Object.fromEntries(
    [...fields].reverse().map(({ key, value, start, end, until }) => [key, { value, start, end, until }]),
  ) as Row;
  shared.signer ??= signerAlone(paper.text, shared);
  return own.flatMap(({ served: one, row }, index) => {
    const key = own.length > 1 ? `services[${paper.id}-${index + 1}]` : `services[${paper.id}]`;
    return serviceFacts(key, paper, one, { ...shared, ...row }, dossier);
  });
};

interface Listed {
  served: ServedPaper;
  row: Row;
}

function rowServices(paper: Paper, row: Row, dossier: readonly Paper[]): Listed[] {
  return servedPapersIn(paper.text, row.of!, dossier).map((served) => ({
    served: !served.number && row.number ? { ...served, number: row.number } : served,
    row,
  }));
}

function named(paper: Paper, fields: readonly KnownField<Key>[], dossier: readonly Paper[]): Listed[] {
  const list = fields.filter(({ key }) => key === 'of');
  const numbers = fields.filter(({ key }) => key === 'number');
  const found = list.flatMap(({ start, end, until }) => {
    // A list goes on over several lines; where the first line names a paper, only lines with more of them belong to it.
    const within = { start, end: Math.min(Math.max(until, end), start + LIST) };
    return servedPapersIn(paper.text, within, dossier);
  });
  const only = found.length === 1 && !found[0]!.number ? numbers[0] : undefined;
  // 今收到你局送达的行政处罚决定书一份: a receipt without a form.
  if (list.length === 0) return free(paper, dossier);
  return found.map((served) => ({ served: only ? { ...served, number: only } : served, row: {} }));
}

function free(paper: Paper, dossier: readonly Paper[]): Listed[] {
  const match = /(?:今|兹|现|已)?(?:收到|签收|送达)[^。\n]{0,30}?[^。]{4,120}/.exec(paper.text);
  if (!match) return [];
  const within = { start: match.index, end: match.index + match[0].length };
  return servedPapersIn(paper.text, within, dossier)
    .filter(({ of }) => of !== 'other')
    .map((served) => ({ served, row: {} }));
}

/** Slips and lists that only go along with another paper are no services of their own. */
function mainPapers(listed: readonly Listed[]): Listed[] {
  const own = listed.filter(({ served }) => served.of !== 'other');
  return own.length > 0 ? own : listed.slice(0, 1);
}

function serviceFacts(
  key: string,
  paper: Paper,
  { of, named: title, number }: ServedPaper,
  row: Row,
  dossier: readonly Paper[],
): StatedFact[] {
  const facts = [stated(`${key}.of`, of, title)];
  const add = (name: string, value: string | boolean, span: Span) =>
    facts.push(stated(`${key}.${name}`, value, span));
  if (number) add('number', number.value.replace(/\s/g, ''), number);
  if (row.addressee)
    add('addressee', row.addressee.value.replace(/[（(][^（）()]*[)）]$/, '').trim(), row.addressee);
  if (row.place) add('place', row.place.value, row.place);
  const method = row.method ? methodOf(row.method) : methodAlone(paper.text);
  if (method) add('method', method.method, method);
  if (row.witness) {
    const [witness] = namesIn(paper.text, row.witness);
    if (witness) add('witness', witness.name, witness);
  }
  for (const { name, ...span } of row.servers ? serverNames(paper.text, row.servers) : []) {
    add(`servers[${name}]`, name, span);
  }
  const notice = noticeFacts(key, paper.text, row, method?.method);
  facts.push(...(notice.length > 0 ? notice : dayFacts(key, paper.text, row, method?.method)));
  const signer = signerFacts(key, paper, row, dossier);
  facts.push(...signer);
  const empty = signer.length > 0 || !row.servers ? undefined : emptySigner(paper, row);
  if (empty && method?.method === 'direct') add('signed', false, empty);
  facts.push(...refusalFacts(key, paper.text, row));
  if (method?.method === 'electronic') facts.push(...electronicFacts(key, paper.text, row));
  return facts;
}

/** 王示（经营者）2025年3月1日: a name and its day that begin a line, without a label and not among the servers. */
function signerAlone(text: string, { servers, refusal }: Row): Cell | undefined {
  if (refusal || /拒|留置|公告/.test(text)) return undefined;
  for (const { start, end } of daysIn(text)) {
    const from = text.lastIndexOf('\n', start) + 1;
    const words = text.slice(from, start);
    if (!/^[ 　\t]*\p{sc=Han}{2,4}[ 　]*(?:[（(][^（()）\n]{1,16}[)）])?[ 　，,]*$/u.test(words)) continue;
    const [name, other] = namesIn(text, { start: from, end: start });
    if (!name || other || name.start !== from + words.search(/\S/)) continue;
    if (servers && text.slice(servers.start, servers.end).includes(name.name)) continue;
    return { value: text.slice(name.start, end), start: name.start, end };
  }
  return undefined;
}

/** 直接送达 in a cell or between blanks, without a label; of a printed choice none is meant. */
function methodAlone(text: string) {
  if (/[□☐☑√✓✔]/.test(text)) return undefined;
  const found = [
    ...text.matchAll(
      /(?<=[\n\t 　；;，,、])(?:直接|留置|邮寄|电子|公告|委托|转交)送达(?=[\n\t 　；;，,、。（(]|$)/g,
    ),
  ].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const method = methodOf({ ...span, value: match[0] });
    return method && match.index > text.trimStart().indexOf('\n') ? [method] : [];
  });
  return new Set(found.map(({ method }) => method)).size === 1 ? found[0] : undefined;
}

/** 依据2025年4月17日签署的送达地址确认书; the time at which the message arrived. */
function electronicFacts(key: string, text: string, { servedOn }: Row): StatedFact[] {
  const facts: StatedFact[] = [];
  const day = daysIn(text).find(({ start, end }) => isConfirmation(text, start, end));
  if (day) facts.push(stated(`${key}.confirmationOn`, day.day, day));
  const line = servedOn && text.slice(text.lastIndexOf('\n', servedOn.start) + 1, servedOn.end);
  const arrived = line ? /到达[^\n\t:：]{0,12}[:：\t \u3000]/.exec(line) : null;
  if (arrived && servedOn)
    facts.push(
      stated(`${key}.arrivalLogged`, true, {
        start: servedOn.end - line!.length + arrived.index,
        end: servedOn.end,
      }),
    );
  return facts;
}

const CONFIRMED =
  /^[^。；\n]{0,6}(?:签署|签订|签字|签名|确认|填写|出具|提交)[^。；\n]{0,4}《?(?:送达|电子送达)[^。；\n]{0,14}确认书/;
const CONFIRMATION =
  /(?:送达[^，。；:：\n\t]{0,14}确认书|同意电子送达)》?[）)]?(?:[，,（( 　]|签署|签订|签字|确认|填写|日期|时间|于|为|[:：]){0,4}$/;

/** The day of a confirmation of the address, told before or behind it: 送达地址确认书（2025年4月17日）. */
function isConfirmation(text: string, start: number, end: number): boolean {
  return (
    CONFIRMED.test(text.slice(end, end + 40)) || CONFIRMATION.test(text.slice(Math.max(0, start - 40), start))
  );
}

/** 公告送达: the days of the notice, in a field of their own or in what is told of the course of things. */
function noticeFacts(key: string, text: string, row: Row, method: string | undefined): StatedFact[] {
  if (method !== 'public-notice' && !row.notice) return [];
  if (method && method !== 'public-notice') return [];
  const told = publicNoticeIn(text);
  const day = (cell: Cell | undefined) =>
    cell && daysIn(text).find(({ start }) => start >= cell.start && start < cell.end);
  const published = day(row.publishedOn) ?? told.published;
  const served = day(row.servedOn) ?? told.served;
  if (!published && !served) return [];
  return [
    ...(method || !row.notice ? [] : [stated(`${key}.method`, 'public-notice', row.notice)]),
    ...publicNoticeFacts(key, text, {
      ...told,
      ...(published ? { published } : {}),
      ...(served ? { served } : {}),
    }),
  ];
}

/** The day of receipt; for post also the day of posting. */
function dayFacts(key: string, text: string, row: Row, method: string | undefined): StatedFact[] {
  const days = daysIn(text).filter(({ start, end }) => !isConfirmation(text, start, end));
  const within = (span: Span | undefined) =>
    span && days.filter(({ start }) => start >= span.start && start < span.end);
  const facts: StatedFact[] = [];
  const posted =
    within(row.postedOn)?.[0] ??
    [row.method, row.remarks, row.servedOn]
      .flatMap((field) => within(field) ?? [])
      .find((day) =>
        /^[^，。；\n]{0,6}(?:交邮|交寄|寄出|投邮|邮寄|付邮|寄送)/.test(text.slice(day.end, day.end + 12)),
      );
  if (posted && method === 'post') facts.push(stated(`${key}.postedOn`, posted.day, posted));
  const served =
    [row.servedOn, row.signer, row.refusal, row.servers, row.method, row.dated]
      .flatMap((field) => within(field) ?? [])
      .find((day) => day !== posted) ??
    below(row.signer, days) ??
    below(row.servers, days);
  if (served) facts.push(stated(`${key}.servedOn`, served.day, served));
  return facts;
}

/** The day on the line below a signature. */
function below(field: Cell | undefined, days: readonly DayIn[]): DayIn | undefined {
  if (!field?.until) return undefined;
  const until = Math.min(field.until, field.end + 50);
  return days.find(({ start }) => start >= field.end && start < until);
}

const NOT_SIGNED = /^[（(]?(?:未签[名字收]?|无签[名字]|没有签[名字]|空白?)[)）]?$/;
const EMPTY =
  /(?:收件人|签收人|受送达人|受送达单位|收受人|接收人|代收人)(?:[（(][^（）()\n]{1,10}[)）])?(?:签[名字收章](?:（盖章）|或盖章|、盖章)?)[ \u3000]*[:：\t][ \u3000]*[_＿]*(?=[ \u3000]{2}|[\n\t]|$)/;

/** The place for the signature on a typed receipt of direct service that was left empty; a scan may hide handwriting. */
function emptySigner({ text, ocr }: Paper, { signer, refusal, remarks }: Row): Span | undefined {
  if (ocr || refusal || /拒|留置/.test(remarks?.value ?? '')) return undefined;
  if (signer) return NOT_SIGNED.test(signer.value.trim()) ? signer : undefined;
  const match = EMPTY.exec(text);
  return match ? { start: match.index, end: match.index + match[0].trimEnd().length } : undefined;
}

/** Whoever stands in the list beside a known name is a person too, however rare his surname. */
function serverNames(text: string, field: Cell): NameIn[] {
  const block = lineBlock(text, field);
  const known = namesIn(text, block);
  if (known.length !== 1 || known[0]!.note) return known;
  const rest = [
    ...text.slice(block.start, block.end).matchAll(/(?<=^|[、，,\s])\p{sc=Han}{2,3}(?=[、，,\s]|$)/gu),
  ];
  if (rest.length !== 2) return known;
  return rest.map(({ 0: name, index }) => {
    const start = block.start + index;
    return { name, start, end: start + name.length };
  });
}

/** A second server often signs below the first, on a line without a label. */
function lineBlock(text: string, { start, end }: Span): Span {
  const next = /^\n[ \u3000\t]*([\p{sc=Han} \u3000]{2,12})(?=\n|$)/u.exec(text.slice(end));
  return { start, end: next ? end + next[0].length : end };
}
