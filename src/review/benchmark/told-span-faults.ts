import { positionInRange, rangeText } from '../../law/fine-range.ts';
import { yuan } from '../../law/money.ts';
import { type Answer, type Context, isAnswer, notMet } from '../rules/rule.ts';
import { judgedPenalties } from '../steps/judged-penalties.ts';
import { agencyTexts } from '../words/agency-texts.ts';
import { fineSpan, fineSum, widestSpan } from './fine-span.ts';
import { standingDeviation } from './standing-deviation.ts';
import { toldTiers } from './told-tiers.ts';

/** Words with which a decision leaves the benchmark or the tier on purpose. */
export const LEFT = /偏离|突破(?:裁量)?基准|低于该(?:阶次|档)|减轻(?:行政)?处罚|在该(?:阶次|档)以下/;

/**
 * The fine lies outside every span that the papers give for the tier which they apply; such a span stands in a paper as
 * “对应罚款幅度为1.85万元至3.65万元”. `undefined` where none is told or one of them holds the fine.
 */
export function toldSpanFault({ file }: Context): Answer | undefined {
  const judged = judgedPenalties(file);
  if (isAnswer(judged) || judged.of !== 'decision' || standingDeviation(file)) return undefined;
  const fine = fineSum(judged);
  if (fine === undefined || isAnswer(fine) || judged.grade === 'mitigated') return undefined;
  const told = toldTiers(file).flatMap((one) => (one.range ? [{ ...one, range: one.range }] : []));
  // What the decision itself says of its tier goes before what was proposed.
  const own = told.filter(({ kind }) => kind === 'decision');
  const spans = own.length > 0 ? own : told;
  const [first] = spans;
  if (!first || spans.some(({ range }) => positionInRange(fine, inclusive(range)) === 0)) return undefined;
  const decision = agencyTexts(file).find(({ kind }) => kind === 'decision');
  if (decision && LEFT.test(decision.text)) return undefined;
  return notMet(
    `《${first.title}》写明阶次的罚款幅度为“${first.range.text}”，决定罚款${yuan(fine)}，不在幅度内。`,
    [first.path, judged.path, ...(decision ? [decision.path] : [])],
  );
}

/** A span that the papers give for a tier goes beyond what the cited provision allows. */
export function benchmarkBeyondLaw(context: Context): Answer | undefined {
  const limits = limitsOf(context);
  if (!limits) return undefined;
  const { min, max, text, paths } = limits;
  const beyond = toldTiers(context.file).find(
    ({ range, quote }) =>
      range &&
      !/减轻/.test(quote) &&
      ((max !== undefined && range.max !== undefined && range.max > max) ||
        (min !== undefined && range.min !== undefined && range.min < min)),
  );
  return beyond?.range
    ? notMet(`《${beyond.title}》写明裁量基准的幅度为“${beyond.range.text}”，超出${text}。`, [
        beyond.path,
        ...paths,
      ])
    : undefined;
}

/** The span of the case or, where which one applies is open, the ends of all. */
function limitsOf(context: Context): ReturnType<typeof widestSpan> {
  const span = fineSpan(context);
  if (isAnswer(span)) return span.answer === 'unclear' ? widestSpan(context) : undefined;
  const { min, max } = span.range;
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    text: `${span.text}（${rangeText(span.range)}）`,
    paths: span.paths,
  };
}

const inclusive = (range: { min?: number; max?: number }) => ({
  ...range,
  minInclusive: true,
  maxInclusive: true,
});
