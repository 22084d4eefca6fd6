import * as z from 'zod';
import { AppError, type FieldFault } from '../errors.ts';
import { ACTIONS, type AnyCaseFile, anyCaseFileSchema, type CaseFile, caseFileSchema } from './case-file.ts';
import { id } from './fields.ts';

z.config(z.locales.zhCN());

/**
 * The file of a penalty case from parsed JSON; refused with `invalid-input` as `readAnyCaseFile` does, and where it is
 * the file of another kind of act.
 */
export function readCaseFile(input: unknown): CaseFile {
  return read(input, caseFileSchema);
}

/**
 * A case file of any kind of act from parsed JSON. Refuses with `invalid-input`, naming every faulty field and what was expected;
 * references between parts (officers, evidence, papers, quotes) are checked too.
 */
export function readAnyCaseFile(input: unknown): AnyCaseFile {
  return read(input, anyCaseFileSchema);
}

function read<File extends AnyCaseFile>(input: unknown, schema: z.ZodType<File>): File {
  const result = schema.safeParse(input, { error: expectedHere });
  const faults: FieldFault[] = result.success
    ? [...characterFaults(result.data), ...referenceFaults(result.data)]
    : result.error.issues.flatMap((issue) => {
        if (issue.code === 'unrecognized_keys') {
          return issue.keys.map((key) => ({
            path: [...issue.path, key].join('.'),
            expected: '案件文件没有这个字段，请检查拼写',
          }));
        }
        return [{ path: issue.path.join('.') || '（整个文件）', expected: issue.message }];
      });
  if (result.success && faults.length === 0) return result.data;
  const shown = faults.slice(0, 3).map((fault) => `${fault.path}：${fault.expected}`);
  const more = faults.length > 3 ? `；另有 ${faults.length - 3} 处` : '';
  throw new AppError('invalid-input', `案件文件有 ${faults.length} 处不合要求：${shown.join('；')}${more}`, {
    faults,
  });
}

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 […]',
  object: '对象 {…}',
};

/** What was expected, where the schema itself does not say it: for people, not for programmers. */
function expectedHere(issue: z.core.$ZodRawIssue): string | undefined {
  const missing = issue.input === undefined ? '，这里缺少' : '';
  if (issue.code === 'invalid_type') return `应为${TYPES[issue.expected] ?? issue.expected}${missing}`;
  if (issue.code === 'invalid_union' && issue.discriminator === 'action') {
    return `应为 ${Object.keys(ACTIONS).join('、')} 之一${missing}`;
  }
  if (issue.code === 'invalid_value') return `应为 ${issue.values.join('、')} 之一${missing}`;
  return undefined;
}

function referenceFaults(file: AnyCaseFile): FieldFault[] {
  const faults: FieldFault[] = [];
  const officers = unique('officers', file.officers);
  const evidence = unique('evidence', file.evidence);
  const papers = unique('papers', file.papers);
  unique('acts', file.acts);
  unique('compulsions', file.compulsions);
  const texts = new Map(file.papers?.map((paper) => [paper.id, paper.text]));

  refer('handlers', file.handlers, officers, 'officers');
  file.acts?.forEach((act, index) => {
    refer(`acts.${index}.officers`, act.officers, officers, 'officers');
    refer(`acts.${index}.officersSigned`, act.officersSigned, officers, 'officers');
  });
  const violation = file.action === 'penalty' ? file.violation : undefined;
  violation?.elements?.forEach((element, index) => {
    refer(`violation.elements.${index}.evidence`, element.evidence, evidence, 'evidence');
  });
  for (const [base, amount] of Object.entries(violation?.amounts ?? {})) {
    refer(`violation.amounts.${base}.evidence`, amount?.evidence, evidence, 'evidence');
  }
  file.services?.forEach((service, index) => {
    // Whoever only serves papers is named and has no number.
    const numbered = service.servers?.filter((server) => id.safeParse(server).success);
    refer(`services.${index}.servers`, numbered, officers, 'officers');
  });
  file.compulsions?.forEach(({ officers: ids, onSiteRecord }, index) => {
    refer(`compulsions.${index}.officers`, ids, officers, 'officers');
    refer(
      `compulsions.${index}.onSiteRecord.officersSigned`,
      onSiteRecord?.officersSigned,
      officers,
      'officers',
    );
  });
  file.sources?.forEach((source, index) => {
    refer(`sources.${index}.paper`, [source.paper], papers, 'papers');
    const text = texts.get(source.paper);
    if (text !== undefined && !text.includes(source.quote)) {
      faults.push({ path: `sources.${index}.quote`, expected: `应为材料 ${source.paper} 中的原文` });
    }
    if (valueAt(file, source.path) === undefined) {
      faults.push({
        path: `sources.${index}.path`,
        expected: `应指向案件文件中已有的值，“${source.path}”没有值`,
      });
    }
  });
  for (const [path, ref] of paperReferences(file)) refer(path, [ref], papers, 'papers');
  return faults;

  function unique(path: string, list: { id: string }[] | undefined): Set<string> {
    const seen = new Set<string>();
    list?.forEach((entry, index) => {
      if (seen.has(entry.id)) faults.push({ path: `${path}.${index}.id`, expected: `编号“${entry.id}”重复` });
      seen.add(entry.id);
    });
    return seen;
  }

  function refer(path: string, ids: string[] | undefined, known: Set<string>, list: string): void {
    for (const ref of ids ?? []) {
      if (!known.has(ref)) faults.push({ path, expected: `应为 ${list} 中已有的编号，没有“${ref}”` });
    }
  }
}

/** Every `paper` reference outside `papers` and `sources`, with its path. */
function* paperReferences(file: AnyCaseFile): Generator<[path: string, id: string]> {
  const { papers: _papers, sources: _sources, ...rest } = file;
  yield* walk(rest, '');
  function* walk(value: unknown, path: string): Generator<[string, string]> {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const here = path ? `${path}.${key}` : key;
      if (key === 'paper' && typeof inner === 'string') yield [here, inner];
      else yield* walk(inner, here);
    }
  }
}

/** Characters that no paper holds and that the database or a digest cannot carry. */
function characterFaults(value: unknown, path = ''): FieldFault[] {
  if (typeof value === 'string') {
    const sound = value.isWellFormed() && !value.includes('\u0000');
    return sound ? [] : [{ path, expected: '应为可显示的文字，不含空字符或残缺的字符' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key.isWellFormed() && !key.includes('\u0000')
      ? []
      : [{ path: path || '（整个文件）', expected: '字段名应为可显示的文字' }]),
    ...characterFaults(inner, path ? `${path}.${key}` : key),
  ]);
}

/** The value at a dotted path (`priorNotices.0.servedOn`), or `undefined`. */
export function valueAt(file: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<string, unknown>)[key];
  }, file);
}
