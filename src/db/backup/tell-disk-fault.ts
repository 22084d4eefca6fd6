import { AppError } from '../../errors.ts';

const FAULTS: Record<string, string> = {
  ENOSPC: '磁盘已满，请清理或换一个磁盘后重试',
  EDQUOT: '超出磁盘配额，请清理后重试',
  EFBIG: '文件超出此处允许的大小，请换一个磁盘后重试',
  EACCES: '没有读写权限，请改正权限或换一个位置后重试',
  EPERM: '没有读写权限，请改正权限或换一个位置后重试',
  EROFS: '所在磁盘只读，请换一个位置后重试',
  EIO: '磁盘读写出错，请检查磁盘后重试',
  ENOENT: '没有这个文件或文件夹，请核对路径后重试',
  ENOTDIR: '上级不是文件夹，请核对路径后重试',
  EISDIR: '它是一个文件夹，请给出文件名',
};

/** Runs what reads or writes files; a fault of the disk is a refusal that names the place and says what to do. */
export async function tellDiskFault<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, path: at } = error as NodeJS.ErrnoException;
    const fault = error instanceof AppError ? undefined : FAULTS[code ?? ''];
    if (!fault) throw error;
    throw new AppError('unavailable', `${at ?? path}：${fault}。`, { cause: error });
  }
}
