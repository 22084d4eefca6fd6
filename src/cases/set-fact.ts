import { AppError } from '../errors.ts';
import type { AnyCaseFile } from './case-file.ts';
import { readAnyCaseFile } from './read-case-file.ts';
import { type SettableFact, settableFacts } from './settable-facts.ts';

export interface FactChange {
  path: string;
  /** As typed; an empty text takes the value back to "not known". */
  text: string;
  /** The paper and its words that show it. */
  source?: { paper: string; quote: string; start?: number | undefined };
  confirmedBy: string;
}

/**
 * The file with one value set by a person, its source noted. The result is checked as a whole: refuses with
 * `invalid-input`, naming the field, when the value or the quote does not fit; the given file is untouched.
 */
export function setFact<File extends AnyCaseFile>(
  file: File,
  change: FactChange,
  factors: string[] = [],
): File {
  const fact = settableFacts(file, factors).find((entry) => entry.path === change.path);
  if (!fact) {
    throw new AppError('invalid-input', '没有这一项事实，请从列表中选择。', {
      faults: [{ path: 'path', expected: '列表中的一项' }],
    });
  }
  const next = structuredClone(file) as Record<string, unknown>;
  const value = change.text.trim() === '' ? undefined : parse(fact, change.text.trim());
  put(next, change.path.split('.'), value);
  const others = (file.sources ?? []).filter((source) => source.path !== change.path);
  const own =
    value !== undefined && change.source?.paper
      ? [
          {
            path: change.path,
            paper: change.source.paper,
            quote: change.source.quote,
            ...(change.source.start === undefined ? {} : { start: change.source.start }),
            by: 'person' as const,
            confirmedBy: change.confirmedBy,
          },
        ]
      : [];
  next.sources = [...others, ...own];
  try {
    // `action` is no fact that can be set: the file stays of its kind.
    return readAnyCaseFile(next) as File;
  } catch (error) {
    throw error instanceof AppError ? inWordsOfTheForm(error, change.path, others.length) : error;
  }
}

/** A fault of the whole file, told in the fields that the person filled in. */
function inWordsOfTheForm(error: AppError, path: string, source: number): AppError {
  const names: Record<string, string> = {
    [path]: 'value',
    [`sources.${source}.quote`]: 'quote',
    [`sources.${source}.paper`]: 'paper',
  };
  const faults = error.faults.map((fault) => ({ ...fault, path: names[fault.path] ?? fault.path }));
  return new AppError('invalid-input', '没有保存，请按提示改正。', { faults, cause: error });
}

function parse(fact: SettableFact, text: string): unknown {
  if (fact.kind === 'yes-no') return yesNo(text);
  if (fact.kind === 'number') return number(text);
  if (fact.kind === 'list') {
    return text
      .split(/[\n、，,；;]/)
      .map((part) => part.trim())
      .filter(Boolean);
  }
  if (fact.kind === 'factor') {
    if (text === '是' || text === '否') return text === '是';
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  }
  return text;
}

function yesNo(text: string): boolean {
  if (text !== '是' && text !== '否') refuse('是 或 否');
  return text === '是';
}

function number(text: string): number {
  const plain = text.replace(/[,，\s]|元$/g, '');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) refuse('数字，如 8000 或 2051.94');
  return Number(plain);
}

function refuse(expected: string): never {
  throw new AppError('invalid-input', `填写的内容不合要求，应为${expected}。`, {
    faults: [{ path: 'value', expected }],
  });
}

/** Sets or deletes the value; parents are made on the way, emptied ones stay. */
function put(root: Record<string, unknown>, path: string[], value: unknown): void {
  let here = root;
  for (const [index, key] of path.slice(0, -1).entries()) {
    if (here[key] === undefined) {
      if (value === undefined) return;
      here[key] = /^\d+$/.test(path[index + 1]!) ? [] : {};
    }
    here = here[key] as Record<string, unknown>;
  }
  const last = path.at(-1)!;
  if (value === undefined) delete here[last];
  else here[last] = value;
}
