import type { PGlite } from '@electric-sql/pglite';
import { AppError } from '../errors.ts';

/** PostgreSQL's codes for a full disk and for a failed read or write. */
const DISK_FULL = '53100';
const IO_ERROR = '58030';

/**
 * Watches every message to the engine. After a PANIC (the log could not be written) the real server would restart;
 * PGlite loops for ever on the next message, so none is let through. Disk faults become `unavailable`.
 * Calls `onPanic` once, with what the engine said.
 */
export function guardEngine(raw: PGlite, onPanic: (error: unknown) => void): void {
  const pass = raw.execProtocolStream.bind(raw);
  let refusal: AppError | undefined;
  raw.execProtocolStream = async (message, options) => {
    if (refusal) throw refusal;
    try {
      return await pass(message, options);
    } catch (error) {
      const { severity, code } = error as { severity?: string; code?: string };
      if (
        severity === 'PANIC' ||
        severity === 'FATAL' ||
        (error instanceof Error && error.name === 'RuntimeError')
      ) {
        refusal = stopped(error);
        onPanic(error);
        throw refusal;
      }
      if (code === DISK_FULL) {
        throw new AppError('unavailable', '磁盘空间不足，本次写入已全部撤销；请清理磁盘后重试。', {
          cause: error,
        });
      }
      if (code === IO_ERROR) {
        throw new AppError('unavailable', '磁盘读写出错，本次操作已全部撤销；请检查磁盘后重试。', {
          cause: error,
        });
      }
      throw error;
    }
  };
}

/** The refusal once nobody knows any more what is on the disk. */
export function stopped(cause: unknown): AppError {
  return new AppError(
    'unavailable',
    '数据没有能够可靠地写入磁盘，已停止读写；请检查磁盘空间和权限，然后重新启动明裁。',
    { cause },
  );
}
