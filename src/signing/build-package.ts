import { type KeyObject, sign } from 'node:crypto';
import type { Db } from '../db/database.ts';
import { canonicalJson } from '../law/canonical-json.ts';
import type { ReviewRound } from '../review/opinion/review-round.ts';
import { getScreening, latestScreening } from '../review/screening/screening.ts';
import { findPerson } from '../staff/find-person.ts';
import { APP_VERSION } from './app-version.ts';
import { packageDigests } from './package-digests.ts';
import { FORMAT, type PackageContent, type PackageRound, SIGNATURE_CONTEXT } from './package-shape.ts';
import { fingerprintOf, type SealedKey } from './signing-key.ts';
import type { Signability, Signer } from './signing-obstacles.ts';

/** Everything of the package but the signature: the document's bytes, the case, findings, verdicts and all rounds. */
export async function packageContent(
  db: Db,
  basis: Signability,
  signer: Signer,
  signedAt: Date,
): Promise<PackageContent> {
  const { document, version, stored, major, passed } = basis;
  const screening = passed
    ? await getScreening(db, passed.screeningId)
    : await latestScreening(db, stored.id);
  const numberLine = version.text.split('\n')[2] ?? '';
  const number = /号$/.test(numberLine) ? numberLine : (stored.number ?? stored.id);
  const fileName = `${document.title}（${number.replace(/[\\/:*?"<>|\s]/g, '')}）.docx`;
  const parts = plain({
    document: {
      form: document.form,
      title: document.title,
      fileName,
      docxBase64: Buffer.from(version.docx).toString('base64'),
      sha256: version.digest,
      text: version.text,
    },
    caseFile: stored.file,
    findings: {
      ...(screening
        ? {
            screening: screening.id,
            caseRevision: screening.caseRevision,
            rulesVersion: screening.rulesVersion,
            list: screening.findings,
          }
        : { list: [] }),
      major,
    },
    verdicts: screening?.verdicts ?? [],
    opinion: { rounds: await Promise.all(basis.rounds.map((round) => packageRound(db, round))) },
  });
  const digests = packageDigests(parts, version.docx);
  return plain({
    ...parts,
    format: FORMAT,
    digests,
    statement: {
      document: {
        id: document.id,
        version: version.version,
        form: document.form,
        title: document.title,
        fileName,
      },
      case: { id: stored.id, revision: stored.revision, handlers: stored.handlers },
      digests,
      review: {
        required: basis.reviewRequired,
        ...(passed ? { round: passed.id, ...(passed.reviewer ? { reviewer: passed.reviewer } : {}) } : {}),
      },
      signer: { id: signer.id, name: signer.name, role: signer.role },
      signedAt: signedAt.toISOString(),
      rulesVersion: screening?.rulesVersion ?? '',
      appVersion: APP_VERSION,
    },
  } satisfies PackageContent);
}

/** The package file: canonical JSON, UTF-8, no newline at the end. */
export function sealPackage(content: PackageContent, key: SealedKey, privateKey: KeyObject): Uint8Array {
  const message = Buffer.from(SIGNATURE_CONTEXT + canonicalJson(content.statement));
  const signature = {
    algorithm: 'Ed25519',
    publicKey: key.publicKey,
    keyFingerprint: fingerprintOf(key.publicKey),
    value: sign(null, message, privateKey).toString('base64'),
  };
  return new Uint8Array(Buffer.from(canonicalJson({ ...content, signature })));
}

async function packageRound(db: Db, round: ReviewRound): Promise<PackageRound> {
  const reviewer = round.reviewer ? await findPerson(db, round.reviewer) : undefined;
  const { submittedAt, opinionAt, withdrawnAt, documentId: _document, ...rest } = round;
  return {
    ...rest,
    submittedAt: submittedAt.toISOString(),
    ...(opinionAt ? { opinionAt: opinionAt.toISOString() } : {}),
    ...(withdrawnAt ? { withdrawnAt: withdrawnAt.toISOString() } : {}),
    ...(reviewer ? { reviewerName: reviewer.name } : {}),
  };
}

/** As JSON will carry it: no dates, nothing undefined, so that digests are taken of exactly what is in the file. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
