import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { checkPassword } from '../staff/check-password.ts';
import { listPeople } from '../staff/find-person.ts';
import type { Person } from '../staff/person.ts';

/** Who acts. Every change by command is a named person's, who proves it with a password like anyone else. */
export interface ActorOptions {
  user: string;
  passwordFile?: string;
  json?: boolean;
}

/** Adds the options by which a command acts as a person. Passwords never stand on the command line. */
export function actsAsPerson(command: Command): Command {
  return command
    .requiredOption('--user <username>', '以谁的身份办理 (acting person)')
    .option('--password-file <file>', '口令所在文件，不给则在终端输入 (file with the password)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)');
}

/** The person, after the password was checked. Refuses with `not-signed-in`. */
export async function actAs(db: Db, options: ActorOptions): Promise<{ person: Person; password: string }> {
  const password = options.passwordFile ? passwordIn(options.passwordFile) : await askPassword(options.user);
  const person = (await listPeople(db)).find(
    (entry) => entry.username === options.user.toLowerCase() && !entry.disabled,
  );
  if (!person || !(await checkPassword(db, person.id, password))) {
    throw new AppError('not-signed-in', '用户名或口令不对，请重新输入。');
  }
  return { person, password };
}

function passwordIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new AppError(
      'not-found',
      `读不到口令文件“${file}”（${(error as NodeJS.ErrnoException).code}），请检查路径。`,
    );
  }
}

async function askPassword(user: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new AppError('not-signed-in', '这里不是终端，请用 --password-file 指定口令文件。');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
  // What is typed after the prompt is not echoed.
  const shown = terminal as unknown as { _writeToOutput(text: string): void };
  let prompted = false;
  shown._writeToOutput = (text) => {
    if (!prompted) process.stderr.write(text);
    prompted = true;
  };
  const answer = await new Promise<string>((resolve) => terminal.question(`${user} 的口令：`, resolve));
  terminal.close();
  process.stderr.write('\n');
  return answer;
}
