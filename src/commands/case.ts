import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { ACTIONS } from '../cases/case-file.ts';
import { createCase } from '../cases/create-case.ts';
import { getCase } from '../cases/get-case.ts';
import { listCases } from '../cases/list-cases.ts';
import { penaltyFile } from '../cases/penalty-file.ts';
import { readConfig } from '../config.ts';
import { loadReferenceBook } from '../corpus/load-reference-book.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { withImportedTexts } from '../corpus/with-imported-texts.ts';
import type { Db } from '../db/database.ts';
import { findTier } from '../discretion/find-tier.ts';
import { createDocument } from '../documents/create-document.ts';
import { draftDecision } from '../documents/draft-decision.ts';
import { editDocument } from '../documents/edit-document.ts';
import { getDocument, getDocumentVersion, listDocuments } from '../documents/get-document.ts';
import { AppError } from '../errors.ts';
import { today } from '../law/dates.ts';
import { giveOpinion } from '../review/opinion/give-opinion.ts';
import { giveVerdict } from '../review/opinion/give-verdict.ts';
import { roundsOf } from '../review/opinion/review-round.ts';
import { submitForReview } from '../review/opinion/submit-for-review.ts';
import { runScreening } from '../review/screening/run-screening.ts';
import { latestScreening } from '../review/screening/screening.ts';
import { signDocument } from '../signing/sign-document.ts';
import { checkPassword } from '../staff/check-password.ts';
import { type ActorOptions, actAs, actsAsPerson } from './act-as.ts';
import { withDatabase } from './open-library.ts';
import { printResult } from './print.ts';
import { profileFor } from './profile-for.ts';
import { readCase, readTextFile, requireWritable } from './read-input.ts';

/** `mingcai case …`: the main job by command, each step by the person entitled to it. */
export function caseCommand(program: Command): void {
  const command = program
    .command('case')
    .description('库中的案件：登记、起草、送审、审核、签署 Cases in the store, step by step');
  const config = () => readConfig();

  command
    .command('list')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('列出案件 List cases')
    .action(async (options: { json?: boolean }) => {
      const cases = await withDatabase(config(), ({ db }) => listCases(db, {}));
      printResult(
        options,
        {
          cases: cases.map(({ id, title, file, revision, handlers, example }) => ({
            id,
            title,
            action: file.action,
            revision,
            handlers,
            example,
          })),
        },
        () =>
          cases.length === 0
            ? '还没有案件。用 mingcai case add 登记一个。'
            : cases.map((entry) => `${entry.id}  ${ACTIONS[entry.file.action]}  ${entry.title}`).join('\n'),
      );
    });

  actsAsPerson(command.command('add').argument('<file>', '案件文件 JSON (case file)'))
    .description('登记案件（承办人）Add a case')
    .action(async (path: string, options: ActorOptions) => {
      const file = readCase(path);
      const stored = await withDatabase(config(), async ({ db }) =>
        createCase(db, { file, by: (await actAs(db, options)).person }),
      );
      printResult(
        options,
        { case: stored.id, revision: stored.revision },
        () => `已登记 ${stored.id}，第 ${stored.revision} 版。`,
      );
    });

  actsAsPerson(command.command('draft').argument('<case>', '案件编号 (case id)'))
    .option('--text <file>', '以这份文字作为正文 (use this text)')
    .description('起草决定书（承办人）Draft the decision')
    .action(async (id: string, options: ActorOptions & { text?: string }) => {
      const document = await withDatabase(config(), async ({ db }) => {
        const { person } = await actAs(db, options);
        const stored = await getCase(db, id);
        const file = penaltyFile(stored);
        const book = await bookOf(db);
        const profile = profileFor(file, config());
        const draft = draftDecision(file, {
          book,
          profile,
          tier: findTier({ file, book }),
        });
        const created = await createDocument(db, {
          caseId: id,
          caseRevision: stored.revision,
          draft,
          by: person,
        });
        if (!options.text) return created;
        const text = readTextFile(options.text);
        return editDocument(db, { id: created.id, text, expectedVersion: created.version, by: person, book });
      });
      const version = await withDatabase(config(), ({ db }) =>
        getDocumentVersion(db, document.id, document.version),
      );
      printResult(
        options,
        {
          document: document.id,
          version: document.version,
          digest: version.digest,
          unresolved: version.draft.unresolved,
          text: version.text,
        },
        () =>
          [
            `已起草 ${document.id}，第 ${document.version} 版。`,
            ...version.draft.unresolved.map((entry) => `? ${entry}`),
          ].join('\n'),
      );
    });

  actsAsPerson(command.command('submit').argument('<document>', '文书编号 (document id)'))
    .description('预审并提交法制审核（承办人）Screen and submit for review')
    .action(async (id: string, options: ActorOptions) => {
      const round = await withDatabase(config(), async ({ db }) => {
        const { person } = await actAs(db, options);
        const document = await getDocument(db, id);
        const stored = await getCase(db, document.caseId);
        const book = await bookOf(db);
        await runScreening(db, {
          caseId: stored.id,
          by: person,
          profile: profileFor(stored.file, config()),
          book,
          today: today(),
        });
        return submitForReview(db, { documentId: id, expectedVersion: document.version, by: person, book });
      });
      printResult(options, { round: round.id, document: id }, () => `已送审，审核编号 ${round.id}。`);
    });

  actsAsPerson(command.command('opinion').argument('<document>', '文书编号 (document id)'))
    .requiredOption('--conclusion <conclusion>', 'agree、agree-with-advice、correct、disagree …')
    .requiredOption('--reasons <text>', '理由 (reasons)')
    .option(
      '--verdicts <file>',
      '对各项发现的认定 JSON：{"规则": {"verdict", "reason"}} (verdicts on findings)',
    )
    .description('逐条认定发现并出具审核意见（审核人员）Verdicts and opinion')
    .action(
      async (
        id: string,
        options: ActorOptions & { conclusion: string; reasons: string; verdicts?: string },
      ) => {
        const verdicts = options.verdicts ? readVerdicts(options.verdicts) : {};
        const round = await withDatabase(config(), async ({ db }) => {
          const { person } = await actAs(db, options);
          const document = await getDocument(db, id);
          const stored = await getCase(db, document.caseId);
          const open = (await roundsOf(db, id)).find((entry) => !entry.opinionAt && !entry.withdrawnAt);
          const screening = await latestScreening(db, stored.id);
          if (!open || !screening)
            throw new AppError('wrong-stage', '这份文书没有待审核的送审，请先由承办人提交。');
          for (const [rule, { verdict, reason }] of Object.entries(verdicts)) {
            await giveVerdict(db, {
              screeningId: open.screeningId,
              rule,
              verdict,
              by: person,
              ...(reason ? { reason } : {}),
            });
          }
          return giveOpinion(db, {
            roundId: open.id,
            conclusion: options.conclusion as Parameters<typeof giveOpinion>[1]['conclusion'],
            reasons: options.reasons,
            by: person,
            profile: profileFor(stored.file, config()),
          });
        });
        printResult(
          options,
          { round: round.id, conclusion: round.conclusion },
          () => `已出具审核意见：${round.conclusion}。`,
        );
      },
    );

  actsAsPerson(command.command('sign').argument('<document>', '文书编号 (document id)'))
    .requiredOption('--digest <sha256>', '所签文书的摘要，证明签的就是看过的那一份 (digest of what was read)')
    .requiredOption('--out <file>', '签署包写到 (package file)')
    .description('签署（机关负责人）Sign')
    .action(async (id: string, options: ActorOptions & { digest: string; out: string }) => {
      // A signature cannot be taken back: where the package goes is settled first.
      requireWritable(options.out);
      const signed = await withDatabase(config(), async ({ db }) => {
        const { person, password } = await actAs(db, options);
        const document = await getDocument(db, id);
        const stored = await getCase(db, document.caseId);
        return signDocument(db, {
          documentId: id,
          expectedDigest: options.digest,
          signer: person,
          password,
          checkPassword: (userId, given) => checkPassword(db, userId, given),
          book: await bookOf(db),
          profile: profileFor(stored.file, config()),
          today: today(),
        });
      });
      writeFileSync(options.out, signed.packageBytes);
      printResult(
        options,
        { package: options.out, bytes: signed.packageBytes.length },
        () => `已签署，签署包 ${options.out}。用 mingcai verify 核验。`,
      );
    });

  command
    .command('documents')
    .argument('<case>', '案件编号 (case id)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('列出案件的文书 List the documents of a case')
    .action(async (id: string, options: { json?: boolean }) => {
      const documents = await withDatabase(config(), ({ db }) => listDocuments(db, id));
      printResult(options, { documents }, () =>
        documents.length === 0
          ? '还没有文书。用 mingcai case draft 起草。'
          : documents
              .map((entry) => `${entry.id}  ${entry.title}  第 ${entry.version} 版  ${entry.state}`)
              .join('\n'),
      );
    });
}

async function bookOf(db: Db): Promise<ReferenceBook> {
  return withImportedTexts(db, loadReferenceBook());
}

type VerdictInput = { verdict: 'confirmed' | 'overruled' | 'asked'; reason?: string };

function readVerdicts(path: string): Record<string, VerdictInput> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, VerdictInput>;
  } catch (error) {
    throw new AppError(
      'invalid-input',
      `“${path}”读不出认定：${(error as Error).message}。格式为 {"C3-10": {"verdict": "overruled", "reason": "……"}}。`,
    );
  }
}
