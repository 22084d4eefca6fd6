import { randomUUID } from 'node:crypto';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { lockDocument } from '../documents/get-document.ts';
import { AppError } from '../errors.ts';
import { appendRecord } from '../records/append-record.ts';
import { packageContent, sealPackage } from './build-package.ts';
import { openKey, settleKey } from './keep-key.ts';
import { sha256 } from './package-digests.ts';
import { fingerprintOf } from './signing-key.ts';
import { refuseObstacles, type SigningQuestion, signingObstacles } from './signing-obstacles.ts';
import { verifyPackage } from './verify-package.ts';

export interface Signature {
  id: string;
  documentId: string;
  packageBytes: Uint8Array;
  packageDigest: string;
  keyFingerprint: string;
  signedAt: Date;
}

export interface SigningRequest extends SigningQuestion {
  /** The digest that the signer was shown: SHA-256 (hex) of the document's bytes. */
  expectedDigest: string;
  password: string;
  checkPassword: (userId: string, password: string) => Promise<boolean>;
}

/**
 * 签署: the head of agency signs exactly the bytes that were reviewed, with the password given afresh. The private key
 * opens only with that password, so no job, model or administrator can sign. Signature, state and record are kept in
 * one transaction: after a crash there is a whole signature or none.
 * Refuses with `not-allowed` (role, own case, wrong password), `wrong-stage` (not reviewed, incomplete, already signed),
 * `conflict` (other bytes than those shown), `limit` (too many wrong passwords, from checkPassword).
 */
export async function signDocument(db: Db, request: SigningRequest): Promise<Signature> {
  const { signer } = request;
  if (signer.role !== 'head') {
    throw new AppError('not-allowed', '只有机关负责人可以签署行政处罚决定，请由机关负责人登录后签署。');
  }
  refuseObstacles(await signingObstacles(db, request));
  if (!(await request.checkPassword(signer.id, request.password))) {
    throw new AppError('not-allowed', '口令不对，没有签署；请重新输入本人的登录口令。');
  }
  // Deriving the key takes a while on purpose: before the transaction, which makes everyone wait.
  const key = await openKey(db, signer.id, request.password);
  return transact(db, async (trx) => {
    // Held to the end: neither the text nor the facts move while they are being signed.
    const { caseId } = await lockDocument(trx, request.documentId);
    await trx.selectFrom('cases').select('id').where('id', '=', caseId).forUpdate().execute();
    const basis = await signingObstacles(trx, request);
    refuseObstacles(basis);
    const { document, version, stored } = basis;
    if (version.digest !== request.expectedDigest) {
      throw new AppError('conflict', '文书已不是您看到的那一版，没有签署；请重新打开文书，看过后再签署。');
    }
    const signedAt = new Date();
    const content = await packageContent(trx, basis, signer, signedAt);
    await settleKey(trx, key, signer);
    const packageBytes = sealPackage(content, key.sealed, key.open);
    const faults = verifyPackage(packageBytes).checks.filter((check) => !check.ok);
    if (faults.length > 0) {
      throw new Error(`签署包未通过自检：${faults.map((check) => check.name).join('、')}`);
    }
    const signature: Signature = {
      id: randomUUID(),
      documentId: document.id,
      packageBytes,
      packageDigest: sha256(packageBytes),
      keyFingerprint: fingerprintOf(key.sealed.publicKey),
      signedAt,
    };
    await trx
      .insertInto('signatures')
      .values({
        id: signature.id,
        document_id: document.id,
        version: version.version,
        digest: version.digest,
        signer: signer.id,
        key_id: key.sealed.id,
        signed_at: signedAt,
        package: packageBytes,
        package_digest: signature.packageDigest,
      })
      .execute();
    await trx.updateTable('documents').set({ state: 'signed' }).where('id', '=', document.id).execute();
    await appendRecord(trx, {
      actor: signer.id,
      actorRole: signer.role,
      action: '签署文书',
      object: `document:${document.id}`,
      digest: signature.packageDigest,
      detail: {
        name: signer.name,
        case: stored.id,
        version: version.version,
        documentDigest: version.digest,
        keyFingerprint: signature.keyFingerprint,
        round: basis.passed?.id ?? null,
        reviewRequired: basis.reviewRequired,
      },
    });
    return signature;
  });
}
