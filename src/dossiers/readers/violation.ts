import { addDays, type Day } from '../../law/dates.ts';
import type { BASES } from '../../law/fine-range.ts';
import { sumsIn } from '../../law/sums-in.ts';
import { factsPassage } from '../facts-passage.ts';
import { daysWhere, firstIn, matchesIn, type Sentence, sentencesIn } from '../match-in.ts';
import type { StatedFact } from '../paper.ts';
import { type PlainView, plainView } from '../plain-view.ts';
import { type Reader, stated } from '../reader.ts';
import { withoutQuotes } from '../without-quotes.ts';

const KINDS = ['decision', 'no-penalty-decision', 'prior-notice'];
const AMOUNTS: [keyof typeof BASES, RegExp][] = [
  ['goods', /货值(?:金额)?|进货总额/],
  ['gains', /(?:违法|非法)所得(?:金额)?/],
  ['turnover', /违法经营(?:总)?额|经营额/],
  ['contract', /合同(?:价款|金额|总价)/],
  ['loss', /直接(?:经济)?损失/],
  ['advertising-fee', /广告费用?/],
];
const TO_SUM = /^(?:总额|总计|合计|共计|共|计|为|是|达|人民币|金额|[:(])*$/;
const TOTAL = /(?:合计|共计|总计|总额|累计)$/;
const NAME =
  /构成(?:了)?[“"]?(?<name>[^,。;“”"\n]{4,60}?)[”"]?的?(?:违法)?行为|属于[“"]?(?<other>[^,。;“”"\n]{4,40}?)[”"]?的违法行为/;
const FIRST =
  /(?:初次|首次)(?:违法|被查处|实施)|(?:系|属|为)(?:于)?(?:初次|首次)|此前[^,。;\n]{0,20}(?:没有|无)[^,。;\n]{0,20}违法记录/;
const CORRECTED = /(?:及时|立即|当场|主动|已(?:经)?)(?:改正|整改|纠正)|改正及时|整改(?:已)?完毕/;
const SLIGHT = /危害后果轻微/;
const HARMLESS = /(?:没有|未|尚未)造成[^,。;\n]{0,10}(?:危害)?后果/;
/** What is asked, denied or quoted from a law is no finding. */
const NOT_FOUND =
  /请求|要求|申请|主张|提出|辩称|认为其|不属于|不是|并非|非初次|不构成|不符合|应当|可以|如|责令/;
const ACTED =
  /(?:被处罚(?:人|单位)|当事人|你(?:单位|公司|店|厂|\(单位\))?|违法(?:单位|行为人)|该(?:公司|单位|店))/;

/** 违法行为 as the agency finds it: its name, its days, its sums, and what weighs in its favour. */
export const violation: Reader = (paper) => {
  if (!KINDS.includes(paper.kind)) return [];
  const view = plainView(paper.text);
  const decided = paper.kind !== 'prior-notice';
  return [
    ...amountFacts(view),
    ...dayFacts(view),
    ...placeFacts(view),
    ...(decided ? [...nameFacts(view), ...weightFacts(view)] : []),
  ];
};

/** Sums under `violation.amounts`; several sums of one kind without a total leave it open. */
export function amountFacts(view: PlainView): StatedFact[] {
  const text = withoutQuotes(view.text);
  const sums = sumsIn(text);
  return AMOUNTS.flatMap(([base, pattern]) => {
    const found = matchesIn(view, pattern, text).flatMap((match) => {
      const sum = sums.find(
        ({ start }) =>
          start >= match.to && start - match.to <= 10 && TO_SUM.test(text.slice(match.to, start)),
      );
      const ranged =
        sum && /^(?:以[上下]|至|的?(?:\d|[一二三四五六七八九十])[^,。;]{0,4}倍)/.test(text.slice(sum.end));
      const other = /(?:不足|超过|低于|没收(?:了)?|退还|上缴)$/.test(text.slice(0, match.from));
      return sum && !ranged && !other
        ? [
            {
              yuan: sum.fen / 100,
              total: TOTAL.test(text.slice(match.to, sum.start)),
              ...view.span(sum.start, sum.end),
            },
          ]
        : [];
    });
    const totals = found.filter(({ total }) => total);
    const chosen = totals.length > 0 ? totals : found;
    const [first] = chosen;
    return first && chosen.every(({ yuan }) => yuan === first.yuan)
      ? [stated(`violation.amounts.${base}.yuan`, first.yuan, first)]
      : [];
  });
}

/** The first span of days in the findings: 自3月5日起至3月12日止, 3月5日至12日, 自3月5日起. */
function dayFacts(view: PlainView): StatedFact[] {
  const facts = factsPassage(view);
  const text = facts
    ? view.text.slice(0, facts.from + facts.text.length)
    : view.text.slice(0, Math.max(0, view.text.search(/违反了?《/)));
  const from = facts?.from ?? 0;
  const days = daysWhere(view, {}, text).filter((day) => day.from >= from);
  for (const [index, day] of days.entries()) {
    const next = days[index + 1];
    const between = next ? text.slice(day.to, next.from) : '';
    const since = /自$/.test(text.slice(0, day.from));
    if (
      next &&
      /^(?:晚|早|上午|下午|凌晨|许)?(?:起)?,?(?:至|到|—|-|~)?$/.test(between) &&
      (/[至到—~-]/.test(text.slice(day.to, next.from + 1)) || /[至到—~-]$/.test(between)) &&
      next.day > day.day
    )
      return spanFacts(view, day, next);
    if (
      since &&
      next &&
      /^[^。;\n]{0,60}?(?:至|到)$/.test(between) &&
      next.day > day.day &&
      (next.day as Day) < addDays(day.day, 3700)
    )
      return spanFacts(view, day, next);
    if (since && /^起/.test(text.slice(day.to)))
      return [stated('violation.startedOn', day.day, view.span(day.from, day.to))];
  }
  const [only] = days;
  const acted =
    only &&
    only.from - from <= 24 &&
    new RegExp(`^(?:许|左右)?,?${ACTED.source}(?![^,。;]{0,16}(?:检查|巡查))`).test(text.slice(only.to));
  const doer =
    only &&
    new RegExp(`${ACTED.source}于$`).test(text.slice(0, only.from)) &&
    !/^[^。;]{0,40}(?:收到|送达|接受|签收)/.test(text.slice(only.to));
  return acted || doer ? [stated('violation.endedOn', only.day, view.span(only.from, only.to))] : [];
}

const PLACE =
  /在(?<place>(?:[\p{sc=Han}]{2,7}(?:省|自治区|市|县|区|镇|乡|街道))[\p{sc=Han}A-Za-z\d-]{2,36}?(?:号(?:[\p{sc=Han}\d]{0,6}?(?:室|层|楼|铺|栋|一层|之[一二三]|附\d号))?|平台|人行道|路口|交叉口|广场|市场|村|组|处))(?=,|从事|实施|经营|销售|组织|开设|开办|擅自|违法|生产|加工|送|堆放|占用|使用|存放)/u;

/** Where it was done, when the findings name the place with its district. */
function placeFacts(view: PlainView): StatedFact[] {
  const place = firstIn(view, PLACE, withoutQuotes(view.text))?.part.place;
  return place && !/人民法院|人民政府/.test(place.words)
    ? [stated('violation.place', place.words, place)]
    : [];
}

type At = { day: Day; from: number; to: number };

const spanFacts = (view: PlainView, one: At, other: At) => [
  stated('violation.startedOn', one.day, view.span(one.from, one.to)),
  stated('violation.endedOn', other.day, view.span(other.from, other.to)),
];

function nameFacts(view: PlainView): StatedFact[] {
  const match = firstIn(view, NAME, withoutQuotes(view.text));
  const name = match?.part.name ?? match?.part.other;
  return name && !/要件|犯罪|处罚|上述|该|◇/.test(name.words)
    ? [stated('violation.name', name.words, name)]
    : [];
}

function weightFacts(view: PlainView): StatedFact[] {
  const sentences = sentencesIn(view, withoutQuotes(view.text));
  const found = (pattern: RegExp) =>
    sentences.find(({ text }) => {
      const at = text.search(pattern);
      const clause =
        at < 0
          ? ''
          : `${/[^,]*$/.exec(text.slice(0, at))?.[0] ?? ''}${/^[^,]*/.exec(text.slice(at))?.[0] ?? ''}`;
      return at >= 0 && !NOT_FOUND.test(clause);
    });
  const [first, corrected, slight, harmless] = [FIRST, CORRECTED, SLIGHT, HARMLESS].map(found);
  return [
    ...(first ? [stated('violation.firstViolation', true, first)] : []),
    ...(corrected ? [stated('violation.correctedInTime', true, corrected)] : []),
    ...harmFacts(harmless, slight),
  ];
}

/** 危害后果轻微 says that there was some; told together with none at all, neither is sure. */
function harmFacts(harmless: Sentence | undefined, slight: Sentence | undefined): StatedFact[] {
  if (harmless && slight) return [];
  if (harmless) return [stated('violation.harm.occurred', false, harmless)];
  return slight
    ? [stated('violation.harm.occurred', true, slight), stated('violation.harm.slight', true, slight)]
    : [];
}
