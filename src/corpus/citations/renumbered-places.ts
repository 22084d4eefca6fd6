import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { AppError } from '../../errors.ts';
import { type Day, isDay } from '../../law/dates.ts';
import { parseYaml } from '../parse-yaml.ts';

const FOLDER = new URL('../../../corpus/renumbered/', import.meta.url);

const day = z.string().refine(isDay, '应为 YYYY-MM-DD');
const place = z.string().regex(/^\d{1,4}(?:-\d{1,2})?(?:\.\d{1,2})?$/);
const schema = z.strictObject({
  law: z.string(),
  from: z.array(day).min(1).describe('旧文本的通过或修正之日'),
  to: z.array(day).min(1).describe('新文本的通过或修正之日'),
  source: z.string(),
  certainty: z.enum(['checked', 'to-be-confirmed']),
  places: z.record(place, z.array(place).min(1)),
});

/** 条文对照: where the articles of former texts of one norm stand in later ones. */
export type Renumbering = z.infer<typeof schema>;

let cached: Renumbering[] | undefined;

/**
 * Where a place of a former version stands in a later one: `38.2` → [`57.2`]; an article whose paragraphs went apart gives
 * all of them. Versions by day of adoption. Empty where the library has no comparison of the two.
 */
export function renumberedPlaces(
  law: string,
  versions: { from: Day; to: Day },
  { article, paragraph }: { article: string; paragraph?: number },
): string[] {
  cached ??= readRenumberings();
  const table = cached.find(
    (one) => one.law === law && one.from.includes(versions.from) && one.to.includes(versions.to),
  );
  if (!table) return [];
  const exact = paragraph ? table.places[`${article}.${paragraph}`] : undefined;
  if (exact) return exact;
  if (table.places[article]) return table.places[article];
  if (paragraph) return [];
  const parts = Object.keys(table.places).filter((key) => key.startsWith(`${article}.`));
  return [...new Set(parts.flatMap((key) => table.places[key]!))];
}

/** Every comparison under corpus/renumbered. */
export function readRenumberings(folder: URL = FOLDER): Renumbering[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const result = schema.safeParse(parseYaml(readFileSync(new URL(name, folder), 'utf8')));
      if (!result.success) {
        throw new AppError(
          'invalid-input',
          `条文对照 ${name} 有误，请修正：${z.prettifyError(result.error)}`,
        );
      }
      return result.data;
    });
}
