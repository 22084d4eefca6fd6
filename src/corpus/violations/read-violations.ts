import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { AppError } from '../../errors.ts';
import { parseYaml } from '../parse-yaml.ts';
import { type Catalogue, type violationFileSchema as FileSchema, violationFileSchema } from './violation.ts';

const FOLDER = new URL('../../../corpus/violations/', import.meta.url);
let bundled: Catalogue | undefined;

/** The bundled catalogue of violations, read once. Refuses with the file and the field where an entry is wrong. */
export function bundledViolations(): Catalogue {
  bundled ??= readViolations(FOLDER);
  return bundled;
}

/** Every YAML file of a folder; an id may stand once only. */
export function readViolations(folder: URL): Catalogue {
  const catalogue: Catalogue = { items: [], questions: [] };
  const seen = new Set<string>();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const { field, items, questions } = readViolationFile(readFileSync(new URL(name, folder), 'utf8'), name);
    for (const { id } of [...items, ...questions]) {
      if (seen.has(id)) throw new AppError('invalid-input', `事项 ${id} 出现两次，请改名：${name}`);
      seen.add(id);
    }
    catalogue.items.push(...items.map((item) => ({ ...item, field })));
    catalogue.questions.push(...questions.map((question) => ({ ...question, field })));
  }
  return catalogue;
}

export function readViolationFile(yaml: string, file: string): z.infer<typeof FileSchema> {
  const read = violationFileSchema.safeParse(parseYaml(yaml));
  if (read.success) return read.data;
  throw new AppError('invalid-input', `违法行为目录 ${file} 有误，请修正：${z.prettifyError(read.error)}`);
}
