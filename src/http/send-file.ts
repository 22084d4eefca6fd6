import type { AppContext } from './app-options.ts';

/** A file to be saved, under its Chinese name (RFC 6266). */
export function sendFile(c: AppContext, file: { bytes: Uint8Array; type: string; name: string }): Response {
  const name = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.type,
    'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
  });
}
