import * as z from 'zod';
import { AppError } from '../../errors.ts';
import { RULES } from '../criteria.ts';
import { WITHOUT_RULE } from './without-rule.ts';

const catalogueSchema = z.array(
  z.object({
    id: z.string(),
    action: z.string(),
    priority: z.number(),
    title_zh: z.string(),
  }),
);
export type Catalogue = z.infer<typeof catalogueSchema>;

/** One check of a catalogue and the rules that make it; `reason` where it cannot be one. */
export interface Covered {
  id: string;
  action: string;
  priority: number;
  title: string;
  /** The rule of that number and those beside it, e.g. of former law. */
  rules: string[];
  state: 'rule' | 'reason' | 'missing';
  reason?: string;
}

/** A catalogue of checks from JSON; refuses with `invalid-input`, naming the place. */
export function readCatalogue(text: string, file: string): Catalogue {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new AppError('invalid-input', `“${file}”不是 JSON，应为检查清单的数组。`, { cause });
  }
  const result = catalogueSchema.safeParse(parsed);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw new AppError('invalid-input', `检查清单“${file}”第 ${path.join('.')} 处有误：${message}`);
}

/** What of the catalogue the rule book covers, in the catalogue's order. */
export function coverageOf(catalogue: Catalogue): Covered[] {
  return catalogue.map(({ id, action, priority, title_zh: title }) => {
    const rules = RULES.map((rule) => rule.id).filter((rule) => rule === id || rule.startsWith(`${id}.`));
    const reason = WITHOUT_RULE[id];
    const state = rules.includes(id) ? 'rule' : reason ? 'reason' : 'missing';
    return { id, action, priority, title, rules, state, ...(reason ? { reason } : {}) };
  });
}
