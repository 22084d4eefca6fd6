import * as z from 'zod';
import { anyCaseFileSchema } from './case-file.ts';

interface Described {
  description?: string;
  properties?: Record<string, Described>;
  items?: Described;
  additionalProperties?: Described | boolean;
  anyOf?: Described[];
  oneOf?: Described[];
}

let names: Map<string, string> | undefined;

/** The Chinese name that the schema gives a field, by the field's key; the first one counts. */
export function caseFileNames(): ReadonlyMap<string, string> {
  if (!names) {
    names = new Map();
    collect(z.toJSONSchema(anyCaseFileSchema, { io: 'input' }) as Described, names);
  }
  return names;
}

function collect(schema: Described, into: Map<string, string>): void {
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    if (inner.description && !into.has(key)) into.set(key, inner.description);
    collect(inner, into);
  }
  if (schema.items) collect(schema.items, into);
  if (typeof schema.additionalProperties === 'object') collect(schema.additionalProperties, into);
  for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) collect(inner, into);
}
