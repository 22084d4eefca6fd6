import { writeSync } from 'node:fs';
import { AppError } from '../errors.ts';

/** Writes all of a text to a file descriptor; a pipe that is full for the moment is waited for. */
export function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** Signs that a terminal obeys or that turn the order of others around, but for tab and line ends. */
const OBEYED = /[^\P{Cc}\t\n\r]|\r(?!\n)|[\u202A-\u202E\u2066-\u2069]/gu;

/** A text for people: names of files and words of papers may hold orders to their terminal. */
const forTerminal = (text: string): string => text.replaceAll(OBEYED, '\uFFFD');

/** One result on standard output: the whole JSON document with `--json`, else the text for people. */
export function printResult(
  options: { json?: boolean | undefined },
  value: unknown,
  text: () => string,
): void {
  writeAll(1, options.json ? `${JSON.stringify(value)}\n` : `${forTerminal(text()).replace(/\n*$/, '')}\n`);
}

/** A remark beside the result: standard error, so that standard output stays one document. */
export function printNote(text: string): void {
  writeAll(2, `${forTerminal(text)}\n`);
}

/** A progress line on a terminal, once the work has taken more than a second. */
export function progressLine(): {
  report(message: string, done?: number, total?: number): void;
  end(): void;
} {
  const started = Date.now();
  const live = process.stderr.isTTY === true;
  let shown = false;
  return {
    report(message, done, total) {
      if (!live || Date.now() - started < 1000) return;
      const share =
        done !== undefined && total ? ` ${bar(done / total)} ${done} / ${total}` : done ? ` ${done}` : '';
      process.stderr.write(`\r\u001b[K${message}${share}`);
      shown = true;
    },
    end() {
      if (shown) process.stderr.write('\r\u001b[K');
    },
  };
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * 20);
  return `[${'█'.repeat(full)}${'·'.repeat(20 - full)}]`;
}

/** A refusal: one Chinese sentence on standard error, with `--json` also on standard output. Exit status 1. */
export function printRefusal(error: unknown, json: boolean): number {
  const kind = error instanceof AppError ? error.kind : 'bug';
  const message =
    error instanceof AppError
      ? error.message
      : `程序出错，请把下面的信息交给维护人员：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  printNote(message);
  if (json) writeAll(1, `${JSON.stringify({ error: { kind, message } })}\n`);
  return 1;
}
