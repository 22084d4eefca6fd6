import type { Day } from './dates.ts';

/** The day from which the 2021 text of 行政处罚法 is in force (its Art 86). */
export const REVISED_ON: Day = '2021-07-15';
