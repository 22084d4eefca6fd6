import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { AppError } from '../../errors.ts';

/** A model in the format of whisper.cpp. */
export interface ModelFile {
  bytes: number;
  /** Of its size, its beginning and its end: the whole of it can be gigabytes. */
  digest: string;
}

const SAMPLED = 2 ** 20;
const MAGIC = 0x67676d6c;
/** Models that know only English have fewer entries. */
const MULTILINGUAL = 51_865;

/** Looks whether the file is a model that whisper.cpp loads and that knows Chinese, without loading it. */
export async function readModelFile(path: string): Promise<ModelFile> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new AppError('unavailable', `找不到语音模型文件“${path}”，请检查 MINGCAI_WHISPER_MODEL。`, {
      cause,
    });
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw unfit(path, '不是文件');
    const head = Buffer.alloc(Math.min(SAMPLED, stat.size));
    await file.read(head, 0, head.length, 0);
    if (head.length < 8 || head.readUInt32LE(0) !== MAGIC) throw unfit(path, '不是 ggml 格式');
    if (head.readInt32LE(4) < MULTILINGUAL) throw unfit(path, '只懂英语');
    const tail = Buffer.alloc(Math.min(SAMPLED, stat.size));
    await file.read(tail, 0, tail.length, stat.size - tail.length);
    const digest = createHash('sha256').update(`${stat.size} `).update(head).update(tail).digest('hex');
    return { bytes: stat.size, digest };
  } finally {
    await file.close();
  }
}

function unfit(path: string, why: string): AppError {
  return new AppError(
    'unavailable',
    `语音模型“${path}”不能用（${why}），请在 MINGCAI_WHISPER_MODEL 指定 whisper.cpp 的多语言 ggml 模型。`,
  );
}
