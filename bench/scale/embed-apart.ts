import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { vectorText, wholeNumbers } from '../../src/corpus/search/vector-text.ts';
import { openEmbedder } from '../../src/models/embed.ts';

/** Makes vectors on another core, as pgvector reads them. */
export interface EmbedApart {
  embed(texts: string[]): Promise<string[]>;
  close(): Promise<unknown>;
}

/** Opens the model of a folder in a thread of its own; one call at a time is worked on, in their order. */
export function embedApart(folder: string): EmbedApart {
  const worker = new Worker(new URL(import.meta.url), { workerData: folder });
  const waiting: PromiseWithResolvers<string[]>[] = [];
  worker.on('message', (vectors: string[]) => waiting.shift()?.resolve(vectors));
  worker.on('error', (error) => {
    for (const one of waiting.splice(0)) one.reject(error);
  });
  return {
    embed(texts) {
      const one = Promise.withResolvers<string[]>();
      waiting.push(one);
      worker.postMessage(texts);
      return one.promise;
    },
    close: () => worker.terminate(),
  };
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  const model = openEmbedder({ embeddingModel: String(workerData) });
  let last: Promise<void> = Promise.resolve();
  port.on('message', (texts: string[]) => {
    last = last.then(async () => {
      const vectors = (await (await model)?.embed(texts)) ?? [];
      port.postMessage(vectors.map((vector) => vectorText(wholeNumbers(vector))));
    });
  });
}
