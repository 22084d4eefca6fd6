#!/usr/bin/env node
// Runs the commands under a Node that reads TypeScript: this one, or the one that npm installed beside us.
import { spawn } from 'node:child_process';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

if (process.features.typescript) {
  // By the environment, so that every thread keeps and finds what it compiled there as well.
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
    new URL('../node_modules/.cache/mingcai/compiled', import.meta.url),
  );
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  await import('./cli.ts');
} else {
  const node = module.createRequire(import.meta.url).resolve('node/bin/node');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`无法启动 Node 24（${error.message}），请重新运行 npm ci。\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    // Ends as the child did: our own listener would take the signal, and the end would look like a success.
    for (const one of signals) process.removeAllListeners(one);
    process.kill(process.pid, signal);
  });
}
