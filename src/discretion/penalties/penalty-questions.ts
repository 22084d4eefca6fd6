import { questionOf } from '../question-of.ts';
import type { TierResult } from '../tier-result.ts';

/** What hangs on each missing fact: 应否给予 a penalty that must then follow, 能否给予 one that may. By the name of the fact. */
export type Hanging = Map<string, Set<string>>;

export function hang(hanging: Hanging, factors: Iterable<string>, text: string, must: boolean): void {
  for (const factor of factors) {
    const told = hanging.get(factor) ?? new Set<string>();
    const give = /^没收|责令/.test(text) ? '' : '给予';
    told.add(`${must ? '应否' : '能否'}${give}${text}`);
    hanging.set(factor, told);
  }
}

/** Asks for each fact once, and says which penalties it decides, and no others. */
export function askHanging(result: TierResult, hanging: Hanging): void {
  for (const [factor, told] of hanging) {
    const question = factor === 'serious' ? '情节是否严重？' : questionOf(factor, result);
    result.missing.push({ factor, question: `${question}（关系到${[...told].join('、')}）` });
  }
}
