import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  generateKeyPair,
  type KeyObject,
  randomBytes,
  randomUUID,
  scrypt,
} from 'node:crypto';
import { promisify } from 'node:util';
import { canonicalJson } from '../law/canonical-json.ts';

/** A key pair as stored: the private half opens only with the person's password. */
export interface SealedKey {
  id: string;
  userId: string;
  /** SPKI DER in base64. */
  publicKey: string;
  /** JSON of the parameters and the encrypted PKCS #8. */
  wrapped: string;
}

const pair = promisify(generateKeyPair);
const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);
const COST = { N: 32768, r: 8, p: 1 };

/** A fresh Ed25519 key whose private half is wrapped with the password; with it the open private key, for one use. */
export async function makeKey(
  userId: string,
  password: string,
): Promise<{ sealed: SealedKey; open: KeyObject }> {
  const { publicKey, privateKey } = await pair('ed25519');
  const id = randomUUID();
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const wrapped = await wrap({ id, userId, publicKey: spki }, privateKey, password);
  return { sealed: { id, userId, publicKey: spki, wrapped }, open: privateKey };
}

/** scrypt (N 2^15, r 8, p 1) and AES-256-GCM, bound to key, person and public half. */
export async function wrap(
  key: Pick<SealedKey, 'id' | 'userId' | 'publicKey'>,
  privateKey: KeyObject,
  password: string,
): Promise<string> {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const secret = await derive(password.normalize('NFKC'), salt, 32, { ...COST, maxmem: 64 * 1024 * 1024 });
  const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(binding(key));
  const data = Buffer.concat([
    cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })),
    cipher.final(),
  ]);
  return canonicalJson({
    kdf: 'scrypt',
    ...COST,
    cipher: 'aes-256-gcm',
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  });
}

/** The private key, or `undefined` when the password is not the one it was wrapped with. */
export async function unwrap(key: SealedKey, password: string): Promise<KeyObject | undefined> {
  const { N, r, p, salt, iv, tag, data } = JSON.parse(key.wrapped) as typeof COST &
    Record<'salt' | 'iv' | 'tag' | 'data', string>;
  const secret = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, {
    N,
    r,
    p,
    maxmem: 64 * 1024 * 1024,
  });
  const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(iv, 'base64'))
    .setAAD(binding(key))
    .setAuthTag(Buffer.from(tag, 'base64'));
  try {
    const der = Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]);
    return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
  } catch {
    return undefined;
  }
}

/** SHA-256 (hex) of the public key's DER: what people compare out of band. */
export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
}

function binding(key: Pick<SealedKey, 'id' | 'userId' | 'publicKey'>): Buffer {
  return Buffer.from(canonicalJson({ id: key.id, publicKey: key.publicKey, userId: key.userId }));
}
