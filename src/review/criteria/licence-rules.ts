import type { Rule } from '../rule.ts';

/** 行政许可. */
export const licenceRules: Rule<never>[] = [];
