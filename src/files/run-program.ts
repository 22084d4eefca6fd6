import { execFile } from 'node:child_process';
import { accessSync, constants, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { atExit } from './at-exit.ts';

const executed = promisify(execFile);
const MOST_OUTPUT = 32 * 2 ** 20;

/** Which programs of the machine help with reading. */
export interface Programs {
  /** `tesseract` with simplified Chinese. */
  recognises: boolean;
  /** `soffice` of LibreOffice. */
  converts: boolean;
}

/** Looks for the programs once. LibreOffice is only looked for: starting it takes as long as reading a dossier. */
export async function findPrograms(): Promise<Programs> {
  const languages = await executed('tesseract', ['--list-langs'], { timeout: 10_000 }).then(
    ({ stdout, stderr }) => stdout + stderr,
    () => '',
  );
  return { recognises: /^chi_sim$/m.test(languages), converts: isOnPath('soffice') };
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Recognises a picture handed over on standard input: a table of words with their places. */
export function recognisePicture(picture: Uint8Array, timeout: number, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'tesseract',
      ['stdin', 'stdout', '-l', 'chi_sim', '--psm', '6', '-c', 'tessedit_do_invert=0', 'tsv'],
      {
        timeout,
        signal,
        killSignal: 'SIGKILL',
        maxBuffer: MOST_OUTPUT,
        encoding: 'buffer',
        // Pages are recognised side by side; one page on all processors would be slower in sum.
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      },
      (error, stdout) => {
        takeBack();
        if (error) reject(error);
        else resolve(stdout);
      },
    );
    const takeBack = atExit(() => child.kill('SIGKILL'));
    // It may end before it has read everything; what counts is how it ends.
    child.stdin?.on('error', () => {});
    child.stdin?.end(picture);
  });
}

/** Turns an old Word file into a .docx, in a folder and with a profile of its own, without macros or network. */
export async function convertDocument(
  bytes: Uint8Array,
  timeout: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'mingcai-converting-'));
  try {
    await writeFile(join(folder, 'paper.doc'), bytes, { mode: 0o600 });
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const what = ['--headless', '--norestore', '--convert-to', 'docx', '--outdir', folder];
    const converted = executed('soffice', [profile, ...what, join(folder, 'paper.doc')], {
      timeout,
      signal,
      killSignal: 'SIGKILL',
    });
    const takeBack = atExit(() => {
      converted.child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    });
    await converted.finally(takeBack);
    return await readFile(join(folder, 'paper.docx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
