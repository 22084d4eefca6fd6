import { type Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { keepSignatures } from '../corpus/search/resident-signatures.ts';
import { keepVectors } from '../corpus/search/resident-vectors.ts';
import { type Hit, search } from '../corpus/search.ts';
import { searchBatch } from '../corpus/search-batch.ts';
import type { ViolationMatch } from '../corpus/violations/match-violations.ts';
import { sureItems } from '../corpus/violations/sure-items.ts';
import { AppError } from '../errors.ts';
import { citationText } from '../law/citation.ts';
import { chineseDay } from '../law/dates.ts';
import { NORM_LEVEL_NAMES, type NormLevel } from '../law/penalties.ts';
import { openEmbedder } from '../models/embed.ts';
import { withDatabase } from './open-library.ts';
import { printResult, writeAll } from './print.ts';
import { requireFile } from './read-input.ts';
import { wrongUsage } from './usage-words.ts';

interface Options {
  kind: 'law' | 'benchmark' | 'case' | 'all';
  asOf?: string;
  decidedOn?: string;
  level?: NormLevel;
  region?: string;
  agency?: string;
  limit: string;
  batch?: string;
  json?: boolean;
}

/** `mingcai search QUERY` and `mingcai search --batch FILE`. */
export function searchCommand(program: Command): void {
  program
    .command('search')
    .argument('[query]', '检索词或一段事实 (query)')
    .option(
      '--batch <file>',
      '每行一个 {"id","text"}，可加 asOf、decidedOn、kind、level、region、agency、limit (JSON lines)',
    )
    .addOption(
      new Option('--kind <kind>', '种类 (kind)').choices(['law', 'benchmark', 'case', 'all']).default('all'),
    )
    .option('--as-of <date>', '按哪一天有效的条文检索 (as of which day)')
    .option(
      '--decided-on <date>',
      '作出决定之日：行为日（--as-of）与决定日有效的条文一并检索并标明 (day of the decision: both days at once)',
    )
    .addOption(new Option('--level <level>', '法规的效力级别 (level of the norms)').choices(NORM_LEVEL_NAMES))
    .option('--agency <agency>', '制定或者作出决定的机关，名称的一段即可 (issuing body)')
    .option('--region <region>', '地区 (region)')
    .option('--limit <n>', '条数 (how many)', '10')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('检索法条、裁量基准和案例 Search the library')
    .action(async (query: string | undefined, options: Options) => {
      if (!query && !options.batch)
        wrongUsage(program, '请给出检索词，或用 --batch 指定文件，请用 --help 查看用法。');
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1) throw new AppError('invalid-input', '--limit 应为正整数。');
      if (options.batch) requireFile(options.batch);
      const config = readConfig();
      const embedder = await openEmbedder(config);
      const filters = {
        kind: options.kind,
        limit,
        ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
        ...(options.decidedOn === undefined ? {} : { decidedOn: options.decidedOn }),
        ...(options.level ? { level: options.level } : {}),
        ...(options.region === undefined ? {} : { region: options.region }),
        ...(options.agency === undefined ? {} : { agency: options.agency }),
        ...(embedder ? { embedder } : {}),
      };
      await withDatabase(config, async ({ db }) => {
        if (options.batch) {
          keepVectors(db);
          keepSignatures(db);
          for await (const answer of searchBatch(db, options.batch, filters))
            writeAll(1, `${JSON.stringify(answer)}\n`);
          return;
        }
        const result = await search(db, query!, {
          ...filters,
          ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
        });
        const { asOf, hits } = result;
        const items = await sureItems(db, query!, { ...filters, asOf, hits, embedder });
        printResult(options, { ...result, ...(items.length > 0 ? { items } : {}) }, () =>
          [
            ...items.map(itemLine),
            result.hits.length === 0
              ? '没有符合条件的结果。可以换用法条中的说法，或放宽 --kind、--level、--region、--agency、--as-of。'
              : result.hits
                  .map(
                    (hit, index) =>
                      `${index + 1}. ${hit.title}${hit.textIs === 'gist' ? '（要旨）' : ''}${inForceMark(hit)}${daysOf(hit)}\n   ${hit.text.slice(0, 160)}\n   ${hit.id}`,
                  )
                  .join('\n'),
          ].join('\n'),
        );
      });
    });
}

/** An item stands before the hits: its articles may have no text in the library. */
function itemLine({ name, provisions }: ViolationMatch): string {
  return `目录事项“${name}”：${provisions.map((place) => citationText(place)).join('、')}`;
}

/** Where the first day in force is not known, the day as of which was asked may have had other words. */
function inForceMark({ kind, inForce: [from], effectiveKnown }: Hit): string {
  if (kind !== 'law' || effectiveKnown) return '';
  return from === null ? '［施行日不明］' : `［施行日不明，暂按${chineseDay(from)}计］`;
}

/** On which of the two days the hit is in force. */
function daysOf({ inForceOn }: Hit): string {
  if (!inForceOn) return '';
  if (inForceOn.length === 2) return '［行为日、决定日均有效］';
  return inForceOn[0] === 'asOf' ? '［只在行为日有效］' : '［只在决定日有效］';
}
