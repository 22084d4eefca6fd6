import { type Match, matchesIn, type Sentence, sentencesIn } from './match-in.ts';
import type { PenaltyIn } from './penalties-in.ts';
import type { PlainView } from './plain-view.ts';
import { withoutQuotes } from './without-quotes.ts';

type Result = 'penalty' | 'no-penalty' | 'dropped' | 'referred';
type Ground =
  | 'slight-harmless'
  | 'first-violation'
  | 'no-fault'
  | 'minor'
  | 'illness'
  | 'limitation'
  | 'other';

const SPARED = /(?:决定|作出|给予|依法)?[^。;\n]{0,40}?不予(?:以)?(?:行政)?处罚/;
const DECIDED = /决定|作出|依法|如下/;
const DROPPED = /决定[^。;\n]{0,30}(?:撤销案件|销案|撤案|终止调查|终结调查)/;
const REFERRED = /决定[^。;\n]{0,30}移送[^。;\n]{0,20}(?:公安|司法|检察)/;
const GROUNDS: [Ground, RegExp][] = [
  ['first-violation', /(?:初次|首次)违法[^。\n]{0,60}?(?:危害)?后果轻微|(?:系|属)(?:于)?(?:初次|首次)违法/],
  ['slight-harmless', /违法行为轻微[^。\n]{0,60}?(?:没有|未)造成[^。\n]{0,6}后果/],
  ['no-fault', /没有主观过错|无主观过错|不存在主观过错/],
  ['minor', /未满十四周岁|不满十四周岁|不满14周岁|未满14周岁/],
  ['illness', /精神病人|智力残疾|不能辨认或者(?:不能)?控制/],
  ['limitation', /(?:二年|两年|五年|2年|5年)内未(?:被)?发现|超过[^。;\n]{0,10}(?:追责|处罚)时效/],
];

/** What the decision comes to, with its words. `from` is where they begin in plain view. */
export function decidedResult(
  view: PlainView,
  sparing: boolean,
  penalties: readonly PenaltyIn[],
): ({ value: Result; from: number } & Pick<Match, 'start' | 'end'>) | undefined {
  const text = withoutQuotes(view.text);
  const last = (pattern: RegExp) => matchesIn(view, pattern, text).at(-1);
  const spared = matchesIn(view, SPARED, text).findLast(({ words }) => sparing || DECIDED.test(words));
  const [first] = penalties;
  if (first && !sparing) return { value: 'penalty', from: 0, start: first.start, end: first.end };
  if (spared) return { ...place(spared), value: 'no-penalty' };
  const referred = last(REFERRED);
  if (referred) return { ...place(referred), value: 'referred' };
  const dropped = last(DROPPED);
  return dropped ? { ...place(dropped), value: 'dropped' } : undefined;
}

const place = ({ from, start, end }: Match) => ({ from, start, end });

/** 不予处罚的事由: one of those of the law, where the reasons name it; two of them leave it open. */
export function groundOfSparing(view: PlainView): ({ value: Ground } & Sentence) | undefined {
  const sentences = sentencesIn(view, withoutQuotes(view.text));
  const found = GROUNDS.flatMap(([value, pattern]) => {
    const sentence = sentences.find(({ text }) => pattern.test(text));
    return sentence ? [{ value, ...sentence }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
