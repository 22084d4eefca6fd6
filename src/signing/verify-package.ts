import { createPublicKey, verify } from 'node:crypto';
import { canonicalJson } from '../law/canonical-json.ts';
import { packageDigests } from './package-digests.ts';
import { packageSchema, SIGNATURE_CONTEXT, type SignedPackage } from './package-shape.ts';
import { fingerprintOf } from './signing-key.ts';

/** One small check of a file, as the contract's `verify` prints it. */
export interface Check {
  name: string;
  ok: boolean;
  expected?: string;
  found?: string;
}

export interface Verification {
  ok: boolean;
  checks: Check[];
}

const MOST_BYTES = 64 * 1024 * 1024;
const PASSING = ['agree', 'agree-with-advice'];

/**
 * Verifies a signed package offline, check by check, and never throws, whatever the bytes. Without `trustedKey` (the
 * fingerprint, 64 hex digits) it proves that nothing was changed since the signature, not whose key it was: compare
 * the fingerprint shown with the one that the agency publishes.
 */
export function verifyPackage(bytes: Uint8Array, options: { trustedKey?: string } = {}): Verification {
  const checks: Check[] = [];
  const opened = open(bytes, checks);
  if (opened) {
    checks.push(
      ...digestChecks(opened.pack, opened.docx),
      statementCheck(opened.pack),
      signatureCheck(opened.pack),
    );
    checks.push(...orderChecks(opened.pack));
    if (options.trustedKey !== undefined) {
      const expected = options.trustedKey.trim().toLowerCase();
      checks.push(compare('可信公钥', expected, fingerprintOf(opened.pack.signature.publicKey)));
    }
  }
  return { ok: checks.every((check) => check.ok), checks };
}

function open(bytes: Uint8Array, checks: Check[]): { pack: SignedPackage; docx: Uint8Array } | undefined {
  const refuse = (name: string, expected: string, found: string): undefined => {
    checks.push({ name, ok: false, expected, found });
    return undefined;
  };
  if (bytes.byteLength > MOST_BYTES) {
    return refuse('文件格式', `不超过 ${MOST_BYTES} 字节`, `${bytes.byteLength} 字节`);
  }
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    return refuse('文件格式', 'UTF-8 编码的 JSON', '无法读出');
  }
  const result = packageSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    return refuse(
      '文件格式',
      '明裁签署包 mingcai-package/1',
      `${issue?.path.join('.') || '整个文件'} 不合格式`,
    );
  }
  const pack = result.data;
  const docx = Buffer.from(pack.document.docxBase64, 'base64');
  checks.push({ name: '文件格式', ok: true, found: pack.format });
  // The parsed value, not zod's copy: whatever the schema drops or normalises must show here.
  const canonical = canonicalOf(value) === text && docx.toString('base64') === pack.document.docxBase64;
  checks.push({
    name: '规范编码',
    ok: canonical,
    expected: '逐字节符合规范 JSON 和 base64',
    found: canonical ? '符合' : '不符合，文件被改动过',
  });
  return { pack, docx };
}

function canonicalOf(value: unknown): string | undefined {
  try {
    return canonicalJson(value);
  } catch {
    return undefined;
  }
}

function digestChecks(pack: SignedPackage, docx: Uint8Array): Check[] {
  const found = packageDigests(pack, docx);
  return [
    compare('文书摘要', pack.digests.document, found.document),
    compare('文书登记摘要', pack.document.sha256, found.document),
    compare('文书文本摘要', pack.digests.text, found.text),
    compare('案件事实摘要', pack.digests.caseFile, found.caseFile),
    compare('审查发现摘要', pack.digests.findings, found.findings),
    compare('审核意见摘要', pack.digests.opinion, found.opinion),
  ];
}

function statementCheck(pack: SignedPackage): Check {
  const { form, title, fileName } = pack.document;
  const { id, version } = pack.statement.document;
  const expected = canonicalJson({ document: { id, version, form, title, fileName }, digests: pack.digests });
  const found = canonicalJson({ document: pack.statement.document, digests: pack.statement.digests });
  return {
    name: '签署内容与摘要一致',
    ok: expected === found,
    ...(expected === found ? {} : { expected, found }),
  };
}

function signatureCheck(pack: SignedPackage): Check {
  const { publicKey, keyFingerprint, value } = pack.signature;
  const fingerprint = fingerprintOf(publicKey);
  if (fingerprint !== keyFingerprint) {
    return {
      name: '签名',
      ok: false,
      expected: `公钥指纹 ${keyFingerprint}`,
      found: `公钥指纹 ${fingerprint}`,
    };
  }
  const signature = Buffer.from(value, 'base64');
  const message = Buffer.from(SIGNATURE_CONTEXT + canonicalJson(pack.statement));
  let ok = false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    ok =
      key.asymmetricKeyType === 'ed25519' &&
      signature.toString('base64') === value &&
      key.export({ type: 'spki', format: 'der' }).toString('base64') === publicKey &&
      verify(null, message, key, signature);
  } catch {
    ok = false;
  }
  return {
    name: '签名',
    ok,
    expected: '与签署内容相符的 Ed25519 签名',
    found: ok ? `公钥指纹 ${fingerprint}` : '不相符',
  };
}

/** What the signed words themselves must show: reviewed first, and by three different hands. */
function orderChecks(pack: SignedPackage): Check[] {
  const { review, signer, case: file, digests, document, signedAt } = pack.statement;
  const round = pack.opinion.rounds.find((entry) => entry.id === review.round);
  const passed =
    round !== undefined &&
    round.withdrawnAt === undefined &&
    PASSING.includes(round.conclusion ?? '') &&
    round.reviewer === review.reviewer &&
    round.digest === digests.document &&
    round.version === document.version &&
    round.caseRevision === file.revision &&
    round.opinionAt !== undefined &&
    round.opinionAt <= signedAt;
  const reviewFound = passed
    ? `${round.reviewerName ?? round.reviewer}于 ${round.opinionAt} 审核通过这一版`
    : review.round
      ? '所指的审核与所签文书不符，或者没有通过'
      : '没有审核';
  const hands = [...file.handlers, ...(round ? [round.submittedBy] : [])];
  const apart =
    signer.role === 'head' &&
    !hands.includes(signer.id) &&
    signer.id !== review.reviewer &&
    (review.reviewer === undefined || !hands.includes(review.reviewer));
  return [
    {
      name: '审核在先且通过',
      ok: passed || (!review.required && review.round === undefined),
      expected: review.required ? '签署前对这一版的审核通过' : '不属于重大执法决定，可以不审核',
      found: reviewFound,
    },
    {
      name: '签署人与承办人、审核人不是同一人',
      ok: apart,
      expected: '机关负责人，且不是承办人或者审核人',
      found: `${signer.name}（${signer.role}）`,
    },
  ];
}

function compare(name: string, expected: string, found: string): Check {
  return expected === found ? { name, ok: true, found } : { name, ok: false, expected, found };
}
