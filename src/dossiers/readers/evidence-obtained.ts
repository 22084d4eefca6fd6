import { daysIn } from '../../law/days-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { fieldsOf } from '../words/fields-of.ts';
import { knownOfficers } from '../words/known-officers.ts';
import { daysWhere, firstIn } from '../words/match-in.ts';
import { namesIn } from '../words/names-in.ts';
import { plainView } from '../words/plain-view.ts';
import { acts } from './acts.ts';
import { keyOf, listedEvidence, namedItems } from './evidence-list.ts';

const INSPECTION = /(?:现场|检查|勘验|勘查|勘察|巡查)[^笔记]{0,10}(?:笔录|记录)/;
const INTERVIEW = /(?:询问|调查|问话|谈话)[^笔记]{0,8}(?:笔录|记录)|笔录[（(]/;
const VERIFIED =
  /(?:与|和|同)原件(?:核对)?(?:一致|无误|相符|相同|无异)|(?:经)?(?:原件)?核对(?:一致|无误|无异|相符)|复印件?(?:与原件)?(?:一致|属实)/;
const NOT_VERIFIED =
  /(?:未|没有)(?:与|和|同)?(?:原件)?(?:进行)?核对|原件(?:未|没有)(?:提供|提交|出示)|未(?:见|提供|出示)原件|无原件/;
/** 提供人 王示 2024年5月6日: beneath what was pasted on a sheet of evidence. */
const PASTED = /^(?:提供人|提取人?|取证人|调取人|收集人|提取时间|取证时间|调取时间)$/;
const COPY = /复印件|复制件|影印件|抄件/;
const TAKEN_ON = /^(?:拍摄|摄影|摄制|取证|拍照|提取|制作)(?:时间|日期)$/;
const TAKEN_BY = /^(?:拍摄|摄影|摄制|取证|拍照|提取|制作)(?:人员?|者)$/;

/**
 * When and by whom the listed evidence was obtained, as the paper that is that evidence tells: a record, a photograph, a
 * copy that was held against the original. Only where one piece of the list and one paper answer to each other.
 */
export const evidenceObtained: Reader = (paper, dossier) => {
  const listed = listedEvidence(dossier);
  if (listed.length === 0) return [];
  if (paper.kind === 'decision' || paper.kind === 'no-penalty-decision' || paper.kind === 'closing-report')
    return [...copiesNamed(paper, listed), ...datedNames(paper, listed)];
  if (paper.kind === 'inspection-record')
    return onlyOne(paper, dossier)
      ? obtained(
          paper,
          dossier,
          matching(listed, (name) => INSPECTION.test(name)),
        )
      : [];
  if (paper.kind === 'interview-record') return interviewed(paper, dossier, listed);
  if (paper.kind === 'photograph')
    return onlyOne(paper, dossier)
      ? photographed(
          paper,
          dossier,
          matching(listed, (name) => /照片/.test(name)),
        )
      : [];
  return verifiedCopy(paper, listed);
};

const onlyOne = (paper: Paper, dossier: readonly Paper[]) =>
  dossier.filter(({ kind, sameAs }) => kind === paper.kind && !sameAs).length === 1;

/** The one name of the list that fits; several leave it open. */
function matching(listed: readonly string[], fits: (name: string) => boolean): string | undefined {
  const own = listed.filter(fits);
  return own.length === 1 ? own[0] : undefined;
}

function interviewed(paper: Paper, dossier: readonly Paper[], listed: readonly string[]): StatedFact[] {
  const person = acts(paper, dossier).find(({ path }) => path.endsWith('.interviewee'))?.value;
  const own =
    matching(
      listed,
      (name) => INTERVIEW.test(name) && person !== undefined && name.includes(String(person)),
    ) ?? (onlyOne(paper, dossier) ? matching(listed, (name) => INTERVIEW.test(name)) : undefined);
  return obtained(paper, dossier, own);
}

/** A record is obtained on its day by those who made it. */
function obtained(paper: Paper, dossier: readonly Paper[], name: string | undefined): StatedFact[] {
  if (!name) return [];
  const key = `evidence[${keyOf(name)}]`;
  const facts = acts(paper, dossier);
  const day = facts.find(({ path }) => /\.(?:startedAt|date)$/.test(path));
  return [
    ...(day ? [stated(`${key}.obtainedOn`, String(day.value).slice(0, 10), day)] : []),
    ...facts
      .filter(({ path }) => /\.officers\[/.test(path))
      .map((one) => stated(`${key}.obtainedBy[${one.value}]`, one.value, one)),
  ];
}

function photographed(paper: Paper, dossier: readonly Paper[], name: string | undefined): StatedFact[] {
  if (!name) return [];
  const key = `evidence[${keyOf(name)}]`;
  const fields = fieldsOf(paper);
  const view = plainView(paper.text);
  const within = ({ start, end }: Span) =>
    daysWhere(view, {}).find((day) => day.start >= start && day.end <= end);
  const days = fields.filter(({ label }) => TAKEN_ON.test(label)).flatMap((field) => within(field) ?? []);
  const [day] = days;
  const known = knownOfficers(dossier);
  const names = fields
    .filter(({ label }) => TAKEN_BY.test(label))
    .flatMap((field) => namesIn(paper.text, field, { rare: true }))
    .filter((one, index, all) => all.findIndex((other) => other.name === one.name) === index);
  return [
    ...(day && days.every((one) => one.day === day.day)
      ? [stated(`${key}.obtainedOn`, day.day, day), stated(`${key}.media.madeOn`, day.day, day)]
      : []),
    ...(names.length === 1 ? [stated(`${key}.media.maker`, names[0]!.name, names[0]!)] : []),
    ...names
      .filter((one) => known.has(one.name))
      .map((one) => stated(`${key}.obtainedBy[${one.name}]`, one.name, one)),
  ];
}

/** 营业执照复印件: the list itself says that it is a copy. */
function copiesNamed({ text }: Paper, listed: readonly string[]): StatedFact[] {
  return listed.flatMap((name) => {
    const at = COPY.test(name) ? text.indexOf(name) : -1;
    return at < 0
      ? []
      : [stated(`evidence[${keyOf(name)}].copy`, true, { start: at, end: at + name.length })];
  });
}

/** 2024年8月21日对王示的询问笔录: the day of a record stands in its name. */
function datedNames({ text }: Paper, listed: readonly string[]): StatedFact[] {
  return namedItems(text, listed).flatMap(({ item, name }) => {
    const [day] = /^\d{4}年.*(?:笔录|记录)$/.test(item.name) ? daysIn(item.name) : [];
    return day?.start === 0
      ? [
          stated(`evidence[${keyOf(name)}].obtainedOn`, day.day, {
            start: item.start,
            end: item.start + day.end,
          }),
        ]
      : [];
  });
}

/** 证据（复印件）粘贴单: the piece that is named on it, the day on which it was taken, and whether it was held against the original. */
function pastedOn(paper: Paper, listed: readonly string[]): StatedFact[] {
  const fields = fieldsOf(paper);
  const named = fields.find(({ label }) => /^证据名称$/.test(label));
  const name = named && listed.find((one) => named.value.startsWith(one) || one.startsWith(named.value));
  if (!name) return [];
  const view = plainView(paper.text);
  const taken = fields.find(({ label }) => PASTED.test(label));
  const day = taken && daysWhere(view, {}).find(({ start }) => start >= taken.start && start < taken.end);
  const never = firstIn(view, NOT_VERIFIED);
  const verified = never ? undefined : firstIn(view, VERIFIED);
  const key = `evidence[${keyOf(name)}]`;
  const copy = never ?? verified;
  return [
    ...(day ? [stated(`${key}.obtainedOn`, day.day, day)] : []),
    ...(copy ? [stated(`${key}.copy`, true, copy), stated(`${key}.copyVerified`, !never, copy)] : []),
  ];
}

/** A licence or a paper of the party with words on it that it was held against the original. */
function verifiedCopy(paper: Paper, listed: readonly string[]): StatedFact[] {
  if (!['identity-proof', 'documentary-evidence'].includes(paper.kind)) return [];
  const view = plainView(paper.text);
  const pasted = pastedOn(paper, listed);
  if (pasted.length > 0) return pasted;
  const verified = firstIn(view, VERIFIED);
  const stem = (words: string) =>
    words.replaceAll(/[（(][^（）()]*[)）]|复印件|复制件|影印件|副本|当事人|的|[\s《》]/g, '');
  const title = stem(paper.title);
  const name =
    title.length >= 3 ? matching(listed, (one) => COPY.test(one) && stem(one) === title) : undefined;
  const never = name ? firstIn(view, NOT_VERIFIED) : undefined;
  if (never && name) return [stated(`evidence[${keyOf(name)}].copyVerified`, false, never)];
  if (!verified || !name || /[未不]/.test(view.text.slice(Math.max(0, verified.from - 3), verified.from)))
    return [];
  const day = daysWhere(view, {}).find(({ from }) => from >= verified.to && from - verified.to < 40);
  return [
    stated(`evidence[${keyOf(name)}].copyVerified`, true, verified),
    ...(day ? [stated(`evidence[${keyOf(name)}].obtainedOn`, day.day, day)] : []),
  ];
}
