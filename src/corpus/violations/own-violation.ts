import * as z from 'zod';
import type { Citation } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import type { SheetMap } from '../sources/sheets/sheet-map.ts';
import { provisionSchema } from './violation.ts';

/** One item of an agency's own list (行政执法事项清单), with the provisions that the library knows. */
export interface OwnViolation {
  /** As the list prints it. */
  name: string;
  code?: string;
  field?: string;
  /** 执法主体. */
  agency: string;
  /** Row of the table or line of the file, from 1. */
  row: number;
  /** Some of what the row cites is not in the library: by its provisions it cannot be told from others. */
  unread?: true;
  breached: Citation[];
  punishing: Citation[];
  /** What else the agency says of it; a list seldom does. */
  plain?: string;
  sayings?: string[];
  keywords?: string[];
  elements?: string[];
}

export interface OwnList {
  agency: string;
  /** Which column holds what, where somebody had to say so. */
  map?: SheetMap;
  /** The day from which the list counts: the one it states, else that of its import. Absent: nobody knows. */
  from?: Day;
  /** The day on which its provisions were looked up: they are those in force on it. Absent: `from`. */
  readOn?: Day;
  /** Every item of the agency is in it, as far as the file tells; else only what it contains says something. */
  whole?: boolean;
  items: OwnViolation[];
}

const words = z.string().trim().min(2);
const places = z.union([words.transform((one) => [one]), z.array(z.union([words, provisionSchema]))]);

/** 清单的一行 JSON: provisions in words (《…》第…条) or as `{law, article}`; `basis` where the list does not part the two. */
export const ownLineSchema = z.strictObject({
  name: words,
  code: z.union([z.string(), z.number().transform(String)]).optional(),
  field: words.optional(),
  agency: words.optional(),
  type: words.optional(),
  breached: places.optional(),
  punishing: places.optional(),
  basis: places.optional(),
  plain: words.optional(),
  sayings: z.array(words).optional(),
  keywords: z.array(words).optional(),
  elements: z.array(words).optional(),
});

/** One row of a list before its provisions were looked up. */
export type OwnRow = z.infer<typeof ownLineSchema> & { row: number };
