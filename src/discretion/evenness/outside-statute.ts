import { yuan } from '../../law/money.ts';
import type { TierResult } from '../tier-result.ts';

/** Why the fine is unlawful whatever reason is given for it, in Chinese; `undefined` where a reason may carry it. */
export function outsideStatute({ amount, position, grounds, statutory }: TierResult): string | undefined {
  if (amount === undefined) return undefined;
  if (grounds.noPenalty === 'must') {
    return amount > 0
      ? `本案依法应当不予处罚，罚款 ${yuan(amount)}违法，说明理由也不能罚款；请先调整罚款。`
      : undefined;
  }
  const place = position?.inStatute;
  if (place !== 1 && (place !== -1 || grounds.mayMitigate)) return undefined;
  const span = statutory?.text ? `（${statutory.text}）` : '';
  return `罚款 ${yuan(amount)}${place === 1 ? '高于' : '低于'}法定幅度${span}，属于违法，说明理由也不能超出法定幅度；请先调整罚款。`;
}
