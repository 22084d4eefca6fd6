import type { Rule } from '../rule.ts';
import { basisOfCompulsion } from './compulsion/basis-of-compulsion.ts';

/** 行政强制, in the order of the catalogue. */
export const compulsionRules: Rule<never>[] = [basisOfCompulsion];
