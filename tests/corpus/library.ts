import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A line of a statute in the import format; everything invented. */
export function articleLine(
  law: string,
  date: string | null,
  no: string,
  text: string,
  more: object = {},
): string {
  return JSON.stringify({
    law,
    version_date: date,
    level: '法律',
    region: null,
    category: '示例',
    chapter: '第一章 总则',
    article_no: no,
    article_int: 1,
    text,
    ...more,
  });
}

/** A folder with the given files, gone after the test. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingcai-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const NUMERALS = '一二三四五六七八九十';

/** An invented statute on keeping dogs, `size` articles (at most ten) in one version. */
export function dogLaw(date: string, size: number, words = '养犬人'): string {
  return Array.from({ length: size }, (_, index) =>
    articleLine('示例养犬管理法', date, `第${NUMERALS[index]}条`, `${words}应当遵守第${index + 1}项要求。`),
  ).join('\n');
}
