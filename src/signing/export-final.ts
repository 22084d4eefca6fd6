import type { Db } from '../db/database.ts';
import { getDocument } from '../documents/get-document.ts';
import { AppError } from '../errors.ts';
import { roundsOf } from '../review/opinion/review-round.ts';
import { sha256 } from './package-digests.ts';
import { packageSchema } from './package-shape.ts';
import { verifyPackage } from './verify-package.ts';

export interface FinalDocument {
  fileName: string;
  docx: Uint8Array;
  packageFileName: string;
  packageBytes: Uint8Array;
  packageDigest: string;
  keyFingerprint: string;
  signer: string;
  signedAt: Date;
}

/**
 * The document as final: the signed bytes and the package. Only a signed document can leave as final; anything else is
 * refused with `wrong-stage`, and `conflict` when what is kept no longer verifies.
 */
export async function exportFinal(db: Db, documentId: string): Promise<FinalDocument> {
  const document = await getDocument(db, documentId);
  const row = await db
    .selectFrom('signatures')
    .selectAll()
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  if (!row || document.state !== 'signed') {
    const last = (await roundsOf(db, documentId)).at(-1);
    const reviewed = document.state === 'passed' && last?.opinionAt !== undefined;
    throw new AppError(
      'wrong-stage',
      reviewed
        ? '文书尚未签署，不能作为正式文书导出；请先由机关负责人签署。'
        : '文书未经法制审核通过、也未签署，不能作为正式文书导出；可以下载草稿。',
    );
  }
  const packageBytes = new Uint8Array(row.package);
  const { ok } = verifyPackage(packageBytes);
  if (!ok || sha256(packageBytes) !== row.package_digest) {
    throw new AppError('conflict', '签署包与签署时不符，可能被改动过；请停止使用，并通知系统管理员核查。');
  }
  const pack = packageSchema.parse(JSON.parse(Buffer.from(packageBytes).toString('utf8')));
  return {
    fileName: pack.document.fileName,
    docx: new Uint8Array(Buffer.from(pack.document.docxBase64, 'base64')),
    packageFileName: pack.document.fileName.replace(/\.docx$/, '.mingcai'),
    packageBytes,
    packageDigest: row.package_digest,
    keyFingerprint: pack.signature.keyFingerprint,
    signer: pack.statement.signer.name,
    signedAt: row.signed_at,
  };
}
