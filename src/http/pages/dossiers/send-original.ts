import { getCase } from '../../../cases/get-case.ts';
import { readOriginal } from '../../../dossiers/originals.ts';
import { dossierFiles } from '../../../dossiers/stored-reading.ts';
import { AppError } from '../../../errors.ts';
import { HEAD_BYTES, typeOfBytes } from '../../../files/type-of-bytes.ts';
import { type AppContext, type AppOptions, signedIn } from '../../app-options.ts';
import { requireReader } from '../../may-read-case.ts';
import { sendFile } from '../../send-file.ts';

/** What a browser shows by itself. Its viewer of PDF refuses to work in a sandbox, so PDF is saved like the rest. */
const SHOWN: Record<string, string> = { png: 'image/png', jpeg: 'image/jpeg' };

/**
 * 原件 of a case as it was handed in, for whoever may read the case. Pictures are shown in a
 * sandbox; everything else is saved. Refuses with `not-found` for a file that is none of this case.
 */
export async function sendOriginal(c: AppContext, options: AppOptions): Promise<Response> {
  const { db } = options.database;
  const stored = await getCase(db, c.req.param('id') ?? '');
  requireReader(signedIn(c), stored);
  const sha256 = c.req.param('sha256');
  const file = (await dossierFiles(db, stored.id)).find((one) => one.sha256 === sha256);
  if (!file) throw new AppError('not-found', '本案没有这份原件，请回到案件从材料列表打开。');
  const bytes = await readOriginal(options.config.dataFolder, file.sha256);
  const type = SHOWN[typeOfBytes(bytes.subarray(0, HEAD_BYTES)) ?? ''];
  const name = file.name.split('/').at(-1) ?? file.name;
  const response = sendFile(c, { bytes, type: type ?? 'application/octet-stream', name });
  if (type) {
    response.headers.set('Content-Security-Policy', "default-src 'none'; sandbox");
    response.headers.set(
      'Content-Disposition',
      (response.headers.get('Content-Disposition') ?? '').replace('attachment', 'inline'),
    );
  }
  return response;
}
