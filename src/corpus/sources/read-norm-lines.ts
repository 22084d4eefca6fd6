import { basename, extname } from 'node:path';
import type { Day } from '../../law/dates.ts';
import { type EntryDraft, type Reading, type SourceDraft, sha256, versionId } from '../source-draft.ts';
import { checkNumbers, numberFaults } from './check-numbers.ts';
import { readNormHead } from './read-norm-head.ts';
import { splitArticles } from './split-articles.ts';
import { splitDecision } from './split-decision.ts';
import { splitDocument } from './split-document.ts';

interface Context {
  /** The text of the whole paper as it was read. */
  original: string;
  /** The title, where what cut the paper found it. */
  title?: string | undefined;
  /** The norm it is annexed to: what the annex does not say of itself is as there. */
  leading?: SourceDraft | undefined;
  /** Articles of annexes without a title of their own. */
  annexes?: string[][];
}

/**
 * One norm from its lines: a statute with articles, a decision of amendment, or a normative document with sections, and
 * what is to be told of its numbers. What bears a number already taken and annexes without a title are kept as text without a number.
 */
export function readNormLines(file: string, lines: readonly string[], context: Context): Reading[] {
  const { original, leading, annexes = [] } = context;
  const decision = splitDecision(lines);
  const split = decision ? undefined : splitArticles(lines);
  const document = split || decision ? undefined : splitDocument(lines);
  const { title: read, versionDate: ownDate, number, articles } = (decision ?? split ?? document)!;
  if (articles.length === 0) return [{ fault: '没有找到条文，请核对是否为法规或规范性文件' }];
  const title = context.title ?? (read || basename(file, extname(file)));
  const versionDate = ownDate ?? leading?.versionDate ?? null;
  const head = readNormHead(
    title,
    decision?.head ?? split?.head ?? lines.slice(0, 12),
    articles.map((article) => article.text),
    versionDate,
    document?.issuer,
  );
  const id = versionId(title, versionDate);
  const checked = split
    ? checkNumbers(title, articles)
    : { articles, doubled: [] as typeof articles, missing: [] as number[], excerpt: false };
  const entry = (one: (typeof articles)[number]): EntryDraft => ({
    id: `${id}#${one.article}`,
    title,
    law: title,
    textIs: 'official',
    ...one,
  });
  const beside = [
    ...checked.doubled.map(({ article, ...one }, at) => ({ ...one, name: `${article}~${at + 2}` })),
    ...annexes.map((annex, at) => ({ text: annex.join('\n'), name: `annex${at + 1}` })),
  ];
  const whole = checked.missing.length === 0;
  const source: SourceDraft = {
    kind: 'law',
    key: `law:${id}`,
    origin: 'imported',
    title,
    versionDate,
    ...(leading ? inherited(leading, versionDate) : {}),
    ...head,
    ...(number ? { number } : {}),
    ...(split
      ? { lastArticle: Math.max(...checked.articles.map(({ article }) => Number.parseInt(article, 10))) }
      : { level: (decision && head.level) ?? 'normative-document' }),
    ...(whole ? {} : { complete: false }),
    digest: sha256(
      JSON.stringify([title, versionDate, number, head, articles, ...(annexes.length ? [annexes] : [])]),
    ),
    file: basename(file),
    original,
  };
  return [
    ...[...numberFaults(title, checked), ...(annexes.length ? [annexFault(title, annexes.length)] : [])].map(
      (fault) => ({ fault }),
    ),
    {
      source,
      entries: [
        ...checked.articles.map(entry),
        ...beside.map(
          ({ name, ...one }): EntryDraft => ({
            id: `${id}#${name}`,
            title,
            law: title,
            textIs: 'official',
            ...one,
          }),
        ),
      ],
    },
  ];
}

/** An annexed norm is of the same body and rank and, of one day, in force with the one it is annexed to. */
function inherited(leading: SourceDraft, versionDate: Day | null): Partial<SourceDraft> {
  const { issuer, level, region } = leading;
  const statedFrom = leading.versionDate === versionDate ? leading.statedFrom : undefined;
  return {
    ...(issuer ? { issuer } : {}),
    ...(level ? { level } : {}),
    ...(region ? { region } : {}),
    ...(statedFrom ? { statedFrom } : {}),
  };
}

function annexFault(title: string, count: number): string {
  return `《${title}》后面有 ${count} 处条号从第一条重新编起而没有名称的附件，作为附文保留，可以检索，不作为该法的条文`;
}
