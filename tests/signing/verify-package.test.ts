import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { canonicalJson } from '../../src/law/canonical-json.ts';
import { exportRecords } from '../../src/records/export-records.ts';
import { packageDigests } from '../../src/signing/package-digests.ts';
import { SIGNATURE_CONTEXT, type SignedPackage } from '../../src/signing/package-shape.ts';
import { fingerprintOf } from '../../src/signing/signing-key.ts';
import { verifyFile } from '../../src/signing/verify-file.ts';
import { verifyPackage } from '../../src/signing/verify-package.ts';
import { openTestDatabase } from '../support/database.ts';
import { HEAD, reviewed, sign } from './reviewed-case.ts';

let bytes: Uint8Array;
let records: string;

beforeAll(async () => {
  const database: Database = await openTestDatabase();
  const { document, digest } = await reviewed(database.db);
  bytes = (await sign(database.db, document.id, digest)).packageBytes;
  records = await exportRecords(database.db);
  await database.close();
});

const read = () => JSON.parse(Buffer.from(bytes).toString('utf8')) as SignedPackage;
const write = (value: unknown) => new Uint8Array(Buffer.from(canonicalJson(value)));
const failing = (data: Uint8Array, options = {}) =>
  verifyPackage(data, options)
    .checks.filter((check) => !check.ok)
    .map((check) => check.name);

/** What a forger with a key of their own can do: change the package and sign it anew, all digests right. */
function forge(change: (pack: SignedPackage) => void, options: { keepDigests?: boolean } = {}): Uint8Array {
  const pack = read();
  change(pack);
  if (!options.keepDigests) {
    pack.digests = packageDigests(pack, Buffer.from(pack.document.docxBase64, 'base64'));
    pack.document.sha256 = pack.digests.document;
    pack.statement.digests = pack.digests;
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const value = signBytes(null, Buffer.from(SIGNATURE_CONTEXT + canonicalJson(pack.statement)), privateKey);
  pack.signature = {
    algorithm: 'Ed25519',
    publicKey: spki,
    keyFingerprint: fingerprintOf(spki),
    value: value.toString('base64'),
  };
  return write(pack);
}

describe('verifyPackage', () => {
  it('confirms a signed package check by check, with no database', () => {
    const { ok, checks } = verifyPackage(bytes);
    expect(ok).toBe(true);
    expect(checks.map((check) => check.name)).toEqual([
      '文件格式',
      '规范编码',
      '文书摘要',
      '文书登记摘要',
      '文书文本摘要',
      '案件事实摘要',
      '审查发现摘要',
      '审核意见摘要',
      '签署内容与摘要一致',
      '签名',
      '审核在先且通过',
      '签署人与承办人、审核人不是同一人',
    ]);
  });

  it('compares the key with a trusted one when given', () => {
    const trustedKey = read().signature.keyFingerprint;
    expect(verifyPackage(bytes, { trustedKey }).ok).toBe(true);
    expect(failing(bytes, { trustedKey: '0'.repeat(64) })).toEqual(['可信公钥']);
  });

  it('finds one changed byte anywhere, and says which check failed', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = bytes.slice();
        changed[at] = (changed[at]! + by) % 256;
        expect(failing(changed).length).toBeGreaterThan(0);
        expect(verifyPackage(changed).ok).toBe(false);
      }),
      { numRuns: 320 },
    );
  });

  it('finds every single changed byte of the statement, the digests and the signature', () => {
    const text = Buffer.from(bytes).toString('latin1');
    for (const part of ['"digests":', '"signature":', '"statement":', '"opinion":', '"format":']) {
      const start = text.lastIndexOf(part);
      for (let at = start; at < Math.min(start + 120, bytes.length); at += 1) {
        const changed = bytes.slice();
        changed[at] = changed[at]! ^ 1;
        expect(failing(changed).length, `第 ${at} 字节`).toBeGreaterThan(0);
      }
    }
  });

  it('finds inserted, removed and appended bytes', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length }), fc.constantFrom(' ', '\n', '0', 'é'), (at, added) => {
        const inserted = Buffer.concat([bytes.subarray(0, at), Buffer.from(added), bytes.subarray(at)]);
        expect(verifyPackage(inserted).ok).toBe(false);
        const removed = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
        expect(verifyPackage(removed).ok).toBe(at === bytes.length);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, (pack: SignedPackage) => void, string]>([
    ['案件事实', (pack) => Object.assign(pack.caseFile as object, { title: '改' }), '案件事实摘要'],
    ['审查发现', (pack) => Object.assign(pack.findings as object, { list: [] }), '审查发现摘要'],
    ['意见', (pack) => Object.assign(pack.opinion.rounds[0]!, { reasons: '改动' }), '审核意见摘要'],
    ['文本', (pack) => Object.assign(pack.document, { text: '改' }), '文书文本摘要'],
    [
      '文书字节',
      (pack) => Object.assign(pack.document, { docxBase64: Buffer.from('改').toString('base64') }),
      '文书摘要',
    ],
    ['文书名', (pack) => Object.assign(pack.document, { title: '改' }), '签署内容与摘要一致'],
    ['签署人', (pack) => Object.assign(pack.statement.signer, { name: '改' }), '签名'],
  ])('names the check that a changed %s breaks', (_name, change, check) => {
    const pack = read();
    change(pack);
    expect(failing(write(pack))).toContain(check);
  });

  it.each<[string, (pack: SignedPackage) => void, string]>([
    ['没有审核轮次', (pack) => Object.assign(pack.opinion, { rounds: [] }), '审核在先且通过'],
    [
      '审核结论为不同意',
      (pack) => Object.assign(pack.opinion.rounds[0]!, { conclusion: 'disagree' }),
      '审核在先且通过',
    ],
    [
      '审核已撤回',
      (pack) => Object.assign(pack.opinion.rounds[0]!, { withdrawnAt: pack.statement.signedAt }),
      '审核在先且通过',
    ],
    [
      '审核晚于签署',
      (pack) => Object.assign(pack.opinion.rounds[0]!, { opinionAt: '2999-01-01T00:00:00.000Z' }),
      '审核在先且通过',
    ],
    ['审核的是另一版', (pack) => Object.assign(pack.opinion.rounds[0]!, { version: 9 }), '审核在先且通过'],
    [
      '审核的是另一份字节',
      (pack) => Object.assign(pack.opinion.rounds[0]!, { digest: 'a'.repeat(64) }),
      '审核在先且通过',
    ],
    [
      '签署人是承办人',
      (pack) => Object.assign(pack.statement.case, { handlers: [HEAD.id] }),
      '签署人与承办人、审核人不是同一人',
    ],
    [
      '签署人不是机关负责人',
      (pack) => Object.assign(pack.statement.signer, { role: 'reviewer' }),
      '签署人与承办人、审核人不是同一人',
    ],
    [
      '签署人是审核人',
      (pack) => {
        pack.opinion.rounds[0]!.reviewer = HEAD.id;
        pack.statement.review.reviewer = HEAD.id;
      },
      '签署人与承办人、审核人不是同一人',
    ],
  ])('refuses a package signed anew with another key when %s', (_name, change, check) => {
    expect(failing(forge(change))).toEqual([check]);
  });

  it('shows a forger’s key: all else is right, and only the trusted key tells', () => {
    const forged = forge(() => undefined);
    expect(verifyPackage(forged).ok).toBe(true);
    expect(failing(forged, { trustedKey: read().signature.keyFingerprint })).toEqual(['可信公钥']);
  });

  it('never throws, whatever it is given', () => {
    const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    for (const text of [
      '',
      '{}',
      'null',
      '[]',
      '"x"',
      nested,
      '\ufeff{}',
      '{"format":"mingcai-package/1"}',
    ]) {
      expect(verifyPackage(new Uint8Array(Buffer.from(text))).ok).toBe(false);
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        expect(verifyPackage(data).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(read())), fc.jsonValue(), (key, value) => {
        const changed = { ...read(), [key]: value };
        expect(verifyPackage(write(changed)).ok).toBe(canonicalJson(changed) === canonicalJson(read()));
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a duplicated key that JSON readers would pass over', () => {
    const text = Buffer.from(bytes).toString('utf8').replace('"format":', '"format":"x","format":');
    expect(failing(new Uint8Array(Buffer.from(text)))).toEqual(['规范编码']);
  });
});

describe('verifyFile', () => {
  it('tells a package from an export of the record', () => {
    expect(verifyFile(bytes).ok).toBe(true);
    const data = new Uint8Array(Buffer.from(records));
    expect(verifyFile(data)).toMatchObject({ ok: true });
    const at = records.indexOf('签署文书');
    const changed = new Uint8Array(Buffer.from(`${records.slice(0, at)}改${records.slice(at + 1)}`));
    expect(verifyFile(changed).ok).toBe(false);
  });
});
