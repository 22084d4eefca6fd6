import type { Day } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import type { BASES } from '../../law/fine-range.ts';
import { sumsIn } from '../../law/sums-in.ts';
import { factsPassage } from '../facts-passage.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { isOnTheSpot } from '../words/is-on-the-spot.ts';
import { daysWhere, firstIn, matchesIn, type Sentence, sentencesIn } from '../words/match-in.ts';
import { type PlainView, plainView } from '../words/plain-view.ts';
import { violationDays } from '../words/violation-days-in.ts';
import { placeOfInspection, violationPlace } from '../words/violation-place-in.ts';
import { withoutQuotes } from '../words/without-quotes.ts';

const KINDS = ['decision', 'no-penalty-decision', 'prior-notice'];
const AMOUNTS: [keyof typeof BASES, RegExp][] = [
  ['goods', /货值(?:金额)?|进货总额|(?:林木|木材|苗木|猎获物|渔获物|矿产品)(?:的)?(?:市场)?(?:价值|总价)/],
  ['gains', /(?:违法|非法)所得(?:金额)?|(?<![无未有])(?:非法)?获利(?:金额)?/],
  ['turnover', /违法经营(?:总)?额|经营额/],
  ['contract', /合同(?:价款|金额|总价)/],
  ['loss', /直接(?:经济)?损失/],
  ['advertising-fee', /广告费用?/],
  ['project-cost', /(?:工程|建设)造价/],
];
const TO_SUM = /^(?:总额|总计|合计|共计|共|计|为|是|达|人民币|金额|[:(])*$/;
const TOTAL = /(?:合计|共计|总计|总额|累计)$/;
const NAME =
  /构成(?:了)?[“"]?(?<name>[^,。;“”"\n]{4,60}?)[”"]?的?(?:违法)?行为|属于[“"]?(?<other>[^,。;“”"\n]{4,40}?)[”"]?的违法行为/;
const FIRST =
  /(?:初次|首次)(?:违法|被查处|实施)|(?:系|属|为)(?:于)?(?:初次|首次)|此前[^,。;\n]{0,20}(?:没有|无)[^,。;\n]{0,20}违法记录/;
const CORRECTED =
  /(?:及时|立即|当场|主动|已(?:经)?)(?:改正|整改|纠正)|改正及时|整改(?:已)?完毕|(?<![未没不])(?:按期|如期)(?:已|全部)?(?:改正|整改|纠正)/;
const SLIGHT = /危害后果轻微/;
/** The act itself is slight, not its consequences. */
const MINOR =
  /违法(?:行为|情节)(?:的?情节)?(?:较为|显著|十分|确属|属于?|系)?轻微(?!的,)|情节(?:显著)?轻微(?!的)/;
/** 行政处罚法 33(2), as found. */
const NO_FAULT =
  /(?:足以|能够|已经?|予以)(?:证明|证实|认定)[^,。;\n]{0,10}(?:没有|无|不存在)主观过错|(?:当事人|你(?:单位|店|公司))(?:确实?)?(?:没有|无|不存在|不具有)主观过错/;
const HARMLESS = /(?:没有|未|尚未)造成[^,。;\n]{0,10}(?:危害)?后果/;
/** What is asked, denied or quoted from a law is no finding. */
const NOT_FOUND =
  /请求|要求|申请|主张|提出|辩称|认为其|不足以|不能|未能|无法|不属于|不是|并非|非初次|不构成|不符合|应当|可以|如|责令/;

/** 在责令的期限内已改正: the order was given before. */
const WITHIN = /责令[^,。;]{0,24}?(?:期限|期间|日期|日)[^,。;]{0,14}?[内前]/;

/** 违法行为 as the agency finds it: its name, its days, its sums, and what weighs in its favour. */
export const violation: Reader = (paper, dossier) => {
  if (paper.kind === 'inspection-record') return placeOfInspection(paper, dossier);
  if (!KINDS.includes(paper.kind)) return [];
  const view = plainView(paper.text);
  const decided = paper.kind !== 'prior-notice';
  return [
    ...amountFacts(view),
    ...daysOf(paper, view, dossier),
    ...violationPlace(paper, view),
    ...(decided ? [...foundFacts(view), ...nameFacts(view), ...weightFacts(view)] : []),
  ];
};

const INSPECTED_TO =
  /(?:截至|截止|直至|持续至|持续到|至|到)(?:被)?(?:本[局机]关?|我局|执法人员)?(?:现场|监督|执法)?(?:检查|查获|查处|案发)(?:当日|当天|之日|时|日|为止)/;
const FOUND_THEN = /^[^。;\n]{0,60}?(?:检查|巡查|巡逻|执法)[^。;\n]{0,12}?发现/;

/**
 * The days that the paper names; 截至检查当日 is the day of the one inspection, and what is fined on the spot went on
 * until it was found.
 */
function daysOf(paper: Paper, view: PlainView, dossier: readonly Paper[]): StatedFact[] {
  const facts = violationDays(view);
  if (facts.some(({ path }) => path === 'violation.endedOn')) return facts;
  const passage = factsPassage(view);
  const until = passage && INSPECTED_TO.exec(passage.text);
  const inspected = until && inspectionDay(dossier);
  if (passage && until && inspected) {
    const from = passage.from + until.index;
    return [...facts, stated('violation.endedOn', inspected, view.span(from, from + until[0].length))];
  }
  if (facts.length > 0 || !isOnTheSpot(paper)) return facts;
  const days = daysWhere(view, {});
  const found = days.find(({ to }) => FOUND_THEN.test(view.text.slice(to)));
  return found && days.every(({ day }) => day === found.day)
    ? [stated('violation.endedOn', found.day, found), stated('violation.discoveredOn', found.day, found)]
    : facts;
}

/** The day of the one record of an inspection; that of a second visit is another. */
function inspectionDay(dossier: readonly Paper[]): Day | undefined {
  const days = dossier
    .filter(({ kind, title }) => kind === 'inspection-record' && !/复查|回访/.test(title))
    .map(({ text }) => daysIn(text)[0]?.day);
  return days.length === 1 ? days[0] : undefined;
}

/** What the decision finds, word for word. */
function foundFacts(view: PlainView): StatedFact[] {
  const facts = factsPassage(view);
  return facts
    ? [stated('violation.facts', view.original(facts.from, facts.from + facts.text.length), facts)]
    : [];
}

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
      return at >= 0 && !NOT_FOUND.test(clause.replace(WITHIN, ''));
    });
  const [first, corrected, slight, harmless, minor, noFault] = [
    FIRST,
    CORRECTED,
    SLIGHT,
    HARMLESS,
    MINOR,
    NO_FAULT,
  ].map(found);
  return [
    ...(first ? [stated('violation.firstViolation', true, first)] : []),
    ...(corrected ? [stated('violation.correctedInTime', true, corrected)] : []),
    ...harmFacts(harmless, slight),
    ...(minor ? [stated('violation.minor', true, minor)] : []),
    ...(noFault ? [stated('violation.noFault', true, noFault)] : []),
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
