import type { StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { sentencesIn } from '../words/match-in.ts';
import { plainView } from '../words/plain-view.ts';
import { withoutQuotes } from '../words/without-quotes.ts';

const GROUNDS = [
  [
    'removed-harm',
    /主动消除(?:或者?减轻|、减轻)?[^,。;]{0,10}(?:危害)?后果|主动(?:或者?)?减轻[^,。;]{0,10}(?:危害)?后果/,
  ],
  ['coerced', /受(?:他人|人)(?:胁迫|诱骗)/],
  ['confessed-unknown', /主动(?:供述|交代|交待|坦白)[^,。;]{0,20}(?:尚未|未|尚不)掌握/],
  ['meritorious', /立功(?:表现|情节)?/],
  ['minor-age', /(?:已满)?(?:十四|14)周岁(?:以上)?[^,。;]{0,6}(?:不满|未满)(?:十八|18)周岁/],
] as const;
const DENIED = /不属于|不符合|不具有|不具备|不构成|不能认定|没有|无/;
const ASKED = /请求|主张|提出|辩称|申辩|认为其|要求/;
const FOUND =
  /属于?|具有|符合|系|认定|有[^,。;]{0,16}(?:表现|情节|行为)|鉴于|考虑|已(?:经)?|能够|当事人|违法(?:单位|行为人)|被处罚(?:人|单位)|你(?:单位|店|公司|厂|社|校|院)?(?=主动|受|立|有|检举)/;

/**
 * 从轻、减轻情节 of 行政处罚法 30 and 32, as a decision plainly finds, denies or tells them as claimed. What a quoted law
 * lists, and what is found and denied in one paper, is left open.
 */
export const circumstances: Reader = (paper) => {
  if (paper.kind !== 'decision' && paper.kind !== 'no-penalty-decision') return [];
  const view = plainView(paper.text);
  const sentences = sentencesIn(view, withoutQuotes(view.text));
  return GROUNDS.flatMap(([kind, pattern]): StatedFact[] => {
    const told = sentences.flatMap((sentence) => {
      const state = stateIn(sentence.text, pattern);
      return state ? [{ sentence, state }] : [];
    });
    const judged = told.filter(({ state }) => state !== 'claimed');
    const [first] = judged.length > 0 ? judged : told;
    if (!first || judged.some(({ state }) => state !== first.state)) return [];
    const key = `circumstances.grounds[${kind}]`;
    return [stated(`${key}.kind`, kind, first.sentence), stated(`${key}.state`, first.state, first.sentence)];
  });
};

function stateIn(text: string, pattern: RegExp): 'accepted' | 'claimed' | 'rejected' | undefined {
  const at = text.search(pattern);
  if (at < 0) return undefined;
  const before = /[^,]*$/.exec(text.slice(0, at))?.[0] ?? '';
  if (DENIED.test(before)) return 'rejected';
  // 有下列情形之一 and the like repeat the law.
  if (/或者?有|情形之一|应当|可以/.test(before)) return undefined;
  if (ASKED.test(text.slice(0, at))) return 'claimed';
  const end = at + (pattern.exec(text)?.[0].length ?? 0);
  return FOUND.test(text.slice(0, end)) ? 'accepted' : undefined;
}
