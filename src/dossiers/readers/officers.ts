import { daysIn } from '../../law/days-in.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { auxiliariesIn } from '../words/auxiliaries-in.ts';
import { certificatePages } from '../words/certificate-pages.ts';
import { actsIn, HANDLED, knownOfficers, NOT_OURS, RECORDS } from '../words/known-officers.ts';
import { certificatesIn, officersIn } from '../words/officers-in.ts';

/** 执法人员 and 承办人: their names, certificate numbers and how long those are valid. */
export const officers: Reader = (paper, dossier) => {
  if (NOT_OURS.includes(paper.kind) && paper.kind !== 'other') return shownOnPage(paper, dossier);
  const facts: StatedFact[] = [];
  for (const one of paper.kind === 'other' ? [] : officersIn(paper)) {
    if (one.role === 'recording' ? !RECORDS.includes(paper.kind) : !actsIn(paper.kind, one.role)) continue;
    if (!knownOfficers(dossier).has(one.name)) continue;
    facts.push(stated(`officers[${one.name}].name`, one.name, one));
    if (HANDLED.includes(paper.kind) && one.role !== 'recording')
      facts.push(stated(`handlers[${one.name}]`, one.name, one));
  }
  for (const { of, number, start, end } of certificatesIn(paper.text)) {
    const { name } = of;
    if (!knownOfficers(dossier).has(name)) continue;
    if (RECORDS.includes(paper.kind)) facts.push(stated(`officers[${name}].name`, name, of));
    facts.push(stated(`officers[${name}].certificate.number`, number, { start, end }));
  }
  facts.push(
    ...validity(paper, knownOfficers(dossier)),
    ...spansOfYears(paper, knownOfficers(dossier)),
    ...expired(paper, knownOfficers(dossier)),
  );
  facts.push(...shownOnPage(paper, dossier));
  if (actsIn(paper.kind, 'acting'))
    for (const one of auxiliariesIn(paper.text, knownOfficers(dossier)))
      facts.push(stated(`officers[${one.name}].auxiliary`, true, one));
  return facts.filter(
    ({ path, value }, index) => facts.findIndex((one) => one.path === path && one.value === value) === index,
  );
};

const shownOnPage = (paper: Paper, dossier: readonly Paper[]): StatedFact[] =>
  certificatePages(paper, knownOfficers(dossier)).map(({ name, bound, day, start, end }) =>
    stated(`officers[${name}].certificate.${bound}`, day, { start, end }),
  );

/** 王示（99656021，: a number in brackets right behind a name is that of a certificate. */
const NUMBERED =
  /^[ 　]*[（(][ 　]*[\p{sc=Han}]{0,6}[A-Z]{0,4}[-—－]?\d[A-Z\d]{1,11}(?:[-—－][A-Z\d]{1,8}){0,3}[，,、；; 　]*$/u;

const isOfCertificate = (clause: string, { name, at }: { name: string; at: number }): boolean =>
  /证/.test(clause) || NUMBERED.test(clause.slice(at + name.length));

const OTHER_PAPER = /检定|校准|检测|检验|合格证|资质|许可证|执照|健康证|资格证|上岗证|封条|产品/;

/** 有效期至2027年12月31日, after a name or after several in their order. */
function validity(paper: Paper, known: ReadonlySet<string>): StatedFact[] {
  const { text } = paper;
  return [
    ...text.matchAll(/有效期?限?(?:分别)?[^\n。；;]{0,6}?(?=\d{4}|[〇零一二三四五六七八九]{4}|自|从)/g),
  ].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 70), match.index);
    const clause = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1);
    const names = [...known]
      .map((name) => ({ name, at: clause.lastIndexOf(name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    if (names.length === 0 || !isOfCertificate(clause, names.at(-1)!)) return [];
    const from = match.index + match[0].length;
    const rest = /^[^\n；;。）)]*/.exec(text.slice(from))?.[0] ?? '';
    const days = daysIn(rest).map((one) => ({ ...one, start: from + one.start, end: from + one.end }));
    const several = /分别/.test(match[0]) && days.length === names.length;
    const fact = (name: string, bound: 'validFrom' | 'validTo', one: (typeof days)[number]) =>
      stated(`officers[${name}].certificate.${bound}`, one.day, one);
    if (several) return days.map((one, index) => fact(names[index]!.name, 'validTo', one));
    // 王示、李示，证件号码为001、002（有效期均至2027年10月31日）.
    const [only, more] = days;
    if (/[均都]/.test(match[0]) && only && !more) return names.map(({ name }) => fact(name, 'validTo', only));
    const { name: owner, at } = names.at(-1)!;
    // What stands between may be of something else: 首次检定证书有效期至….
    if (OTHER_PAPER.test(clause.slice(at))) return [];
    const [first, second] = days;
    if (!first || /分别/.test(match[0])) return [];
    const span = second && /^[ 　]*(?:起)?[ 　]*(?:至|到|[-—－~])/.test(text.slice(first.end, second.end));
    if (span) return [fact(owner, 'validFrom', first), fact(owner, 'validTo', second)];
    return /[至到]/.test(match[0]) || !/自|从|起/.test(match[0] + text.slice(first.end, first.end + 2))
      ? [fact(owner, 'validTo', first)]
      : [fact(owner, 'validFrom', first)];
  });
}

/** 王示的执法证于2024年10月31日到期, 李示证件2024年3月10日已注销: told without the word 有效期. */
function expired({ text }: Paper, known: ReadonlySet<string>): StatedFact[] {
  return daysIn(text).flatMap((day) => {
    if (
      !/^[ 　]*(?:前|止|已|已经|即|就|起)*(?:到期|届满|期满|失效|过期|注销|吊销|收回|作废|停用)/.test(
        text.slice(day.end, day.end + 12),
      )
    )
      return [];
    const before = text.slice(Math.max(0, day.start - 60), day.start);
    const clause = before.slice(
      Math.max(...['。', '\n', '；', ';', '\t'].map((sign) => before.lastIndexOf(sign))) + 1,
    );
    const [owner] = [...known]
      .map((name) => ({ name, at: clause.lastIndexOf(name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => b.at - a.at);
    if (!owner) return [];
    const tail = clause.slice(owner.at + owner.name.length);
    if (!(/证/.test(tail) || NUMBERED.test(tail)) || OTHER_PAPER.test(tail)) return [];
    if (daysIn(tail).length > 0) return [];
    return [stated(`officers[${owner.name}].certificate.validTo`, day.day, day)];
  });
}

const BETWEEN =
  /^[ 　\t|｜]*(?:起)?[ 　]*(?:至|到|止|[-—－–~～]{1,2}|\t|[|｜])[ 　\t]*(?:有效期?(?:截?止|至|到)?)?[ 　:：]*$/;
const SHORTEST = 300;
const LONGEST = 12 * 366;

/** 王示（证123456，2022.3.1—2027.2.28）: years told after a name and a number, in a row or in a sentence, without a label. */
function spansOfYears({ text }: Paper, known: ReadonlySet<string>): StatedFact[] {
  const days = daysIn(text);
  return days.flatMap((from, index) => {
    const to = days[index + 1];
    if (!to || !BETWEEN.test(text.slice(from.end, to.start))) return [];
    const length = (Date.parse(to.day) - Date.parse(from.day)) / 86_400_000;
    if (length < SHORTEST || length > LONGEST) return [];
    const before = text.slice(Math.max(0, from.start - 70), from.start);
    const words = before.slice(
      Math.max(...['\n', '。', '；', ';'].map((sign) => before.lastIndexOf(sign))) + 1,
    );
    const [owner] = [...known]
      .map((name) => ({ name, at: words.lastIndexOf(name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => b.at - a.at);
    if (!owner) return [];
    const tail = words.slice(owner.at + owner.name.length);
    // A number must stand between, or else these are the years of something done.
    if (OTHER_PAPER.test(tail) || !/\d{2}/.test(tail) || daysIn(tail).length > 0) return [];
    return [
      stated(`officers[${owner.name}].certificate.validFrom`, from.day, from),
      stated(`officers[${owner.name}].certificate.validTo`, to.day, to),
    ];
  });
}
