import type { Dependent } from '../../../corpus/versions/dependent.ts';

const ADDRESSES: Record<Dependent['kind'], string> = {
  rule: '/rules/',
  benchmark: '/benchmarks/',
  violation: '/catalogue/',
  draft: '/documents/',
  case: '/cases/',
};

/** The page of something that rests on an article. */
export function dependentLink({ kind, id }: Pick<Dependent, 'kind' | 'id'>): string {
  return ADDRESSES[kind] + encodeURIComponent(id);
}
