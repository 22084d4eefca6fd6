import type { CaseFile } from '../../cases/case-file.ts';
import { BASE_NAMES, BASES } from '../../law/fine-range.ts';
import { yuan } from '../../law/money.ts';
import { type Answer, type Context, isAnswer, notMet } from '../rules/rule.ts';
import { judgedPenalties } from '../steps/judged-penalties.ts';
import { agencyTexts } from '../words/agency-texts.ts';
import { boundsIn, isWithin } from './bounds-in.ts';
import { fineSum } from './fine-span.ts';
import { claimedTier, misplacedTier } from './quoted-tier-fault.ts';
import { LEFT } from './told-span-faults.ts';

/** A small base counts as more than it is. */
const DEEMED = /不足[^,。;]{1,12}(?:的)?,?按[^,。;]{1,14}(?:计|算)|基数/;

/** A span for one kind of party, where there is another for the other kind. */
const WHOSE = /单位|个人|自然人|法人|责任人|直接负责/;

/** The fine lies outside the span that the papers quote for the tier that applies: that of the quantity found, else the one named. */
export function quotedSpanFault({ file }: Context): Answer | undefined {
  const judged = judgedPenalties(file);
  if (isAnswer(judged) || judged.of !== 'decision' || judged.grade === 'mitigated') return undefined;
  const fine = fineSum(judged);
  if (fine === undefined || isAnswer(fine)) return undefined;
  if (judged.penalties.filter(({ type }) => type === 'fine').length !== 1) return undefined;
  if (agencyTexts(file).some(({ kind, text }) => kind === 'decision' && LEFT.test(text))) return undefined;
  const tier = misplacedTier(file)?.due ?? claimedTier(file);
  if (tier && WHOSE.test(tier.quote)) return undefined;
  const [span, ...others] = tier ? boundsIn(tier.fine).filter(({ unit }) => /^[元倍%]$/.test(unit)) : [];
  const base = span && baseOf(span.unit, tier!.fine, file);
  if (!tier || !span || base === undefined || others.length > 0) return undefined;
  const [least, most] = [span.min, span.max].map((end) =>
    end === undefined ? undefined : Math.round(end * base),
  );
  const limits = {
    ...span,
    ...(least === undefined ? {} : { min: least }),
    ...(most === undefined ? {} : { max: most }),
  };
  return isWithin(fine, limits)
    ? undefined
    : notMet(
        `《${tier.title}》写“${tier.quote.slice(0, 60)}”，决定罚款${yuan(fine)}，不在幅度内，没有偏离裁量基准的记载。`,
        [tier.path, judged.path, 'decision.tier'],
      );
}

/** What one unit of the span is, in fen; `undefined` where the base is not known. */
function baseOf(unit: string, words: string, { violation }: CaseFile): number | undefined {
  if (unit === '元') return /每|[/]/.test(words) ? undefined : 100;
  if (DEEMED.test(words)) return undefined;
  const [only, ...others] = BASE_NAMES.filter((name) => words.includes(BASES[name]));
  const sum = only && others.length === 0 ? violation.amounts?.[only]?.yuan : undefined;
  return sum ? (sum * 100) / (unit === '%' ? 100 : 1) : undefined;
}
