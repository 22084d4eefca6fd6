import type { AnyCaseFile } from '../cases/case-file.ts';
import type { Config } from '../config.ts';
import { pastCases } from '../corpus/past-cases.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { comparableCases } from '../discretion/comparable-cases.ts';
import { citationShort } from '../law/citation.ts';
import { today } from '../law/dates.ts';
import type { Chat } from '../models/open-chat.ts';
import { CRITERIA, type Criterion } from '../review/rules/rule.ts';
import { askModel } from '../review/screening/ask-model.ts';
import { type Finding, type ScreenOptions, screenCase } from '../review/screening/screen-case.ts';
import { type ScreeningReport, screeningReport } from '../review/screening/screening-report.ts';
import { progressLine } from './print.ts';
import { profileFor } from './profile-for.ts';

const SIGNS = { 'not-met': '✕ 不符合', unclear: '? 待查明', met: '✓ 符合', 'not-applicable': '– 不适用' };

/** Screens one case; with a model asked too where there is one. */
export async function screenFile(
  file: AnyCaseFile,
  book: ReferenceBook,
  config: Config,
  chat: Chat | undefined,
): Promise<ScreeningReport> {
  const profile = profileFor(file, config);
  const likeCases = comparableCases(file, book, pastCases());
  const screening = { profile, book, today: today(), likeCases };
  const found = screenCase(file, screening);
  const findings = chat ? await askWithProgress(found, file, screening, chat) : found;
  return screeningReport(file, findings, profile);
}

async function askWithProgress(
  found: Finding[],
  file: AnyCaseFile,
  screening: ScreenOptions,
  chat: Chat,
): Promise<Finding[]> {
  const progress = progressLine();
  try {
    return await askModel(found, file, screening, chat, {
      onAsked: (done, total) => progress.report('请模型核对', done, total),
    });
  } finally {
    progress.end();
  }
}

/** The report for people: what was found under each criterion. */
export function textOf({ findings, summary }: ScreeningReport, all: boolean): string {
  const lines = Object.entries(CRITERIA).flatMap(([criterion, name]) => {
    const own = findings
      .filter((finding) => finding.criterion === (Number(criterion) as Criterion))
      .filter((finding) => all || finding.answer === 'not-met' || finding.answer === 'unclear')
      .sort((a, b) => order(a) - order(b));
    return [
      `${criterion} ${name}${own.length === 0 ? '：未发现问题' : ''}`,
      ...own.flatMap((finding) => [
        `  ${SIGNS[finding.answer]}  ${finding.rule}${finding.by === 'model' ? '（模型）' : ''} ${finding.reason}`,
        `      依据 ${finding.basis.map(citationShort).join('；') || '惯例'}`,
        ...finding.papers.map((paper) => `      材料 ${paper.paper}：“${paper.quote}”`),
      ]),
    ];
  });
  return [
    ...lines,
    '',
    `不符合 ${summary['not-met']}，待查明 ${summary.unclear}，符合 ${summary.met}，不适用 ${summary['not-applicable']}。预审是给审核人员的提示，不是审核意见。`,
  ].join('\n');
}

function order(finding: ScreeningReport['findings'][number]): number {
  return (
    ['not-met', 'unclear', 'met', 'not-applicable'].indexOf(finding.answer) * 10 +
    ['block', 'major', 'minor', 'info'].indexOf(finding.severity)
  );
}
