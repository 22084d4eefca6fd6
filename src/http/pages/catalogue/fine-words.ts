import type { Violation } from '../../../corpus/violations/violation.ts';
import { PENALTY_TYPES } from '../../../law/penalties.ts';
import { spanWords } from '../span-words.ts';

const PARTIES = { person: '对个人', unit: '对单位' } as const;

/** One fine span of an item in a sentence: whom, when, how much. */
export function fineWords({ when, subject, party, of, range }: Violation['fine'][number]): string {
  const whom = [subject === 'responsible-person' ? '对责任人员' : '', party ? PARTIES[party] : ''].join('');
  const scene = when ? `${when}：` : '';
  const sum = spanWords(range, of);
  return `${scene}${whom}${sum ? `处${/^\d/.test(sum) ? ' ' : ''}${sum}罚款` : '罚款，未定幅度'}`;
}

export function penaltyWords(types: Violation['penalties']): string {
  return types.map((type) => PENALTY_TYPES[type]).join('、');
}
