import type { AppContext } from './app-options.ts';

/** A file to be saved, under its Chinese name. */
export function sendFile(c: AppContext, file: { bytes: Uint8Array; type: string; name: string }): Response {
  return c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.type,
    'Content-Disposition': nameHeader(file.name, 'attachment'),
  });
}

/** What a file is called when it is saved (RFC 6266). */
export function nameHeader(given: string, how: 'attachment' | 'inline'): string {
  const name = encodeURIComponent(given).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `${how}; filename*=UTF-8''${name}`;
}
