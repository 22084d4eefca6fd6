import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findingOf, findingsOn } from './plant.ts';

/** Which defects the author of a dossier planted in it, each with the rules that may rightly tell of it. */
const planted = z.record(
  z.string(),
  z.array(
    z.strictObject({
      name: z.string().min(1),
      ids: z.array(z.string()).min(1),
      /** Not found, and why. */
      open: z.string().optional(),
    }),
  ),
);

const SETS = join(import.meta.dirname, '..');
const dossiers = readdirSync(SETS).flatMap((set) => {
  const key = join(SETS, set, 'planted.json');
  if (!existsSync(key)) return [];
  return Object.entries(planted.parse(JSON.parse(readFileSync(key, 'utf8')))).map(
    ([name, plants]) => [`${set}/${name}`, plants] as const,
  );
});
/** 文书的日期样式: an agency that writes its dates in another form does so in every paper. */
const FORM = 'C7-12';

describe.each(dossiers)('整卷：%s', (dossier, plants) => {
  it(plants.length === 0 ? '没有缺陷的案卷不报不符合' : '其中的缺陷都指出', () => {
    const findings = findingsOn(SETS, dossier, 'national');
    const faults = findings.filter(({ answer }) => answer === 'not-met').map(({ rule }) => rule);
    if (plants.length === 0) expect(faults.filter((rule) => rule !== FORM)).toEqual([]);
    for (const { name, ids, open } of plants) {
      const found = ids.some((id) => findingOf(findings, id).some(({ answer }) => answer === 'not-met'));
      if (open) console.log(`${dossier}，${found ? '已能指出' : '没有指出'}：${name}；${open}`);
      else expect(found, name).toBe(true);
    }
  });
});
