import type { Act, CaseFile } from '../../../cases/case-file.ts';
import { chineseDay, type Day, dayOf } from '../../../law/dates.ts';
import { type Answer, unclear } from '../../rules/rule.ts';

export const ACT_NAMES: Record<Act['kind'], string> = {
  inspection: '检查',
  interview: '询问',
  sampling: '抽样取证',
  preservation: '先行登记保存',
  seizure: '查封扣押',
  other: '其他执法行为',
};

export interface PlacedAct {
  act: Act;
  /** Path of the act in the file. */
  path: string;
  day?: Day;
  /** Path of the value the day comes from. */
  dayPath?: string;
  /** `2025年3月3日的检查`. */
  name: string;
}

/** The enforcement acts of the given kinds; unclear when the file has no account of any. */
export function actsOfCase({ acts }: Pick<CaseFile, 'acts'>, kinds?: Act['kind'][]): PlacedAct[] | Answer {
  if (!acts || acts.length === 0) {
    return unclear('案卷没有检查、询问等执法行为的记载。', ['执法行为（检查、询问等）的记录']);
  }
  return acts.flatMap((act, index) => {
    if (kinds && !kinds.includes(act.kind)) return [];
    const path = `acts.${index}`;
    const day = act.date ?? (act.startedAt ? dayOf(act.startedAt) : undefined);
    const name = `${day ? `${chineseDay(day)}的` : ''}${ACT_NAMES[act.kind]}${day ? '' : `（${act.id}）`}`;
    if (!day) return { act, path, name };
    return { act, path, name, day, dayPath: `${path}.${act.date ? 'date' : 'startedAt'}` };
  });
}
