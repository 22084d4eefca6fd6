import type { CaseFile } from '../../../cases/case-file.ts';
import { GROUND_PATHS, mitigatingGrounds } from '../../benchmark/mitigating-grounds.ts';
import { unmitigated } from '../../benchmark/unmitigated.ts';
import { type Answer, met, notMet, unclear } from '../../rules/rule.ts';
import type { JudgedPenalties } from '../../steps/judged-penalties.ts';

/** What follows where a penalty that is due was left out: an accepted mitigating ground allows it, a decision without one does not. */
export function notImposed(found: string, judged: JudgedPenalties, where: string[], file: CaseFile): Answer {
  const grounds = mitigatingGrounds(file);
  const all = [...where, ...GROUND_PATHS];
  if (grounds.state === 'accepted')
    return met(`${found}，有已认定的减轻情形：${grounds.names.join('、')}。`, all);
  if (grounds.state === 'none') return notMet(`${found}，也没有已认定的减轻情形。`, all);
  const plain = grounds.state === 'unknown' ? unmitigated(file, judged) : undefined;
  if (plain) return notMet(`${found}，${judged.name}也没有减轻处罚。`, [...all, plain]);
  return unclear(`${found}，有无减轻情形没有写明或者尚未认定。`, ['减轻情形是否认定'], all);
}
