import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BUNDLED_MODEL, type Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { openStatic } from './open-static.ts';

/** An embedding model. Vectors have unit length, so that the inner product is the cosine. */
export interface Embedder {
  /** Name under which its vectors are stored; vectors of another model are never compared with these. */
  model: string;
  dimensions: number;
  /** Where it was opened from. */
  folder?: string;
  embed(texts: string[], options?: { signal?: AbortSignal }): Promise<Float32Array[]>;
}

/** A model that was opened from a folder. */
export interface OpenedEmbedder extends Embedder {
  folder: string;
  /** `table`: looked up by ourselves, no library loaded. */
  by: 'table' | 'transformers.js';
}

const BATCH = 32;
/** Longer texts are cut before they reach the tokenizer; no article that counts is longer. */
const MAX_CHARACTERS = 4000;

/**
 * Opens the feature-extraction model of the settings: a local transformers.js folder, nothing from the network.
 * `undefined` when it is turned off, or is the bundled one and the folder is not there: then search is lexical only.
 * @throws AppError unavailable when a folder that was set is missing or holds no model that loads.
 */
export async function openEmbedder(
  config: Pick<Config, 'embeddingModel'>,
): Promise<OpenedEmbedder | undefined> {
  if (!config.embeddingModel) return undefined;
  const folder = resolve(config.embeddingModel);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    if (folder === BUNDLED_MODEL) return undefined;
    throw new AppError(
      'unavailable',
      `找不到嵌入模型的文件夹“${config.embeddingModel}”，请检查 MINGCAI_EMBEDDING_MODEL。`,
    );
  }
  try {
    return openTable(folder) ?? (await loadFolder(folder));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new AppError('unavailable', `嵌入模型“${config.embeddingModel}”无法载入：${reason}。`, {
      cause: error,
    });
  }
}

function openTable(folder: string): OpenedEmbedder | undefined {
  const model = openStatic(folder);
  if (!model) return undefined;
  return {
    model: nameOf(folder, model.digest),
    dimensions: model.dimensions,
    folder,
    by: 'table',
    async embed(texts, options = {}) {
      const vectors: Float32Array[] = [];
      for (const [index, text] of texts.entries()) {
        if (index % BATCH === BATCH - 1) await nextTurn();
        options.signal?.throwIfAborted();
        vectors.push(model.embed(text.slice(0, MAX_CHARACTERS)));
      }
      return vectors;
    },
  };
}

async function loadFolder(folder: string): Promise<OpenedEmbedder> {
  // Loaded only where such a model is set: the library is large.
  const { env, pipeline } = await import('@huggingface/transformers');
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder);
  const quantised = hasFile(folder, 'onnx/model_quantized.onnx');
  const extract = await pipeline('feature-extraction', basename(folder), {
    local_files_only: true,
    dtype: quantised ? 'q8' : 'fp32',
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
  const digest = await digestOf(resolve(folder, `onnx/model${quantised ? '_quantized' : ''}.onnx`));
  return {
    model: nameOf(folder, digest),
    dimensions: probe!.length,
    folder,
    by: 'transformers.js',
    embed,
  };
}

/** A model trained anew in the same folder is another model. */
function nameOf(folder: string, digest: string): string {
  return `${basename(folder)}@${digest.slice(0, 12)}`;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

function hasFile(folder: string, name: string): boolean {
  return statSync(resolve(folder, name), { throwIfNoEntry: false })?.isFile() ?? false;
}
