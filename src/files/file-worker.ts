import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { expandArchive } from './expand-archive.ts';
import type { FileOutcome, FileSource, FileTask, FromWorker, ToWorker, WorkerSettings } from './file-task.ts';
import { readBytes } from './read-bytes.ts';
import type { ReadContext } from './read-context.ts';

const { limits, recognises, converts } = workerData as WorkerSettings;
let answer: { resolve(bytes: Uint8Array): void; reject(error: Error): void } | undefined;

const say = (message: FromWorker) => parentPort!.postMessage(message);

/** Programs are started by the thread that keeps this one: it can end them when this one is ended. */
function run(program: 'recognise' | 'convert', bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    answer = { resolve, reject };
    say({ say: 'run', program, bytes });
  });
}

const context: ReadContext = {
  limits,
  alive: () => say({ say: 'alive' }),
  recognise: recognises
    ? async (picture) => new TextDecoder().decode(await run('recognise', picture))
    : undefined,
  convert: converts ? (bytes) => run('convert', bytes) : undefined,
};

parentPort!.on('message', (message: ToWorker) => {
  if (message.tell === 'answer') answer?.resolve(message.bytes);
  else if (message.tell === 'failed') answer?.reject(new AppError('unavailable', message.reason));
  else void work(message.task).then((outcome) => say({ say: 'done', outcome }));
});

async function work(task: FileTask): Promise<FileOutcome> {
  try {
    const bytes = bytesOf(task.source);
    if (task.do === 'expand') return await expandArchive(task, bytes, limits);
    const { text, notes } = await readBytes(task.file, bytes, context);
    return { text, skipped: notes.map((reason) => ({ file: task.file, reason })) };
  } catch (error) {
    return { skipped: [{ file: task.file, reason: reasonOf(error) }] };
  }
}

function bytesOf(source: FileSource): Buffer {
  if ('bytes' in source)
    return Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
  // The file may have been replaced since it was found: no link is followed, nothing but a file is opened.
  const handle = openSync(
    Buffer.from(source.path),
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
  );
  try {
    const { size } = fstatSync(handle);
    if (size > limits.fileBytes) throw new AppError('limit', '文件在读取时变大，超过限制，请稍后重试。');
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'EACCES' || code === 'EPERM') return '没有读取权限，请调整权限后重试。';
  if (code === 'ENOENT' || code === 'ELOOP') return '读取时文件已不在或被换成链接，请重新放入后再读。';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return '临时文件夹所在的磁盘空间不足，没有读取，请清理磁盘（或请管理员清理）后重试。';
  return '文件内部结构有误，不能读取，请用原来的软件重新保存或导出后放入。';
}
