import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { openBook } from '../../src/commands/open-book.ts';
import { readConfig } from '../../src/config.ts';
import { bundledDigest } from '../../src/corpus/bundled-digest.ts';
import { readMigrations } from '../../src/db/migrate.ts';

/**
 * Makes `folder` a data folder as the first opening of a library leaves it. That takes ten seconds, a copy a fraction of
 * one: made once per set of migrations and bundled corpus.
 */
export async function filledDataFolder(folder: string): Promise<void> {
  const mark = createHash('sha256').update(bundledDigest());
  for (const { name, sql } of readMigrations()) mark.update(name).update(sql);
  const template = resolve(
    import.meta.dirname,
    `../../node_modules/.cache/mingcai/data-${mark.digest('hex').slice(0, 16)}`,
  );
  if (!existsSync(template)) {
    const draft = `${template}.${randomBytes(4).toString('hex')}`;
    await openBook(readConfig({ MINGCAI_DATA: draft }));
    try {
      renameSync(draft, template);
    } catch (error) {
      // Another worker may have put its own in place meanwhile: one is as good as the other.
      if (!existsSync(template)) throw error;
      rmSync(draft, { recursive: true });
    }
  }
  cpSync(template, folder, { recursive: true });
}
