import type { Command } from 'commander';

/** Commander's own English sentences on wrong usage, said in Chinese first. */
const SENTENCES: [RegExp, string][] = [
  [/unknown command '([^']*)'/, '没有命令“$1”'],
  [/unknown option '([^']*)'/, '没有选项“$1”'],
  [
    /option '([^']*)' argument '([^']*)' is invalid\. Allowed choices are ([^\n]*)\./,
    '选项“$1”的值“$2”不对，应为 $3 之一',
  ],
  [/missing required argument '([^']*)'/, '缺少参数“$1”'],
  [/required option '([^']*)' not specified/, '缺少必需的选项“$1”'],
  [/option '([^']*)' argument missing/, '选项“$1”后面缺少值'],
  [
    /too many arguments[^.]*\. Expected (\d+) arguments? but got (\d+)[^\n]*/,
    '参数过多：应为 $1 个，给了 $2 个',
  ],
];

/** `error: unknown command 'x'` → `没有命令“x”（unknown command 'x'）。` Anything else stays as it is. */
export function usageInChinese(message: string): string {
  const english = message.replace(/^error: /, '').trim();
  for (const [pattern, chinese] of SENTENCES) {
    const match = pattern.exec(english);
    if (match)
      return `${match[0].replace(pattern, chinese)}，请用 --help 查看用法（${english.split('\n')[0]}）。\n`;
  }
  return message;
}

/** Ends a command as wrong usage (exit status 2) with this Chinese sentence. */
export function wrongUsage(program: Command, sentence: string): never {
  program.error(sentence, { exitCode: 2 });
}
