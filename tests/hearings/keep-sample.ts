import { createCase } from '../../src/cases/create-case.ts';
import { exampleCaseFiles } from '../../src/cases/example-case-files.ts';
import type { Actor } from '../../src/cases/stored-case.ts';
import type { Db } from '../../src/db/database.ts';
import { beginUpload } from '../../src/hearings/begin-upload.ts';
import { keepRecording } from '../../src/hearings/keep-recording.ts';
import type { Recording } from '../../src/hearings/recording.ts';
import { takeChunk } from '../../src/hearings/take-chunk.ts';

/** A case of this handler, with one hearing recorded. */
export async function keepSample(
  db: Db,
  options: { dataFolder: string; by: Actor; bytes: Buffer; caseId?: string; more?: object },
): Promise<Recording> {
  const { dataFolder, by, bytes, caseId = 'recorded-case' } = options;
  const [file] = exampleCaseFiles();
  const { example: _, ...real } = file!;
  await createCase(db, { file: { ...real, id: caseId, ...options.more } as never, by });
  const { id } = await beginUpload(db, {
    dataFolder,
    caseId,
    kind: 'hearing',
    name: '示例听证.wav',
    bytes: bytes.length,
    modified: 1,
    began: '2026-03-05T09:00',
    ended: '2026-03-05T11:30',
    by,
  });
  const body = (async function* () {
    yield new Uint8Array(bytes);
  })();
  await takeChunk(db, { dataFolder, id, offset: 0, body, by });
  return keepRecording(db, { dataFolder, id, by });
}
