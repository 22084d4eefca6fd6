import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { isDay } from '../law/dates.ts';
import { NORM_LEVEL_NAMES } from '../law/penalties.ts';
import { readShape } from './norms/read-shape.ts';
import { parseYaml } from './parse-yaml.ts';

const day = z.string().refine(isDay, '应为 YYYY-MM-DD');

const gist = z.strictObject({
  no: z.string().regex(/^\d{1,4}(-\d{1,2})?$/),
  gist: z.string().min(4),
  paragraphs: z.int().positive().optional(),
  items: z.record(z.string().regex(/^\d+$/), z.int().positive()).optional(),
  headAlone: z.literal(true).optional().describe('项前的文字本身规定了一种违法行为，引用它不必写项'),
});

const version = z.strictObject({
  adopted: day.describe('通过或修正之日，即条文 id 中的日期'),
  effective: day.describe('施行之日'),
  until: day.nullable().describe('有效的最后一日'),
  number: z.string().optional(),
  articles: z.int().positive().describe('最大条号'),
  complete: z.boolean().describe('要旨是否覆盖全部条文'),
  effectiveKnown: z.boolean(),
  original: z.boolean().default(false).describe('该规范的首个版本'),
  repeals: z.array(z.string()).default([]).describe('自施行之日起同时废止的规范全称'),
  certainty: z.enum(['checked', 'to-be-confirmed']).default('checked'),
  /** One token for each article from 1: its paragraphs, and `/p.n` for n items in paragraph p. */
  shape: z.string().optional(),
  /** Articles inserted with 之一 …, as `133-1=2/1.3`. */
  inserted: z.string().optional(),
  gists: z.array(gist).default([]),
});

const statuteSchema = z.strictObject({
  title: z.string(),
  short: z.array(z.string()).default([]),
  level: z.enum(NORM_LEVEL_NAMES),
  issuer: z.string(),
  replacedBy: z.string().optional().describe('废止它的规范全称'),
  versions: z.array(version).min(1),
});

/** One article of one version: its shape where known, our gist, and the official text where imported. */
export interface ArticleEntry {
  /** Paragraph → number of items; the length of the list is the number of paragraphs. */
  paragraphs?: number[];
  gist?: string;
  text?: string;
  /** The official text of an imported article that may threaten a penalty or lists conditions; else empty. */
  penal?: string;
  /** The words before the items name a violation of their own, which is cited without an item. */
  headAlone?: true;
  /** Its items are the parts of one duty; told where its text is not there. */
  oneDuty?: true;
}

export interface StatuteVersion {
  adopted: string;
  effective: string;
  until: string | null;
  /** The highest article number. */
  articles: number;
  original: boolean;
  /** Norms that it puts out of force on its first day. */
  repeals?: string[];
  certainty: 'checked' | 'to-be-confirmed';
  /** 文号. */
  number?: string;
  entries: Map<string, ArticleEntry>;
  /** Only the days and the shape of its articles are known. */
  outline?: true;
  /** It was imported with holes: an article that `entries` lacks may exist all the same. */
  partial?: true;
  /** `effective` is only the day of adoption, or that of some earlier wording. */
  effectiveUnknown?: true;
}

/** 一部规范, its versions oldest first. */
export interface Statute {
  title: string;
  short: string[];
  level: z.infer<typeof statuteSchema>['level'];
  issuer: string;
  replacedBy?: string;
  versions: StatuteVersion[];
}

/** Reads one statute; a wrong key, a gap in the dates or a gist beyond the last article is refused. */
export function readStatuteFile(yaml: string, file: string): Statute {
  const result = statuteSchema.safeParse(parseYaml(yaml));
  if (!result.success) {
    throw new AppError('invalid-input', `法规文件 ${file} 有误，请修正：${z.prettifyError(result.error)}`);
  }
  const { versions, ...head } = result.data;
  const sorted = versions.toSorted((a, b) => (a.effective < b.effective ? -1 : 1));
  for (const [index, older] of sorted.slice(0, -1).entries()) {
    if (older.until === null || older.until >= sorted[index + 1]!.effective) {
      throw new AppError(
        'invalid-input',
        `法规文件 ${file} 中 ${older.adopted} 版的失效日与后一版的施行日重叠，请核对。`,
      );
    }
  }
  const { replacedBy, ...rest } = head;
  return {
    ...rest,
    ...(replacedBy ? { replacedBy } : {}),
    versions: sorted.map((one) => toVersion(one, file)),
  };
}

function toVersion(source: z.infer<typeof version>, file: string): StatuteVersion {
  const entries = new Map<string, ArticleEntry>();
  for (const [index, token] of (source.shape?.trim().split(/\s+/) ?? []).entries()) {
    entries.set(String(index + 1), { paragraphs: readShape(token) });
  }
  for (const token of source.inserted?.trim().split(/\s+/) ?? []) {
    const [article, shape] = token.split('=') as [string, string];
    entries.set(article, { paragraphs: readShape(shape) });
  }
  for (const entry of source.gists) {
    if (Number.parseInt(entry.no, 10) > source.articles) {
      throw new AppError('invalid-input', `法规文件 ${file} 的要旨第 ${entry.no} 条超出最大条号，请核对。`);
    }
    const paragraphs = entry.paragraphs
      ? Array.from({ length: entry.paragraphs }, (_, index) => entry.items?.[String(index + 1)] ?? 0)
      : entries.get(entry.no)?.paragraphs;
    entries.set(entry.no, {
      gist: entry.gist,
      ...(paragraphs ? { paragraphs } : {}),
      ...(entry.headAlone ? { headAlone: entry.headAlone } : {}),
    });
  }
  const { adopted, effective, until, articles, original, certainty, number, repeals } = source;
  return {
    adopted,
    effective,
    until,
    articles,
    original,
    certainty,
    ...(number ? { number } : {}),
    ...(repeals.length ? { repeals } : {}),
    entries,
  };
}

/** Every statute under corpus/laws. */
export function readStatutes(folder: URL = new URL('../../corpus/laws/', import.meta.url)): Statute[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readStatuteFile(readFileSync(new URL(name, folder), 'utf8'), name));
}
