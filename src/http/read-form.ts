import { decodeText } from '../files/decode-text.ts';
import type { AppContext } from './app-options.ts';

/** The text fields of a form, trimmed of nothing; uploaded files are read as text, UTF-8 or GB18030, under their field's name. */
export async function readForm(c: AppContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  const entries = await Promise.all(
    Object.entries(body).map(async ([name, value]) => {
      if (value instanceof File) return [name, await textOf(value)] as const;
      return [name, typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''] as const;
    }),
  );
  return Object.fromEntries(entries);
}

async function textOf(file: File): Promise<string> {
  const text = decodeText(new Uint8Array(await file.arrayBuffer())) ?? (await file.text());
  return text.replace(/^\uFEFF/, '');
}
