import { Command, CommanderError } from 'commander';
import { printRefusal } from './commands/print.ts';
import { usageInChinese } from './commands/usage-words.ts';
import { VERSION } from './commands/version.ts';
import { loadEnvFile } from './config.ts';

type Add = (program: Command) => void;

/** Every command, loaded only when it is the one asked for: `mingcai schema` must not wait for a database engine. */
const COMMANDS: Record<string, () => Promise<Add>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  search: async () => (await import('./commands/search.ts')).searchCommand,
  cite: async () => (await import('./commands/cite.ts')).citeCommand,
  match: async () => (await import('./commands/match.ts')).matchCommand,
  read: async () => (await import('./commands/read.ts')).readCommand,
  screen: async () => (await import('./commands/screen.ts')).screenCommand,
  discretion: async () => (await import('./commands/discretion.ts')).discretionCommand,
  draft: async () => (await import('./commands/draft.ts')).draftCommand,
  transcribe: async () => (await import('./commands/transcribe.ts')).transcribeCommand,
  benchmark: async () => (await import('./commands/benchmark.ts')).benchmarkCommand,
  case: async () => (await import('./commands/case.ts')).caseCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  rules: async () => (await import('./commands/rules.ts')).rulesCommand,
  'verify-basis': async () => (await import('./commands/verify-basis.ts')).verifyBasisCommand,
  eval: async () => (await import('./commands/eval.ts')).evalCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
  schema: async () => (await import('./commands/schema.ts')).schemaCommand,
};

const json = process.argv.includes('--json');
try {
  loadEnvFile();
  const program = new Command('mingcai')
    .description('明裁：行政执法裁量智能辅助 Aid to discretion in administrative enforcement')
    .version(VERSION, '-V, --version', '版本 (version)')
    .helpCommand('help [command]', '某个命令的帮助 (help for a command)');
  const wanted = process.argv.slice(2).find((word) => !word.startsWith('-'));
  const names = wanted !== undefined && Object.hasOwn(COMMANDS, wanted) ? [wanted] : Object.keys(COMMANDS);
  for (const name of names) (await COMMANDS[name]!())(program);
  settleUsage(program);
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = printRefusal(error, json);
}

/** Wrong usage is a value for the exit status, in every sub-command too. */
function settleUsage(command: Command): void {
  command
    .exitOverride()
    .helpOption('-h, --help', '帮助 (help)')
    .configureOutput({ outputError: (message, write) => write(usageInChinese(message)) });
  for (const inner of command.commands) settleUsage(inner);
}
