import * as z from 'zod';

const place = z.object({
  law: z.string(),
  article: z.string(),
  paragraph: z.int().optional(),
  item: z.int().optional(),
});
const provisions = z.array(place).catch([]);
const word = z.string().min(1).optional().catch(undefined);

/** What the library keeps of a case beside its words, for the comparison; what an import did not say is absent. */
const storedCaseSchema = z.object({
  violation: word,
  itemCode: word,
  benchmarkItem: word,
  /** The name of an organisation; natural persons are masked. */
  party: word,
  decidedOn: word,
  breached: provisions,
  punishing: provisions,
});

export type StoredCase = z.infer<typeof storedCaseSchema>;

/** Reads the payload of an entry: parts of another shape count as not said. */
export function readStoredCase(payload: unknown): StoredCase {
  return storedCaseSchema.parse(typeof payload === 'object' && payload !== null ? payload : {});
}
