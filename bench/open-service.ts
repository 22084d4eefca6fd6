import { spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';

/** A running `serve`. */
export interface Service {
  url: string;
  pid: number | undefined;
  /** From the start until the first page, milliseconds. */
  ms: number;
  /** What it has printed so far. */
  said(): string;
  stop(): Promise<void>;
}

/** Starts `serve` on a data folder and waits for its first page. */
export async function openService(data: string): Promise<Service> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child = spawn(process.execPath, ['src/bin.mjs', 'serve', '--port', String(port)], {
    env: { ...process.env, MINGCAI_DATA: data, DATABASE_URL: '', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.kill('SIGTERM')) await ended;
  };
  while (!(await answers(`${url}/sign-in`))) {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, pid: child.pid, ms: performance.now() - start, said: () => said, stop };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (reply) => reply.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
