import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
let listens = false;

/**
 * Has a program that was started `detached` end with everything it started: when `signal` is aborted, and with this
 * process at the latest. At once and without asking: neither an engine nor a decoder has anything to put in order.
 */
export function endWith(child: ChildProcess, signal?: AbortSignal): void {
  if (!listens) {
    listens = true;
    process.on('exit', () => {
      for (const one of running) killGroup(one);
    });
  }
  running.add(child);
  const stop = () => killGroup(child);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  child.once('close', () => {
    running.delete(child);
    signal?.removeEventListener('abort', stop);
  });
}

/** Ends the program and what it started. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended, or no group of its own was made.
    child.kill('SIGKILL');
  }
}
