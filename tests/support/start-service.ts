import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../../src/bin.mjs');

/** A `mingcai serve` process with its address, and what it printed so far. */
export interface RunningService {
  url: string;
  child: ChildProcess;
  printed(): string;
  /** Ends it with a signal and resolves with the exit status, or the signal's name when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

/** Starts the service on a free port and waits until it is ready. Rejects with what it printed when it ends instead. */
export function startServiceProcess(
  dataFolder: string,
  env: NodeJS.ProcessEnv = {},
  options: { cwd?: string } = {},
): Promise<RunningService> {
  const child = spawn(process.execPath, [BIN, 'serve', '--port', '0'], {
    ...options,
    env: {
      ...process.env,
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
      MINGCAI_ORIGIN: '',
      ...env,
      MINGCAI_DATA: dataFolder,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  const exited = new Promise<number | string>((done) => {
    child.on('close', (code, signal) => done(signal ?? code ?? -1));
  });
  return new Promise((ready, fail) => {
    child.on('error', fail);
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const url = /明裁已启动（[\d.]+ 秒）：(\S+)/.exec(printed)?.[1];
      // The lines after the address belong to the same message.
      if (url && printed.includes('Ctrl+C')) {
        ready({
          url,
          child,
          printed: () => printed,
          end: (signal) => {
            child.kill(signal);
            return exited;
          },
        });
      }
    });
    void exited.then((status) => fail(new Error(`serve ended with ${status}: ${printed}`)));
  });
}

/** The password of the demonstration accounts in a data folder. */
export function demoPassword(dataFolder: string): string {
  return readFileSync(join(dataFolder, 'demo-password'), 'utf8').trim();
}
