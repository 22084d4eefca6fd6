import type { StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { discretionReason } from './discretion-reasons.ts';
import { matchesIn, type Sentence, sentencesIn } from './match-in.ts';
import type { PlainView } from './plain-view.ts';
import { withoutQuotes } from './without-quotes.ts';

/** 《…裁量…》, not the act on discretion in general. */
const BENCHMARK =
  /《(?<title>[^《》\n]{2,60}?裁量[^《》\n]{0,24}?(?:基准|规则|标准|细则|办法|规定|清单|表)[^《》\n]{0,12})》/;
const GRADES = [
  ['mitigated', /减轻(?:行政)?处罚/],
  ['lighter', /从轻(?:行政)?处罚|从轻情节|予以从轻(?!或|、|与)/],
  ['heavier', /从重(?:行政)?处罚|从重情节|予以从重/],
  [
    'ordinary',
    /(?:给予|予以|按照?|属于?|适用|系|参照|对照)(?:《[^《》\n]*》|[^,。;\n《》]){0,10}一般(?:行政)?(?:处罚|情形|情节|违法情形|档次?|阶次|裁量|幅度)(?!以)/,
  ],
] as const;
/** What the party asks, what a law provides, what is denied: no grade of this decision. */
const NOT_OURS =
  /请求|要求|申请|希望|恳请|提出|不符合|不属于|不具有|不具备|不作|不构成|不再|不宜|不应|不予(?!处罚)|并非|不是|没有|无[^,。;]{0,6}情节|可以从轻或者减轻|从轻或者?减轻|从轻、减轻|不足以|规定的|主张/;
const NONE =
  /(?:不具有|不具备|没有|无|未发现)[^,。;\n]{0,20}从轻[^,。;\n]{0,12}(?:从重|减轻)[^,。;\n]{0,8}情[节形]/;
/** Nothing that lets the fine go below the span; of 从重 it says nothing. */
const NO_MITIGATION =
  /(?:不具有|不具备|没有|并?无|未发现|不存在)(?:任何|其他|法定|法律规定的|应当|可以|依法|从轻|[、或者和]){0,6}减轻(?:行政)?(?:处罚)?(?:的)?(?:法定)?(?:情形|情节|事由)/;
const TIER =
  /(?:裁量(?:阶次|档次|等级|等次)|违法程度|处罚档次)(?:为|属于?|是|:)[“"「]?(?<one>[\p{sc=Han}]{2,8}?)[”"」]?(?=[,。;、\n的]|$)|(?:属于?|适用|对应|符合|系)[“"「]?(?<two>(?:特别|较|严重|一般|轻微|从轻|从重|减轻)[\p{sc=Han}]{0,6}?)[”"」]?(?:的)?(?:裁量)?(?:阶次|档次|等次|档)/u;

const SAID_BY_PARTY = /(?:当事人|申请人|代理人)[^,。;]{0,10}(?:称|认为|主张|提出|辩)/;

/** The discretion used, as a decision tells it: benchmark, tier, grade and the reasons. */
export function discretionFacts(view: PlainView): StatedFact[] {
  const [benchmark] = matchesIn(view, BENCHMARK);
  const sentences = sentencesIn(view, withoutQuotes(view.text));
  const grades = GRADES.flatMap(([grade, pattern]) => {
    const own = sentences.find(({ text }) => ours(text, pattern));
    return own ? [{ grade, own }] : [];
  });
  const tier = matchesIn(view, TIER)[0];
  const [only] = grades;
  const none = sentences.find(({ text }) => NONE.test(text));
  const unmitigated = sentences.find(({ text }) => NO_MITIGATION.test(text) && !SAID_BY_PARTY.test(text));
  const named = tier?.part.one ?? tier?.part.two;
  const reason = only && grades.length === 1 ? undefined : discretionReason(view);
  return [
    ...(benchmark?.part.title
      ? [stated('decision.benchmark', benchmark.part.title.words, benchmark.part.title)]
      : []),
    ...(only && grades.length === 1 ? gradeFacts(view, only.grade, only.own) : []),
    ...(reason
      ? [
          stated(
            'decision.discretionReasons',
            view.original(reason.from, reason.from + reason.text.length),
            reason,
          ),
        ]
      : []),
    ...(named ? [stated('decision.tier', named.words, named)] : []),
    ...(none ? [stated('circumstances.noGrounds', true, none)] : []),
    ...(unmitigated ? [stated('circumstances.noMitigation', true, unmitigated)] : []),
  ];
}

function ours(text: string, pattern: RegExp): boolean {
  const at = text.search(pattern);
  if (at < 0) return false;
  const clause = `${/[^,]*$/.exec(text.slice(0, at))?.[0] ?? ''}${/^[^,]*/.exec(text.slice(at))?.[0] ?? ''}`;
  return !NOT_OURS.test(clause);
}

function gradeFacts(view: PlainView, grade: string, sentence: Sentence): StatedFact[] {
  return [
    stated('decision.grade', grade, sentence),
    stated(
      'decision.discretionReasons',
      view.original(sentence.from, sentence.from + sentence.text.length),
      sentence,
    ),
  ];
}
