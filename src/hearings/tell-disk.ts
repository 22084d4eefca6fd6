import { AppError } from '../errors.ts';

/** Runs what reads or writes recordings in the data folder; what the disk refuses is told in words. */
export async function tellDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EACCES' || code === 'EROFS') {
      throw new AppError('unavailable', `录音录像存不进数据文件夹（${code}），请检查磁盘空间和权限后重试。`, {
        cause: error,
      });
    }
    if (code === 'ENOENT') {
      throw new AppError(
        'unavailable',
        '录音录像的文件不在数据文件夹中（ENOENT），请从备份恢复其中的 recordings。',
        { cause: error },
      );
    }
    throw error;
  }
}
