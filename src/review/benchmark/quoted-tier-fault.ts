import type { CaseFile } from '../../cases/case-file.ts';
import { GRADES } from '../../law/penalties.ts';
import { type Answer, type Context, notMet } from '../rules/rule.ts';
import { agencyTexts } from '../words/agency-texts.ts';
import { plainText } from '../words/denied-words.ts';
import { type Bounds, boundsIn, inPlainUnit, isWithin, NUMBER, UNIT } from './bounds-in.ts';
import { type QuotedTier, quotedTiers, tierName } from './quoted-tiers.ts';
import { standingDeviation } from './standing-deviation.ts';
import { toldTiers } from './told-tiers.ts';

/** Words with which papers leave the tier that the facts give, and tell that they do. */
const ADJUSTED =
  /偏离|突破|跨档|降低?(?:[一两]个?)?(?:档|阶次|等次)|下[调浮]|上[调浮]|(?:提高|升高?)(?:[一两]个?)?(?:档|阶次)|(?:档|阶次)以[上下](?:处罚|裁量)|[下上]一(?:档|阶次|个阶次)|就[低高]/;
const QUANTITY = new RegExp(
  String.raw`(?<![\d.第〔]|不足|不满|未满|低于|少于|小于|不到|超过|大于|多于|不含|达到)(?<number>${NUMBER})(?<wan>万)?(?<unit>${UNIT})(?!以[上下内外]|[余多]|之[内上下]|左右|\d)`,
  'gu',
);
const HARM = /后果|损害|损坏|损失|伤|死亡|事故|影响/;
const NO_HARM = /(?:未|没有|尚未)(?:实际)?(?:造成|发生|产生|引起|导致)/;

/**
 * The decision applies a tier whose quoted condition its own quantity does not fulfil, while one other quoted tier is for
 * that quantity. `undefined` where the papers quote no table, or leave its tiers on purpose.
 */
export function quotedTierFault({ file }: Context): Answer | undefined {
  const found = misplacedTier(file);
  if (!found) return undefined;
  const { claimed, due, told, path } = found;
  return notMet(
    `决定写“${told}”，《${due.title}》写“${shortened(due)}”，决定适用的是“${shortened(claimed)}”，没有偏离裁量基准的记载。`,
    [path, due.path, 'decision.tier'],
  );
}

/** The tier that the decision applies, among those that the papers quote. */
export function claimedTier(file: CaseFile): QuotedTier | undefined {
  const { decision } = file;
  if (!decision || standingDeviation(file)) return undefined;
  const tiers = quotedTiers(file);
  const named = toldTiers(file).findLast(({ kind, name }) => kind === 'decision' && name)?.name;
  const name = decision.tier ?? named ?? (decision.grade && GRADES[decision.grade]);
  return name ? tiers.find((tier) => tier.name === tierName(name)) : undefined;
}

export interface MisplacedTier {
  claimed: QuotedTier;
  due: QuotedTier;
  /** The quantity as the decision tells it. */
  told: string;
  path: string;
}

export function misplacedTier(file: CaseFile): MisplacedTier | undefined {
  const claimed = claimedTier(file);
  const decision = agencyTexts(file).find(({ kind }) => kind === 'decision');
  const grounds = file.circumstances?.grounds ?? [];
  const { facts = '' } = file.violation;
  const { text, path } = decision ?? { text: plainText(facts), path: 'violation.facts' };
  if (!claimed || grounds.some(({ state }) => state !== 'rejected')) return undefined;
  if (agencyTexts(file).some((paper) => ADJUSTED.test(paper.text))) return undefined;
  const others = quotedTiers(file).filter((tier) => tier !== claimed);
  for (const bounds of [claimed, ...others].flatMap(({ condition }) => boundsIn(condition))) {
    const told = quantityOf(bounds, file, text);
    if (!told || told.unit !== bounds.unit) continue;
    const harmless = file.violation.harm?.occurred === false || NO_HARM.test(text);
    if (stands(claimed.condition, told, harmless) !== false) continue;
    const fitting = others.filter(({ condition }) => stands(condition, told, harmless) === true);
    const [due] = fitting;
    if (due && fitting.length === 1) return { claimed, due, told: told.quote, path };
  }
  return undefined;
}

interface Told {
  value: number;
  unit: string;
  quote: string;
}

/** Whether a condition holds for one quantity; `undefined` where that alone does not decide. */
function stands(condition: string, { value, unit }: Told, harmless: boolean): boolean | undefined {
  const states = condition.split(/或者?|之一|[/]/).map((part) => {
    const own = boundsIn(part).filter((bounds) => bounds.unit === unit);
    if (own.some((bounds) => !isWithin(value, bounds))) return false;
    if (own.length > 0) return true;
    return harmless && HARM.test(part) && !NO_HARM.test(part) ? false : undefined;
  });
  if (states.includes(true)) return true;
  return states.every((state) => state === false) ? false : undefined;
}

/** The one quantity of the kind that the decision tells: beside the tier, else anywhere. Two different ones settle nothing. */
function quantityOf({ topic, unit }: Bounds, file: CaseFile, text: string): Told | undefined {
  const what = topic
    .replace(/(?:金额|数额|数量|总量|总额|面积|重量|总|合计|[量数额的达为在])+$/, '')
    .slice(-3);
  const lines = text.split('\n');
  const beside = lines.filter((line) => /裁量|阶次|第[一二三四五]档/.test(line));
  for (const part of [beside, lines]) {
    const found = part.flatMap((line) => quantitiesIn(line, unit, what));
    const [first] = found;
    if (!first) continue;
    return found.every(({ value }) => value === first.value) && !deniedByAmounts(first, topic, file)
      ? first
      : undefined;
  }
  return undefined;
}

function quantitiesIn(line: string, unit: string, what: string): Told[] {
  if (what.length < 2) return [];
  return [...line.matchAll(QUANTITY)].flatMap(({ 0: quote, index, groups }): Told[] => {
    const lead = /[^,。;:()]*$/.exec(line.slice(0, index))?.[0] ?? '';
    const [value, plain] = inPlainUnit(groups!.number!, groups!.wan, groups!.unit!);
    if (plain !== unit || !lead.includes(what) || /[约近]$|其中|每|罚款/.test(lead)) return [];
    return [{ value, unit: plain, quote: `${lead}${quote}`.slice(-30) }];
  });
}

/** A sum that the file itself holds otherwise. */
function deniedByAmounts({ value }: Told, topic: string, { violation }: CaseFile): boolean {
  const base = /货值/.test(topic) ? 'goods' : /违法所得/.test(topic) ? 'gains' : undefined;
  const own = base && violation.amounts?.[base]?.yuan;
  return own !== undefined && own !== value;
}

const shortened = ({ quote }: QuotedTier) => quote.slice(0, 60);
