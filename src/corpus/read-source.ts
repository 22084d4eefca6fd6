import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { decodeText } from '../files/decode-text.ts';
import { readEffectiveDay } from './read-effective-day.ts';
import { readJsonl } from './read-jsonl.ts';
import { readYamlSource } from './read-yaml-source.ts';
import { type EntryKind, type Reading, sha256, versionId } from './source-draft.ts';
import { splitArticles } from './split-articles.ts';

/** A document larger than this is no statute; JSON lines can be of any size. */
const MAX_BYTES = 64 * 2 ** 20;

const NOT_YET: Record<string, string> = {
  '.xlsx': '暂不能导入 .xlsx 表格，请另存为 JSON 行（.jsonl）或按 corpus/benchmarks 的样式写成 .yaml',
  '.xls': '暂不能导入 .xls 表格，请另存为 JSON 行（.jsonl）',
  '.pdf': '暂不能导入 .pdf，请另存为 .docx 或 .txt',
  '.doc': '旧式 .doc 不能读取，请用办公软件另存为 .docx',
};

/**
 * Reads one file into sources and faults, by its suffix. What cannot be read is a fault with its reason, never thrown;
 * only an aborted signal throws.
 */
export async function* readSource(
  file: string,
  kind: EntryKind | undefined,
  signal?: AbortSignal,
): AsyncGenerator<Reading> {
  const suffix = extname(file).toLowerCase();
  try {
    const { size } = await stat(file);
    if (size === 0) yield { fault: `文件是空的（0 字节）` };
    else if (NOT_YET[suffix]) yield { fault: NOT_YET[suffix] };
    else if (suffix === '.jsonl' || suffix === '.ndjson') yield* readJsonl(file, kind, signal);
    else if (size > MAX_BYTES) yield { fault: `文件超过 ${MAX_BYTES / 2 ** 20} MB，请拆分后导入` };
    else if (suffix === '.yaml' || suffix === '.yml') yield* readYamlSource(file, await readFile(file));
    else if (['.txt', '.md', '.html', '.htm', '.docx'].includes(suffix)) {
      yield readDocument(file, await documentText(await readFile(file), suffix), kind ?? 'law');
    } else yield { fault: `不认识的文件类型“${suffix || basename(file)}”` };
  } catch (error) {
    signal?.throwIfAborted();
    yield { fault: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'EACCES' || code === 'EPERM') return '没有读取权限，请调整权限后重试';
  if (code === 'ENOENT') return '文件不存在';
  return `读取失败：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
}

async function documentText(bytes: Uint8Array, suffix: string): Promise<string | undefined> {
  if (suffix === '.docx') {
    if (unpackedSize(bytes) > MAX_BYTES * 4) throw new Error('解压后过大，疑为损坏或恶意的文件');
    const { default: mammoth } = await import('mammoth');
    try {
      return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
    } catch (error) {
      throw new Error('不是完整的 .docx，可能已损坏或只是改了扩展名，请用办公软件另存后重试', {
        cause: error,
      });
    }
  }
  const text = decodeText(bytes)?.replace(/^\ufeff/, '');
  return suffix.startsWith('.htm') ? text && plainText(text) : text;
}

/** The sizes that a zip archive's directory declares, so that a small bomb is turned away before it is unpacked. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== 0x02014b50) continue;
    total += view.getUint32(at + 24, true);
  }
  return total;
}

function plainText(html: string): string {
  const entities: Record<string, string> = {
    nbsp: ' ',
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    ensp: ' ',
    emsp: '　',
  };
  return html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(br|\/p|\/div|\/h\d|\/li|\/tr)\b[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d{1,7});/g, (whole, code: string) =>
      Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole,
    )
    .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
}

function readDocument(file: string, text: string | undefined, kind: EntryKind): Reading {
  if (text === undefined) return { fault: '不是文本文件（既非 UTF-8 也非 GB18030）' };
  if (!text.trim()) return { fault: '文件中没有文字' };
  const name = basename(file, extname(file));
  if (kind !== 'law') {
    const entries = [{ id: `${kind}:${name}`, title: name, text: text.trim(), textIs: 'official' as const }];
    return {
      source: {
        kind,
        key: `file:${basename(file)}`,
        origin: 'imported',
        title: name,
        versionDate: null,
        digest: sha256(JSON.stringify(entries)),
        file: basename(file),
      },
      entries,
    };
  }
  const split = splitArticles(text);
  const title = split.title || name;
  const id = versionId(title, split.versionDate);
  if (split.articles.length === 0) return { fault: '没有找到条文' };
  const whole = split.articles.some(({ article }) => article.startsWith('s'));
  const statedFrom = readEffectiveDay(
    split.articles.map((article) => article.text),
    split.versionDate,
  );
  return {
    source: {
      kind: 'law',
      key: `law:${id}`,
      origin: 'imported',
      title,
      versionDate: split.versionDate,
      ...(split.number ? { number: split.number } : {}),
      ...(whole ? { level: 'normative-document' } : {}),
      ...(statedFrom ? { statedFrom } : {}),
      ...(whole
        ? {}
        : { lastArticle: Math.max(...split.articles.map(({ article }) => Number.parseInt(article, 10))) }),
      digest: sha256(JSON.stringify(split)),
      file: basename(file),
    },
    entries: split.articles.map((article) => ({
      id: `${id}#${article.article}`,
      title,
      law: title,
      textIs: 'official',
      ...article,
    })),
  };
}
