#!/usr/bin/env node
// Runs the commands under a Node that is new enough: this one, or the one that npm installed beside us.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const entry = new URL('./cli.ts', import.meta.url);

if (major > 22 || (major === 22 && minor >= 12)) {
  // Else the settings for JSX would be looked for in whatever folder the command is called from.
  const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));
  const { register } = await import('tsx/esm/api');
  register({ tsconfig });
  await import(entry.href);
} else {
  const node = createRequire(import.meta.url).resolve('node/bin/node');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`无法启动 Node 24（${error.message}），请重新运行 npm ci。\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
}
