import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';

/** An embedding model. Vectors have unit length, so that the inner product is the cosine. */
export interface Embedder {
  /** Name under which its vectors are stored; vectors of another model are never compared with these. */
  model: string;
  dimensions: number;
  embed(texts: string[], options?: { signal?: AbortSignal }): Promise<Float32Array[]>;
}

const BATCH = 32;
/** Longer texts are cut before they reach the tokenizer; no article that counts is longer. */
const MAX_CHARACTERS = 4000;

/**
 * Loads the feature-extraction model of the settings: a local transformers.js folder, nothing from the network.
 * `undefined` when none is set: then search is lexical only.
 * @throws AppError unavailable when the folder is missing or holds no model that loads.
 */
export async function openEmbedder(config: Config): Promise<Embedder | undefined> {
  if (!config.embeddingModel) return undefined;
  const folder = resolve(config.embeddingModel);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AppError(
      'unavailable',
      `找不到嵌入模型的文件夹“${config.embeddingModel}”，请检查 MINGCAI_EMBEDDING_MODEL。`,
    );
  }
  try {
    return await loadFolder(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new AppError('unavailable', `嵌入模型“${config.embeddingModel}”无法载入：${reason}。`, {
      cause: error,
    });
  }
}

async function loadFolder(folder: string): Promise<Embedder> {
  // Loaded only where a model is set: the library is large.
  const { env, pipeline } = await import('@huggingface/transformers');
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder);
  const extract = await pipeline('feature-extraction', basename(folder), {
    local_files_only: true,
    dtype: (await hasFile(folder, 'onnx/model_quantized.onnx')) ? 'q8' : 'fp32',
  });
  const embed = async (texts: string[], options: { signal?: AbortSignal } = {}): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += BATCH) {
      options.signal?.throwIfAborted();
      const part = texts.slice(at, at + BATCH).map((text) => text.slice(0, MAX_CHARACTERS));
      const output = await extract(part, { pooling: 'mean', normalize: true });
      const width = output.dims.at(-1)!;
      const data = output.data as Float32Array;
      for (let i = 0; i < part.length; i++) vectors.push(data.slice(i * width, (i + 1) * width));
    }
    return vectors;
  };
  const [probe] = await embed(['行政处罚']);
  return { model: basename(folder), dimensions: probe!.length, embed };
}

async function hasFile(folder: string, name: string): Promise<boolean> {
  return statSync(resolve(folder, name), { throwIfNoEntry: false })?.isFile() ?? false;
}
