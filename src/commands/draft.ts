import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { findTier } from '../discretion/find-tier.ts';
import { draftDecision } from '../documents/draft-decision.ts';
import { renderDocx } from '../documents/render-docx.ts';
import { writeReasons } from '../documents/write-reasons.ts';
import { AppError } from '../errors.ts';
import { today } from '../law/dates.ts';
import { openChat } from '../models/open-chat.ts';
import { penaltyCaseAt } from './case-at.ts';
import { openBook } from './open-book.ts';
import { printNote, printResult } from './print.ts';
import { profileFor } from './profile-for.ts';

/** `mingcai draft`: a document draft as .docx. */
export function draftCommand(program: Command): void {
  program
    .command('draft')
    .argument('<case>', '案件文件 JSON，或者放材料的案卷文件夹、压缩包；- 为标准输入 (case file or dossier)')
    .requiredOption('--form <form>', 'decision（行政处罚决定书）')
    .requiredOption('--out <file>', '写到的 .docx 文件 (output file)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('起草文书 Draft a document')
    .action(async (path: string, options: { form: string; out: string; json?: boolean }) => {
      if (options.form !== 'decision') {
        throw new AppError('not-found', `没有文书“${options.form}”，现有：decision（行政处罚决定书）。`);
      }
      const config = readConfig();
      const file = await penaltyCaseAt(path);
      const profile = profileFor(file, config);
      const book = await openBook(config);
      const tier = findTier({ file, book });
      const chat = openChat(config);
      const outcome = chat && (await writeReasons(chat, file, tier, book, file.decision?.date ?? today()));
      if (outcome && 'dropped' in outcome) printNote(outcome.dropped);
      const draft = draftDecision(file, {
        book,
        tier,
        profile,
        ...(outcome && 'written' in outcome ? { aiReasons: outcome.written } : {}),
      });
      const bytes = await renderDocx(draft);
      const digest = createHash('sha256').update(bytes).digest('hex');
      try {
        writeFileSync(options.out, bytes);
      } catch (error) {
        throw new AppError(
          'unavailable',
          `写不了“${options.out}”（${(error as NodeJS.ErrnoException).code}），请检查文件夹和权限。`,
        );
      }
      printResult(
        options,
        {
          form: draft.form,
          file: options.out,
          digest,
          elements: draft.elements,
          citations: draft.citations,
          unresolved: draft.unresolved,
          sentences: draft.paragraphs.flatMap((paragraph) => paragraph.sentences),
        },
        () =>
          [
            `已写出 ${options.out}，摘要 ${digest}`,
            ...draft.elements.map((element) => `${element.present ? '✓' : '✕'} ${element.name}`),
            ...draft.citations
              .filter((citation) => citation.state !== 'in-force')
              .map((citation) => `✕ 引用待核：${citation.quote}`),
            ...draft.unresolved.map((entry) => `? ${entry}`),
            '草稿须经人修改、审核、签署后才能对外使用。',
          ].join('\n'),
      );
    });
}
