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

/**
 * The Chinese names that the schema gives its fields: by the field's path, without the numbers of lists
 * (`levy.levyExecution.by`), and by its key alone, where the first one counts.
 */
export function caseFileNames(): ReadonlyMap<string, string> {
  if (!names) {
    names = new Map();
    collect(z.toJSONSchema(anyCaseFileSchema, { io: 'input' }) as Described, names);
  }
  return names;
}

function collect(schema: Described, into: Map<string, string>, path = ''): void {
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    const here = path ? `${path}.${key}` : key;
    for (const name of inner.description ? [here, key] : []) {
      if (!into.has(name)) into.set(name, inner.description ?? name);
    }
    collect(inner, into, here);
  }
  if (schema.items) collect(schema.items, into, path);
  if (typeof schema.additionalProperties === 'object') collect(schema.additionalProperties, into, path);
  for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) collect(inner, into, path);
}
