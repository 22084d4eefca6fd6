import { parentPort } from 'node:worker_threads';
import type { FileText } from '../files/file-text.ts';
import { type KnownPaper, type ReadFacts, readFacts } from './read-facts.ts';

export interface FactsTask {
  files: readonly FileText[];
  known: readonly KnownPaper[];
}

/** What the thread says: which file it looks at, or what was read. */
export type FromFactsWorker = { say: 'file'; file: string } | { say: 'read'; read: ReadFacts };

parentPort!.on('message', ({ files, known }: FactsTask) => {
  const say = (message: FromFactsWorker) => parentPort!.postMessage(message);
  say({ say: 'read', read: readFacts(files, known, (file) => say({ say: 'file', file })) });
});
