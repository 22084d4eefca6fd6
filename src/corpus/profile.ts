import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { parseYaml } from './parse-yaml.ts';
import { actKeys } from './profile-acts.ts';
import { agencyKeys } from './profile-agencies.ts';
import { decisionKeys } from './profile-decisions.ts';
import { disclosureKeys, documentKey } from './profile-disclosure.ts';
import { profileFaults } from './profile-faults.ts';
import { text } from './profile-parts.ts';
import { reviewKeys } from './profile-review.ts';

const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, '应为小写字母、数字和 -'),
  name: text,
  extends: text.optional().describe('沿用哪个方案中本方案没有写的键；每个值的来源不变'),
  example: z.boolean().default(false),
  region: text,
  level: z.enum(['national', 'province', 'city', 'county', 'town']).optional(),
  onlyAgencies: z.array(text).optional().describe('方案只适用于这些机关'),
  document: documentKey,
  ...agencyKeys,
  ...decisionKeys,
  ...reviewKeys,
  ...disclosureKeys,
  ...actKeys,
});

/** 地区方案: what varies by place and year, each value with its source and dates. A value left out is not provided for. */
export type Profile = z.infer<typeof profileSchema>;

/** JSON Schema of a profile file. */
export function profileJsonSchema(): object {
  return z.toJSONSchema(profileSchema, { io: 'input' });
}

/**
 * Reads one profile. A key that it does not write comes from `base`, the profile that it `extends`, whole with its
 * source; a written key replaces it whole. An unknown key or a wrong value is refused with its place.
 */
export function readProfile(yaml: string, file: string, base?: Record<string, unknown>): Profile {
  const own = parseProfile(yaml, file);
  const result = profileSchema.safeParse({ ...base, ...own });
  const faults = result.success
    ? profileFaults(result.data)
    : result.error.issues.map((issue) => ({
        path: [...issue.path, ...('keys' in issue ? issue.keys : [])].join('.'),
        expected: issue.code === 'unrecognized_keys' ? '方案中没有这个键，请检查拼写' : issue.message,
      }));
  if (result.success && faults.length === 0) return result.data;
  throw refusal(file, faults);
}

/** All profiles under corpus/jurisdictions, by id. Refuses with the file and the place of the first faulty one. */
export function loadProfiles(
  folder: URL = new URL('../../corpus/jurisdictions/', import.meta.url),
): Map<string, Profile> {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((file) => ({ file, yaml: readFileSync(new URL(file, folder), 'utf8') }));
  const written = new Map(texts.map(({ file, yaml }) => [file, parseProfile(yaml, file)]));
  const profiles = new Map<string, Profile>();
  for (const { file, yaml } of texts) {
    const profile = readProfile(yaml, file, inherited(written.get(file)!.extends, file, written));
    if (profiles.has(profile.id))
      throw refusal(file, [{ path: 'id', expected: `${profile.id} 已被另一方案使用` }]);
    profiles.set(profile.id, profile);
  }
  return profiles;
}

/** What belongs to a profile itself and never passes to the one that extends it. */
const OWN = ['id', 'name', 'extends', 'example', 'region', 'level', 'onlyAgencies', 'document'];

function inherited(id: unknown, file: string, written: Map<string, Record<string, unknown>>) {
  if (id === undefined) return undefined;
  const base = [...written.values()].find((one) => one.id === id);
  if (!base) throw refusal(file, [{ path: 'extends', expected: `没有方案“${String(id)}”` }]);
  if (base.extends !== undefined) {
    throw refusal(file, [{ path: 'extends', expected: `“${String(id)}”自己也沿用别的方案，只能沿用一层` }]);
  }
  return Object.fromEntries(Object.entries(base).filter(([key]) => !OWN.includes(key)));
}

function parseProfile(yaml: string, file: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parseYaml(yaml);
  } catch (error) {
    throw refusal(file, [{ path: '（整个文件）', expected: `不是正确的 YAML：${(error as Error).message}` }]);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refusal(file, [{ path: '（整个文件）', expected: '应为键和值' }]);
  }
  return value as Record<string, unknown>;
}

function refusal(file: string, faults: { path: string; expected: string }[]): AppError {
  return new AppError(
    'invalid-input',
    `地区方案 ${file} 有误：${faults.map((f) => `${f.path}：${f.expected}`).join('；')}`,
    { faults },
  );
}
