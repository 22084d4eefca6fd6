import * as z from 'zod';
import { ACTIONS, actFileSchema, caseFileSchema } from './case-file.ts';

interface ObjectSchema {
  $schema: string;
  properties: Record<string, object>;
  required: string[];
}

/**
 * The JSON Schema (2020-12) of a case file: the parts of every kind of act, of which `oneOf` says by the `action`
 * which ones a file may and must hold.
 */
export function caseFileJsonSchema(): object {
  const penalty = schemaOf(caseFileSchema);
  const act = schemaOf(actFileSchema);
  const shared = penalty.required.filter((key) => act.required.includes(key));
  return {
    title: '明裁案件文件',
    $schema: penalty.$schema,
    type: 'object',
    properties: {
      ...penalty.properties,
      ...act.properties,
      action: {
        enum: Object.keys(ACTIONS),
        description: `执法行为的种类：${Object.values(ACTIONS).join('、')}`,
      },
    },
    required: shared,
    additionalProperties: false,
    oneOf: [shapeOf(penalty, act, shared), shapeOf(act, penalty, shared)],
  };
}

/** What tells one shape from the other: its actions, what it must hold besides, and what it may not hold. */
function shapeOf(own: ObjectSchema, other: ObjectSchema, shared: string[]): object {
  const foreign = Object.keys(other.properties).filter((key) => !(key in own.properties));
  return {
    properties: {
      action: own.properties.action,
      ...Object.fromEntries(foreign.map((key) => [key, false])),
    },
    required: own.required.filter((key) => !shared.includes(key)),
  };
}

function schemaOf(schema: z.ZodType): ObjectSchema {
  return z.toJSONSchema(schema, { io: 'input' }) as unknown as ObjectSchema;
}
