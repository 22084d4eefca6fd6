import type { CaseFile } from '../../cases/case-file.ts';
import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { type Citation, citationText } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import { caseFactors } from '../case-factors.ts';
import { oldAndNewPlace } from '../penalty-law-place.ts';
import type { TierResult } from '../tier-result.ts';
import { compareLaws, type LighterLaw } from './compare-laws.ts';
import { lawAfterAct } from './law-after-act.ts';

const VERDICTS: Record<LighterLaw, string> = {
  old: '新规定不较轻，适用行为时的规定',
  new: '新规定较轻，应当适用新规定',
  same: '轻重相同，适用行为时的规定',
  open: '哪一个较轻还不能确定，请由人按处罚种类、最高额、最低额比较后写明',
};

/**
 * Whoever decides after the law has changed compares it with that of the act, whatever the tables say: told as a conflict that blocks
 * nothing. Gives which law is lighter, nothing where it is the same law. Source: 行政处罚法 37.
 */
export function tellNewerLaw(
  result: TierResult,
  file: CaseFile,
  tables: readonly BenchmarkItem[],
  days: { on: Day; decidedOn: Day },
  book: ReferenceBook,
): LighterLaw | undefined {
  const { sanction, item } = result;
  const places = sanction ? [sanction.provision] : (file.provisions?.punishing ?? []);
  const given = { ...(sanction ? { sanction } : {}), ...(item ? { item } : {}), tables };
  let found: LighterLaw | undefined;
  for (const place of places) {
    const after = lawAfterAct(place, given, days, book);
    if (!after) continue;
    const { values, sums } = caseFactors(file, item, []);
    const compared =
      sanction && after.now ? compareLaws(sanction, after.now, file, { values, sums }) : undefined;
    const lighter = compared?.lighter ?? 'open';
    const spans = compared ? `；行为时${compared.old}，新规定${compared.now}` : '';
    const text = `${citationText(place)}${after.why}，行为在此之前、决定在此之后：适用行为时的规定，但须与新规定比较。${toldPlaces(after.places)}${spans}：${VERDICTS[lighter]}。`;
    result.conflicts.push({ kind: 'newer-law', text, blocks: false });
    result.steps.push({ step: '行为后的法律', value: text, basis: oldAndNewPlace(days.decidedOn) });
    found = found === undefined || found === lighter ? lighter : 'open';
  }
  return found;
}

function toldPlaces(places: readonly Citation[]): string {
  return places.length > 0
    ? `新规定为${places.slice(0, 4).map(citationText).join('、')}${places.length > 4 ? '等' : ''}`
    : '新规定在哪一条，库中没有对应，请查明';
}
