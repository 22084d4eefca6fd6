import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { ACTIONS, type CaseFile } from '../cases/case-file.ts';
import { toldOfCase } from '../cases/told-of-case.ts';
import { UNSAID } from '../cases/unsaid.ts';
import { readConfig } from '../config.ts';
import { chosenWords } from '../corpus/violations/chosen-words.ts';
import { matchOnDay, type ViolationMatch } from '../corpus/violations/match-violations.ts';
import { notInForceWords } from '../corpus/violations/not-in-force.ts';
import { type ChoicesAsked, choicesFor } from '../corpus/violations/past-choice.ts';
import { AppError } from '../errors.ts';
import { citationText } from '../law/citation.ts';
import { isDay, today } from '../law/dates.ts';
import { openEmbedder } from '../models/embed.ts';
import { actDay } from '../review/steps/act-day.ts';
import { caseAt, holdsPapers } from './case-at.ts';
import { openCatalogue } from './open-catalogue.ts';
import { printResult } from './print.ts';

/** `mingcai match TEXT|CASE.json`: what happened → items of the catalogue of violations and their provisions. */
export function matchCommand(program: Command): void {
  program
    .command('match')
    .argument('<text>', '几个词、一段事实、案件文件或者案卷文件夹 (text, case file or dossier)')
    .option('--as-of <date>', '违法行为之日 (day of the act)')
    .option('--limit <n>', '条数 (how many)', '10')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('由发生的事情找违法行为事项和适用条款 From what happened to the provisions that apply')
    .action(async (given: string, options: { asOf?: string; limit: string; json?: boolean }) => {
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1 || limit > 100)
        throw new AppError('invalid-input', '--limit 应为 1 至 100 的整数。');
      if (options.asOf !== undefined && !isDay(options.asOf))
        throw new AppError('invalid-input', `“${options.asOf}”不是存在的日期，请写成 2024-03-05 的样式。`);
      const { file, ...said } = await whatHappened(given);
      if (said.text?.trim() === '')
        throw new AppError('invalid-input', '没有写明发生了什么，请给出几个词或者一段事实。');
      const config = readConfig();
      const { book, catalogue, choices } = await openCatalogue(config);
      const text = file ? toldOfCase(file, catalogue) : (said.text ?? '');
      if (!text)
        throw new AppError(
          'invalid-input',
          `“${given}”里没有读到发生了什么：没有认定的事实，也没有案由。请另给一段事实。`,
        );
      const embedder = await openEmbedder(config);
      const asOf = options.asOf ?? (file && actDay(file)?.day) ?? today();
      const { items, notInForce } = await matchOnDay(catalogue, text, {
        book,
        asOf,
        embedder,
        limit,
        choices: choicesFor(choices, file ? askedOf(file) : {}),
      });
      printResult(options, { asOf, items, notInForce }, () =>
        [
          ...notInForce.map((one) => notInForceWords(one, asOf)),
          ...(items.length === 0 ? [NOTHING] : items.map(lines)),
        ].join('\n'),
      );
    });
}

const NOTHING = '目录里没有相近的事项。可以换用更具体的说法：谁、在哪里、做了什么、涉及什么物品。';

/** What somebody says, or the case that tells it. */
interface Happened {
  text?: string;
  file?: CaseFile;
}

/** A path that exists is a case or a dossier; anything else is what happened. */
async function whatHappened(given: string): Promise<Happened> {
  const isPath = given.length < 1000 && !given.includes('\n') && statSync(given, { throwIfNoEntry: false });
  if (!isPath) {
    if (/\.(?:json|ya?ml)$/i.test(given))
      throw new AppError('not-found', `“${given}”：没有这个文件，请检查路径。`);
    return { text: given };
  }
  if (!holdsPapers(given) && !given.toLowerCase().endsWith('.json'))
    throw new AppError(
      'invalid-input',
      `“${given}”不是案件文件或者案卷，请给出 .json、案卷文件夹或者一段文字。`,
    );
  const file = await caseAt(given);
  if (file.action === 'penalty') return { file };
  throw new AppError(
    'invalid-input',
    `“${file.title}”是${ACTIONS[file.action]}案件；匹配是找违法行为和处罚条款，只用于行政处罚案件。可以另给一段事实。`,
    { faults: [{ path: 'action', expected: 'penalty（行政处罚）' }] },
  );
}

/** A dossier may not say whose it is. */
function askedOf({ id, agency, example }: CaseFile): ChoicesAsked {
  return {
    ...(agency.name === UNSAID ? {} : { agency: agency.name }),
    except: id,
    example: example === true,
  };
}

function lines(match: ViolationMatch, index: number): string {
  const { why, missing, tell, provisions, inOwnList } = match;
  const places = provisions.map((place) => citationText(place)).join('、');
  return [
    `${index + 1}. ${match.name}（${match.field}）${inOwnList === false ? '　不在本机关清单' : ''}`,
    `   条款：${places}`,
    ...(why.saying === null ? [] : [`   最像：${why.saying}`]),
    ...(why.chosen ? [`   ${chosenWords(why.chosen)}`] : []),
    ...(why.met.length > 0 ? [`   已说到：${why.met.join('；')}`] : []),
    ...(missing.length > 0 ? [`   请核实：${missing.join('；')}`] : []),
    ...tell.map(({ name, tell: how }) => `   与“${name}”的区别：${how}`),
  ].join('\n');
}
