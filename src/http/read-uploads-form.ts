import { isLeftOut } from '../dossiers/files/is-left-out.ts';
import type { AppContext } from './app-options.ts';
import type { Upload } from './start-reading.ts';

const LONGEST = 300;

/**
 * The files of a multipart form: fields `files`, and `folder` where a whole folder was chosen. Browsers strip the
 * folders from a file's name, so `paths` may give them: one line for each file of `files`. Names are made safe and
 * told apart; what no dossier holds (`.DS_Store`, `Thumbs.db`) is left out.
 */
export async function readUploadsForm(c: AppContext): Promise<Upload[]> {
  const body = await c.req.parseBody({ all: true });
  const files = filesOf(body.files);
  const lines = typeof body.paths === 'string' ? body.paths.split(/\r?\n/).filter(Boolean) : [];
  const named = [
    ...files.map((file, index) => ({ file, path: lines.length === files.length ? lines[index] : undefined })),
    ...filesOf(body.folder).map((file) => ({ file, path: undefined })),
  ];
  const taken = new Set<string>();
  const uploads: Upload[] = [];
  for (const { file, path } of named) {
    // An input that was left empty comes as a file without name and bytes.
    if (file.name === '' && file.size === 0) continue;
    const name = freeName(safeName(path ?? file.name), taken);
    if (isLeftOut(name)) continue;
    taken.add(name);
    uploads.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return uploads;
}

function filesOf(value: unknown): File[] {
  return [value].flat().filter((entry): entry is File => entry instanceof File);
}

/** A path inside the dossier: no drive, no way up, nothing that does not show. */
function safeName(given: string): string {
  const parts = given
    .toWellFormed()
    .replaceAll(/\p{C}/gu, '')
    .split(/[/\\]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part));
  return parts.join('/').slice(-LONGEST) || '未命名';
}

/** Two files of one name stay two. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, suffix = ''] = /^(.*?)(\.[^./]+)?$/s.exec(name) ?? [];
  let free = name;
  for (let at = 2; taken.has(free); at += 1) free = `${stem}（${at}）${suffix}`;
  return free;
}
