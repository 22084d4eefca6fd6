import type { Catalogue, ProceduralQuestion, Violation } from '../../../corpus/violations/violation.ts';
import { AppError } from '../../../errors.ts';

/** An entry by its id. Refuses with `not-found`. */
export function entryOf(catalogue: Catalogue, id: string): Violation | ProceduralQuestion {
  const found =
    catalogue.items.find((one) => one.id === id) ?? catalogue.questions.find((one) => one.id === id);
  if (!found) throw new AppError('not-found', `事项目录里没有“${id}”，请回到事项目录查找。`);
  return found;
}

/** An item that can be chosen for a case. Refuses with `not-found`, and with `invalid-input` for a question. */
export function violationOf(catalogue: Catalogue, id: string): Violation {
  const entry = entryOf(catalogue, id);
  if (!('punishing' in entry))
    throw new AppError('invalid-input', '程序问题不能作为违法行为，请选择一个违法事项。');
  return entry;
}
