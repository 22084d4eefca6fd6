import type { FileText, SkippedFile } from './file-text.ts';
import type { FileLimits } from './limits.ts';

/** Where the bytes of a file are: on the disk, or in hand. */
export type FileSource = { path: Uint8Array } | { bytes: Uint8Array };

/** What a reading thread is asked to do. */
export type FileTask =
  | { do: 'read'; file: string; source: FileSource }
  /** Opens an archive into a folder of its own; members beyond the two numbers are refused. */
  | { do: 'expand'; file: string; source: FileSource; folder: string; mostFiles: number; mostBytes: number };

/** A file out of an archive, as it lies on the disk meanwhile. */
export interface Member {
  file: string;
  path: string;
  size: number;
  /** It may be an archive itself. */
  zipped: boolean;
}

/** What came of a task. A file may be read and yet have something to be said about it. */
export interface FileOutcome {
  text?: FileText;
  skipped: SkippedFile[];
  /** Of 'expand': absent when the file is no archive. */
  members?: Member[];
}

/** Known to each thread from its beginning. */
export interface WorkerSettings {
  limits: FileLimits;
  recognises: boolean;
  converts: boolean;
}

/** What a thread says: that it goes on, that it needs a program of the machine, or what came of its task. */
export type FromWorker =
  | { say: 'alive' }
  | { say: 'run'; program: 'recognise' | 'convert'; bytes: Uint8Array }
  | { say: 'done'; outcome: FileOutcome };

/** What a thread is told: a task, or what the program answered. */
export type ToWorker =
  | { tell: 'task'; task: FileTask }
  | { tell: 'answer'; bytes: Uint8Array }
  | { tell: 'failed'; reason: string };
