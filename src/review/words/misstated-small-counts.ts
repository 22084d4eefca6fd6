import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { MisstatedCount } from './misstated-counts.ts';

const EVIDENCE: PaperKind[] = [
  'inspection-record',
  'interview-record',
  'documentary-evidence',
  'sampling-record',
];
/** Papers whose words the decision takes over: 安排车缝车间46名 there, 安排46名 in it. */
const COPIED: PaperKind[] = ['closing-report', 'prior-notice', 'review-submission'];
/** One account may be of something else; two that agree are of the same. */
const SEVERAL = 2;
const NEAR = 5;
const DIGITS = '一二三四五六七八九';
const COUNT =
  /(?<lead>[\u4e00-\u9fa5]{0,12}?)(?<![\d.-])(?<number>[1-9]\d?|[一二两三四五六七八九])(?<unit>个人|人|名|辆|台|株|棵|头|只|间|套|组|艘|户|张|座)(?![\d以])/g;
/** Who acts for the agency or the party, and words that lead to any number. */
const LEAD =
  /^.*(?:你单位|你公司|你店|当事人|该单位|该公司|该店|公司|单位|发现|查明|安排|使用|其|有|共|的|将|对|为|于|在)(?=.{2})/;
/** 一共6人: who tells the whole number tells it of nothing else. */
const ALL = /(?:一共|总共|总计|共计|合计|全部|只有|仅有|共|就)(?:是|有|为)?$/;
const OURS = /执法|本局|我局|本机关|检查人|调查人|工作人员|见证/;

/**
 * 新进从业人员9人 in the decision, where no evidence has 9人 and several pieces of it alike have 新进6人: counts of one or
 * two digits that begin with the same words; one piece is enough where it tells the whole number (从业人员一共6人). `MisstatedCount` as for long numbers.
 */
export function misstatedSmallCounts({ violation, papers = [] }: CaseFile): MisstatedCount[] {
  const decisions = papers.flatMap(({ kind, text }) => (text && kind === 'decision' ? [text] : []));
  const facts = violation.facts ?? decisions[0];
  if (!facts) return [];
  const evidence = papers.flatMap(({ kind, text }, index) =>
    text && EVIDENCE.includes(kind) ? [{ index, counts: countsIn(text) }] : [],
  );
  const known = [facts, ...decisions].flatMap(countsIn);
  const copies = papers.flatMap(({ kind, text }) => (text && COPIED.includes(kind) ? countsIn(text) : []));
  const seen = new Set<string>();
  return countsIn(facts).flatMap((found): MisstatedCount[] => {
    const [topic = ''] = [found, ...copies.filter((one) => same(one, found))]
      .map(topicOf)
      .filter(({ length }) => length >= 2);
    const name = found.number + found.unit;
    if (topic.length < 2 || OURS.test(found.lead) || seen.has(name)) return [];
    seen.add(name);
    if (evidence.some(({ counts }) => counts.some((one) => same(one, found)))) return [];
    const told = evidence.flatMap(({ index, counts }) =>
      counts
        .filter((one) => one.unit === found.unit && one.lead.includes(topic))
        .map((one) => ({ ...one, index })),
    );
    const [first] = told;
    const where = [...new Set(told.map(({ index }) => index))];
    const one = first !== undefined && told.every((other) => same(other, first));
    const all = told.some(({ lead }) => ALL.test(lead) && lead.lastIndexOf(topic) >= lead.search(ALL) - NEAR);
    // The officers' own record, which tells it twice.
    const twice = told.filter(({ index }) => papers[index]?.kind === 'inspection-record').length >= SEVERAL;
    return one && (where.length >= SEVERAL || all || twice) && !known.some((other) => same(other, first))
      ? [{ told: `${topic}${first.number}${first.unit}`, found: `${topic}${name}`, papers: where }]
      : [];
  });
}

type Count = { lead: string; number: string; unit: string };

/** 安排46名: the verb alone names nobody. */
const VERB = /^(?:安排|使用|发现|查明|招用|聘用|雇用|涉及|单位|公司|该店|当事人)$/;
const topicOf = ({ lead }: Count) => lead.replace(LEAD, '').replace(VERB, '').slice(0, 2);

const same = (one: Count, other: Count) => one.number === other.number && one.unit === other.unit;

function countsIn(text: string): Count[] {
  const plain = text.normalize('NFKC').replaceAll(/[ \u3000]/g, '');
  return [...plain.matchAll(COUNT)].map(({ groups, index }) => {
    const number = groups!.number!.replace('两', '二');
    const at = DIGITS.indexOf(number);
    const lead = /[\u4e00-\u9fa5]{0,12}$/.exec(plain.slice(0, index + groups!.lead!.length))?.[0] ?? '';
    const unit = groups!.unit!;
    return {
      lead,
      number: at < 0 ? number : String(at + 1),
      unit: /^(?:名|个人)$/.test(unit) ? '人' : unit,
    };
  });
}
