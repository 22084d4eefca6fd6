/** Where and why a text is no JSON, for people: `第 3 行第 5 列附近写法不对…`. The error is the one that `JSON.parse` threw. */
export function jsonFault(text: string, error: unknown): string {
  if (!text.trim()) return '文件里没有内容';
  const message = error instanceof Error ? error.message : '';
  const at = Number(/position (\d+)/.exec(message)?.[1] ?? firstWrong(text));
  const ended = at >= text.trimEnd().length && !/Unterminated/.test(message);
  if (ended || /end of JSON/.test(message)) return '到末尾还没有写完，请检查文件是否完整、括号和引号是否成对';
  const where = placeOf(text, at);
  if (/after JSON/.test(message)) return `${where}起多出了内容，请只保留一个 JSON`;
  if (/control character/.test(message)) return `${where}附近的文字里有换行或者制表符，请写作 \\n、\\t`;
  if (/Unterminated string/.test(message)) return `${where}附近的双引号没有闭合，请补上`;
  return `${where}附近写法不对，请检查双引号、逗号、冒号和括号`;
}

/** An unexpected sign is told without its place: the end of the shortest beginning that holds it. */
function firstWrong(text: string): number {
  let low = 0;
  let high = text.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (holdsWrongSign(text.slice(0, middle))) high = middle;
    else low = middle;
  }
  return high - 1;
}

function holdsWrongSign(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return error instanceof Error && /^Unexpected token/.test(error.message);
  }
}

function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `第 ${before.length} 行第 ${[...before.at(-1)!].length + 1} 列`;
}
