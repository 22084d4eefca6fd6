import type { CaseFile } from '../cases/case-file.ts';
import { citationText } from '../law/citation.ts';
import { addYears, type Day } from '../law/dates.ts';
import type { GroundsResult, MissingFact, Step } from './tier-result.ts';

const PENALTY_LAW = '中华人民共和国行政处罚法';

/** The grounds of the case file with their provision in 行政处罚法 (2021): what each calls for. */
const GROUNDS = {
  'removed-harm': { name: '主动消除或者减轻违法行为危害后果', article: '32', item: 1 },
  coerced: { name: '受他人胁迫或者诱骗实施违法行为', article: '32', item: 2 },
  'confessed-unknown': { name: '主动供述行政机关尚未掌握的违法行为', article: '32', item: 3 },
  meritorious: { name: '配合行政机关查处违法行为有立功表现', article: '32', item: 4 },
  'other-law': { name: '法律、法规、规章规定的其他从轻或者减轻情形', article: '32', item: 5 },
  'minor-age': { name: '已满十四周岁不满十八周岁', article: '30', item: undefined },
  mental: { name: '尚未完全丧失辨认或者控制能力的精神病人、智力残疾人', article: '31', item: undefined },
  heavier: { name: '从重情节', article: undefined, item: undefined },
} as const;

/**
 * What the file's grounds call for under 行政处罚法 30 to 33. Only accepted grounds count; a claimed ground is a
 * question still open. Nothing here moves an amount: 从轻 or 减轻, and how far, is chosen by people.
 */
export function groundsOfCase(
  file: CaseFile,
  on: Day | undefined,
): GroundsResult & { steps: Step[]; missing: MissingFact[] } {
  const steps: Step[] = [];
  const missing: MissingFact[] = [];
  let mayMitigate = false;
  let heavier = false;
  for (const ground of file.circumstances?.grounds ?? []) {
    const known = GROUNDS[ground.kind];
    const basis = ground.basis
      ? citationText(ground.basis)
      : known.article
        ? citationText({
            law: PENALTY_LAW,
            article: known.article,
            ...(known.item ? { paragraph: 1, item: known.item } : {}),
          })
        : '案卷未写明依据';
    if (ground.state === 'claimed') {
      missing.push({
        factor: `circumstances.grounds.${ground.kind}`,
        question: `“${known.name}”已提出、尚未认定，请查明后采纳或者不采纳。`,
      });
      continue;
    }
    if (ground.state === 'rejected') continue;
    const value = ground.kind === 'heavier' ? '从重（不得超过法定上限）' : '应当从轻或者减轻';
    if (ground.kind === 'heavier') heavier = true;
    else mayMitigate = true;
    steps.push({ step: `情节：${known.name}`, value, basis });
  }
  const birth = file.party.birthDate;
  if (file.party.kind === 'person' && birth && on && on > addYears(birth, 14) && on <= addYears(birth, 18)) {
    if (!mayMitigate || !file.circumstances?.grounds?.some((ground) => ground.kind === 'minor-age')) {
      steps.push({
        step: `情节：${GROUNDS['minor-age'].name}`,
        value: '应当从轻或者减轻',
        basis: citationText({ law: PENALTY_LAW, article: '30' }),
      });
    }
    mayMitigate = true;
  }
  const child = file.party.kind === 'person' && birth && on && on <= addYears(birth, 14);
  if (child) {
    steps.push({
      step: '行为日不满十四周岁',
      value: '不予处罚，责令监护人管教',
      basis: citationText({ law: PENALTY_LAW, article: '30' }),
    });
  }
  const noPenalty = child ? 'must' : noPenaltyOf(file);
  if (noPenalty && !child) {
    steps.push({
      step: noPenalty === 'must' ? '轻微、及时改正、没有危害后果' : '初次违法、危害后果轻微、及时改正',
      value: noPenalty === 'must' ? '不予处罚' : '可以不予处罚',
      basis: citationText({ law: PENALTY_LAW, article: '33', paragraph: 1 }),
    });
  }
  return { mayMitigate, heavier, ...(noPenalty ? { noPenalty } : {}), steps, missing };
}

/** 33(1): all three conditions must be known; the second sentence leaves a choice. Harm that occurred is judged by people. */
function noPenaltyOf(file: CaseFile): 'must' | 'may' | undefined {
  const { minor, correctedInTime, harm, firstViolation } = file.violation;
  if (correctedInTime !== true || !harm) return undefined;
  if (minor === true && !harm.occurred) return 'must';
  return firstViolation === true && !harm.occurred ? 'may' : undefined;
}
