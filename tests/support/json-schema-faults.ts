type Schema = boolean | { [keyword: string]: unknown };

/** Say nothing of what is valid. */
const REMARKS = new Set([
  '$schema',
  'title',
  'description',
  'default',
  'format',
  '$defs',
  'definitions',
  'id',
]);

/**
 * What a value breaks of a JSON Schema (2020-12), by its places; empty where it is valid. Knows the keywords that our schemas
 * use and refuses any other, so that nothing is passed over.
 */
export function jsonSchemaFaults(schema: Schema, value: unknown): string[] {
  return faults(schema, value, '', schema);
}

function faults(schema: Schema, value: unknown, at: string, root: Schema): string[] {
  if (typeof schema === 'boolean') return schema ? [] : [`${at} may not stand here`];
  return Object.entries(schema).flatMap(([keyword, asked]) => {
    if (REMARKS.has(keyword)) return [];
    const check = CHECKS[keyword];
    if (!check) throw new Error(`unknown keyword ${keyword} at ${at}`);
    return check({ asked, value, at, root, schema });
  });
}

interface Asked {
  // biome-ignore lint/suspicious/noExplicitAny: each keyword has a shape of its own.
  asked: any;
  value: unknown;
  at: string;
  root: Schema;
  schema: { [keyword: string]: unknown };
}
type Check = (given: Asked) => string[];

const CHECKS: Record<string, Check> = {
  type: ({ asked, value, at }) =>
    refuse(
      ![asked].flat().some((type) => type === typeOf(value) || isWhole(type, value)),
      `${at} is no ${asked}`,
    ),
  const: ({ asked, value, at }) => refuse(value !== asked, `${at} is not ${asked}`),
  enum: ({ asked, value, at }) => refuse(!asked.includes(value), `${at} is none of ${asked}`),
  minimum: ({ asked, value, at }) => refuse(typeof value === 'number' && value < asked, `${at} < ${asked}`),
  maximum: ({ asked, value, at }) => refuse(typeof value === 'number' && value > asked, `${at} > ${asked}`),
  exclusiveMinimum: ({ asked, value, at }) =>
    refuse(typeof value === 'number' && value <= asked, `${at} <= ${asked}`),
  minLength: ({ asked, value, at }) =>
    refuse(typeof value === 'string' && value.length < asked, `${at} is too short`),
  pattern: ({ asked, value, at }) =>
    refuse(typeof value === 'string' && !new RegExp(asked, 'u').test(value), `${at} is not like ${asked}`),
  minItems: ({ asked, value, at }) =>
    refuse(Array.isArray(value) && value.length < asked, `${at} has too few`),
  maxItems: ({ asked, value, at }) =>
    refuse(Array.isArray(value) && value.length > asked, `${at} has too many`),
  items: ({ asked, value, at, root }) =>
    Array.isArray(value) ? value.flatMap((one, index) => faults(asked, one, `${at}/${index}`, root)) : [],
  required: ({ asked, value, at }) =>
    isObject(value)
      ? asked.filter((key: string) => !Object.hasOwn(value, key)).map((key: string) => `${at} lacks ${key}`)
      : [],
  properties: ({ asked, value, at, root }) =>
    isObject(value)
      ? Object.keys(asked)
          .filter((key) => Object.hasOwn(value, key))
          .flatMap((key) => faults(asked[key], value[key], `${at}/${key}`, root))
      : [],
  additionalProperties: ({ asked, value, at, root, schema }) =>
    isObject(value)
      ? Object.keys(value)
          .filter((key) => !Object.hasOwn((schema.properties ?? {}) as object, key))
          .flatMap((key) => faults(asked, value[key], `${at}/${key}`, root))
      : [],
  propertyNames: ({ asked, value, at, root }) =>
    isObject(value) ? Object.keys(value).flatMap((key) => faults(asked, key, `${at}/${key}`, root)) : [],
  allOf: ({ asked, value, at, root }) => asked.flatMap((one: Schema) => faults(one, value, at, root)),
  anyOf: ({ asked, value, at, root }) =>
    refuse(
      !asked.some((one: Schema) => faults(one, value, at, root).length === 0),
      `${at} fits none of anyOf`,
    ),
  oneOf: ({ asked, value, at, root }) =>
    refuse(
      asked.filter((one: Schema) => faults(one, value, at, root).length === 0).length !== 1,
      `${at} fits not one of oneOf`,
    ),
  $ref: ({ asked, value, at, root }) => {
    const found = (asked as string)
      .split('/')
      .slice(1)
      .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], root);
    return faults(found as Schema, value, at, root);
  },
};

function refuse(when: boolean, words: string): string[] {
  return when ? [words] : [];
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function isWhole(asked: unknown, value: unknown): boolean {
  return asked === 'integer' && Number.isInteger(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeOf(value) === 'object';
}
