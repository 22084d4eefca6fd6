import type { AppContext } from './app-options.ts';

/** The text fields of a form, trimmed of nothing; uploaded files are read as UTF-8 text under their field's name. */
export async function readForm(c: AppContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  const entries = await Promise.all(
    Object.entries(body).map(async ([name, value]) => {
      if (value instanceof File) return [name, value.size > 0 ? await value.text() : ''] as const;
      return [name, typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''] as const;
    }),
  );
  return Object.fromEntries(entries);
}
