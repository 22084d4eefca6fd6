import { type Answer, type Context, notMet } from '../rules/rule.ts';
import { agencyTexts } from '../words/agency-texts.ts';
import { priorTold } from '../words/prior-told.ts';
import { toldTiers } from './told-tiers.ts';

/** Words that tell why the decision left the tier that was proposed. */
const CHANGED = /予以采纳|部分采纳|应予采纳|采纳(?:其|当事人|你)|调整|变更|改按|偏离|突破|不再适用/;
/** 本次不属于初次违法. */
const NOT_FIRST = /(?:不(?:是|系|为|算|属于?|构成)|并?非|未被?认定为?)(?:初次|首次)违法/g;
const FIRST = /(?:系|属于?|为|鉴于[^,。;]{0,12})(?:初次|首次)违法|(?:初次|首次)违法[,、]/;

/**
 * The decision names another tier than every paper before it and does not say why, or calls the first what a paper says
 * was penalised before. `undefined` where the papers say nothing of the kind.
 */
export function tierNameFault({ file }: Context): Answer | undefined {
  const decision = agencyTexts(file).find(({ kind }) => kind === 'decision');
  if (!decision) return undefined;
  const told = toldTiers(file).filter(({ name }) => name);
  const before = told.filter(({ kind }) => kind !== 'decision' && kind !== 'hearing-report');
  const [own, ...more] = told.filter(({ kind }) => kind === 'decision');
  const other = before.at(-1);
  const one = own && more.every(({ name }) => name === own.name);
  if (one && other && !CHANGED.test(decision.text) && before.every(({ name }) => name !== own.name)) {
    return notMet(`决定书写“${own.quote}”，《${other.title}》写“${other.quote}”，没有说明。`, [
      own.path,
      other.path,
    ]);
  }
  const first = FIRST.exec(decision.text.replaceAll(NOT_FIRST, ''))?.[0];
  const prior = first ? priorTold(file) : undefined;
  return first && prior
    ? notMet(`决定书写“${first}”，《${prior.title}》写“${prior.quote}”。`, [decision.path, prior.path])
    : undefined;
}
