import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Paper, Span } from '../paper.ts';
import { fieldsOf } from './fields-of.ts';

/** A bound of the validity of an officer's certificate, from a page that shows it. */
export interface CertificateBound extends Span {
  name: string;
  bound: 'validFrom' | 'validTo';
  day: string;
}

/** A line of its own: the page may lie behind another on the same sheet. */
const TITLE =
  /(?<=^|\n)[\s　#]*(?:[\p{sc=Han}]{0,12})?(?:执法(?:人员)?(?:资格)?证(?:件|书)?|执法人员(?:资格|证件|信息|名单)|执法资格)[\p{sc=Han}（）()]{0,10}[ 　]*(?=\n)/u;
const HOLDER = /^(?:姓名|持证人|持证人员|执法人员|执法人员姓名)$/;
const VALID = /^(?:证件|证书)?有效(?:期限?|期间|日期)$/;
const FROM = /^(?:证件|证书)?(?:有效期(?:起|自|始|开始|起始)(?:日期|时间)?|生效日期|起始日期)$/;
const TO =
  /^(?:证件|证书)?(?:有效期(?:止|至|终|截止)(?:日期|时间)?|到期日期?|失效日期|截止日期|有效截止日期)$/;

/** 执法证复印件, 执法人员资格证明: how long the certificates of `known` officers are valid, by labels or in a table with a row for each. */
export function certificatePages(paper: Paper, known: ReadonlySet<string>): CertificateBound[] {
  const title = TITLE.exec(paper.text);
  if (!title) return [];
  const rows = inRows(paper, known);
  const found = rows.length > 0 ? rows : byLabels(paper, known);
  return found.filter(({ start }) => start > title.index);
}

function byLabels(paper: Paper, known: ReadonlySet<string>): CertificateBound[] {
  const days = daysIn(paper.text);
  let name: string | undefined;
  return fieldsOf(paper).flatMap(({ label, value, start, end }) => {
    if (HOLDER.test(label)) {
      const own = value.replaceAll(/[ 　]/g, '');
      name = [...known].find((one) => own.startsWith(one));
      return [];
    }
    const within = days.filter((day) => day.start >= start && day.start < end);
    return name ? bounds(name, label, within, value) : [];
  });
}

/** 姓名 | 执法证号 | 有效期起 | 有效期止, and a row for each officer. */
function inRows({ text }: Paper, known: ReadonlySet<string>): CertificateBound[] {
  const days = daysIn(text);
  let heads: string[] = [];
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    const cells = line.split('\t').map((cell) => cell.replaceAll(/[ 　]/g, ''));
    if (cells.some((cell) => HOLDER.test(cell)) && cells.some((cell) => /有效|到期|截止/.test(cell))) {
      heads = cells;
      return [];
    }
    const name = cells.find((cell) => known.has(cell));
    if (!name || heads.length !== cells.length) return [];
    let from = start;
    return line.split('\t').flatMap((cell, index) => {
      const own = { start: from, end: from + cell.length };
      from = own.end + 1;
      const within = days.filter((day) => day.start >= own.start && day.end <= own.end);
      return bounds(name, heads[index] ?? '', within, cell);
    });
  });
}

function bounds(name: string, label: string, days: readonly DayIn[], value: string): CertificateBound[] {
  const [first, second] = days;
  if (!first) return [];
  const bound = (which: CertificateBound['bound'], one: DayIn) => [
    { name, bound: which, day: one.day, start: one.start, end: one.end },
  ];
  if (FROM.test(label)) return bound('validFrom', first);
  if (TO.test(label)) return bound('validTo', first);
  if (!VALID.test(label)) return [];
  if (second) return [...bound('validFrom', first), ...bound('validTo', second)];
  return /自|从|起/.test(value) && !/[至到止]/.test(value)
    ? bound('validFrom', first)
    : bound('validTo', first);
}
