import * as z from 'zod';
import { type Action, type AnyCaseFile, actFileSchema, caseFileSchema } from './case-file.ts';

/** A single value of the case file that a person may fill in, with the kind of answer it takes. */
export interface SettableFact {
  path: string;
  kind: 'yes-no' | 'number' | 'day' | 'choice' | 'list' | 'factor' | 'text';
  choices?: string[];
}

interface Schema {
  type?: string;
  enum?: string[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  propertyNames?: { enum?: string[] };
  items?: Schema;
}

/** Parts that are not single facts: they identify the file or are kept by the program. */
const NOT_FACTS = new Set(['schema', 'id', 'action', 'example', 'papers', 'sources', 'jurisdiction']);
/** The part that each kind of act has of its own. */
const OWN_PARTS = ['licence', 'inspection', 'levy'];
const DAY_KEYS = /(On|From|To|Until)$|^(date|from|to|until)$/;

/**
 * Every single value that can be set in this file: those of the schema, those of each entry its lists already
 * have, and those of one further entry. `factors` are the names of the benchmark's circumstances.
 */
export function settableFacts(file: AnyCaseFile, factors: string[] = []): SettableFact[] {
  return Object.entries(schemaOf(file.action).properties ?? {})
    .filter(([key]) => !NOT_FACTS.has(key) && (key === file.action || !OWN_PARTS.includes(key)))
    .flatMap(([key, schema]) => [...walk(schema, (file as Record<string, unknown>)[key], key)]);

  function* walk(schema: Schema, value: unknown, path: string): Generator<SettableFact> {
    const key = path.split('.').pop() ?? '';
    if (schema.properties) {
      for (const [name, inner] of Object.entries(schema.properties)) {
        yield* walk(inner, at(value, name), `${path}.${name}`);
      }
    } else if (schema.type === 'object') {
      const known = schema.propertyNames?.enum ?? [
        ...new Set([...Object.keys((value as object | undefined) ?? {}), ...factors]),
      ];
      const inner = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
      for (const name of known) yield* walk(inner, at(value, name), `${path}.${name}`);
    } else if (schema.type === 'array' && schema.items?.properties) {
      const length = Array.isArray(value) ? value.length : 0;
      for (let index = 0; index <= length; index += 1) {
        yield* walk(schema.items, at(value, String(index)), `${path}.${index}`);
      }
    } else if (schema.type === 'array') {
      yield { path, kind: 'list', ...(schema.items?.enum ? { choices: schema.items.enum } : {}) };
    } else if (schema.enum) {
      yield { path, kind: 'choice', choices: schema.enum };
    } else if (schema.anyOf) {
      yield { path, kind: 'factor' };
    } else {
      yield { path, kind: kindOf(schema, key) };
    }
  }
}

const schemas = new Map<boolean, Schema>();

function schemaOf(action: Action): Schema {
  const penalty = action === 'penalty';
  const schema =
    schemas.get(penalty) ??
    (z.toJSONSchema(penalty ? caseFileSchema : actFileSchema, { io: 'input' }) as Schema);
  schemas.set(penalty, schema);
  return schema;
}

function kindOf(schema: Schema, key: string): SettableFact['kind'] {
  if (schema.type === 'boolean') return 'yes-no';
  if (schema.type === 'number' || schema.type === 'integer') return 'number';
  return DAY_KEYS.test(key) ? 'day' : 'text';
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
