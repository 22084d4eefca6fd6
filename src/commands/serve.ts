import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { register } from 'tsx/esm/api';
import { readConfig } from '../config.ts';
import { AppError } from '../errors.ts';
import { printNote } from './print.ts';

/** `mingcai serve`: the service and its worker. Ends cleanly on SIGTERM and SIGINT. */
export function serveCommand(program: Command): void {
  program
    .command('serve')
    .option('--port <n>', '端口 (port)')
    .option('--host <host>', '监听地址 (host)', '127.0.0.1')
    .description('启动服务 Start the service')
    .action(async (options: { port?: string; host: string }) => {
      const config = readConfig({ ...process.env, ...(options.port ? { PORT: options.port } : {}) });
      const started = performance.now();
      // The pages are written in JSX, which Node does not read by itself. Without a path the settings for it would be
      // looked for in whatever folder the command is called from.
      register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
      const { startService } = await import('../main.ts');
      const service = await startService(config, { host: options.host, onStep: printNote });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      printNote(`\n明裁已启动（${seconds} 秒）：${service.url}`);
      if (service.demonstration) {
        const { people, password } = service.demonstration;
        printNote('演示账号（口令相同）：');
        for (const person of people)
          printNote(`  ${person.username.padEnd(10)} ${person.name}（${person.roleName}）`);
        printNote(`  口令：${password}\n演示数据均为虚构，可在“案件”页一键移除。按 Ctrl+C 停止。`);
      }
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
      });
      printNote('正在停止……');
      // A second signal, or a stop that hangs, must still end the process: the store survives that.
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
      await Promise.race([
        service.close(),
        new Promise((_, reject) =>
          setTimeout(
            () => reject(new AppError('unavailable', '停止超时，已强行结束；已确认的数据不受影响。')),
            20_000,
          ).unref(),
        ),
      ]);
    });
}
