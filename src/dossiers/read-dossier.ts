import { AppError } from '../errors.ts';
import type { SkippedFile } from '../files/file-text.ts';
import type { ReadOptions } from '../files/read-files.ts';
import { readFolder } from '../files/read-folder.ts';
import type { Chat } from '../models/open-chat.ts';
import { FactsThread } from './facts-thread.ts';
import { assembleReading, type ReadDossier, stateFacts } from './read-papers.ts';

/** What was read of a dossier on the disk, and which of its files were not. */
export interface DossierOnDisk extends ReadDossier {
  skipped: SkippedFile[];
}

/**
 * Reads the papers of a dossier: a folder, an archive, or single files; with a model asked too where there is one. Refuses with `not-found` for a path that is not
 * there, and `invalid-input` where no paper can be read.
 */
export async function readDossier(
  paths: string[],
  options: ReadOptions & {
    chat?: Chat;
    onAsked?: (done: number, total: number) => void;
    /** Kept for several dossiers; without it one begins and ends with this one. */
    thread?: FactsThread;
  } = {},
): Promise<DossierOnDisk> {
  const { chat, onAsked, thread = new FactsThread(), ...reading } = options;
  try {
    const { files, skipped } = await readFolder(paths, reading);
    if (files.length === 0) {
      const reasons = skipped.slice(0, 3).map(({ file, reason }) => `${file}：${reason}`);
      throw new AppError(
        'invalid-input',
        reasons.length > 0
          ? `没有一份材料读得出来。${reasons.join('；')}`
          : '这里没有材料，请给出放有 Word、PDF、图像或者文本材料的文件夹。',
      );
    }
    const read = await stateFacts(thread, files, {
      ...(chat ? { chat } : {}),
      ...(onAsked ? { onAsked } : {}),
    });
    return { ...assembleReading(read), skipped: [...skipped, ...read.skipped] };
  } finally {
    if (!options.thread) await thread.close();
  }
}
