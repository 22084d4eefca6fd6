import type { KeyObject } from 'node:crypto';
import type { Actor } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { appendRecord } from '../records/append-record.ts';
import { fingerprintOf, makeKey, type SealedKey, unwrap, wrap } from './signing-key.ts';

/** A key ready for one signature. `enrol` and `retire` are to be kept in the same transaction as the signature. */
export interface OpenedKey {
  sealed: SealedKey;
  open: KeyObject;
  enrol: boolean;
  retire?: SealedKey;
}

/** The live key of a person, or `undefined`. */
export async function liveKey(db: Db, userId: string): Promise<SealedKey | undefined> {
  const row = await db
    .selectFrom('signing_keys')
    .selectAll()
    .where('user_id', '=', userId)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return (
    row && { id: row.id, userId: row.user_id, publicKey: row.public_key, wrapped: row.wrapped_private_key }
  );
}

/**
 * Opens the person's key with the password, which the caller has checked. A first signature makes a key; a key that
 * the right password no longer opens (the password was reset) is to be retired and replaced.
 */
export async function openKey(db: Db, userId: string, password: string): Promise<OpenedKey> {
  const sealed = await liveKey(db, userId);
  const open = sealed && (await unwrap(sealed, password));
  if (sealed && open) return { sealed, open, enrol: false };
  const fresh = await makeKey(userId, password);
  return { ...fresh, enrol: true, ...(sealed ? { retire: sealed } : {}) };
}

/** Keeps what openKey prepared. Refuses with `conflict` when the person's key changed in between. */
export async function settleKey(trx: Db, key: OpenedKey, by: Actor): Promise<void> {
  const live = await liveKey(trx, by.id);
  const expected = key.enrol ? key.retire : key.sealed;
  if (live?.id !== expected?.id || live?.wrapped !== expected?.wrapped) {
    throw new AppError('conflict', '签名密钥刚有变动，没有签署；请重新签署。');
  }
  if (!key.enrol) return;
  if (key.retire) {
    await trx
      .updateTable('signing_keys')
      .set({ retired_at: new Date() })
      .where('id', '=', key.retire.id)
      .execute();
    await record(trx, by, '停用签名密钥', key.retire, '口令重置后原密钥无法打开');
  }
  const kept = await trx
    .insertInto('signing_keys')
    .values({
      id: key.sealed.id,
      user_id: by.id,
      public_key: key.sealed.publicKey,
      wrapped_private_key: key.sealed.wrapped,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!kept) throw new AppError('conflict', '签名密钥刚有变动，没有签署；请重新签署。');
  await record(trx, by, '启用签名密钥', key.sealed, key.retire ? '替换已停用的密钥' : '首次签署');
}

/**
 * Wraps the person's key anew when they change their own password; without a key there is nothing to do.
 * A key that the current password does not open stays as it is and is replaced at the next signature.
 */
export async function rewrapKey(db: Db, change: { by: Actor; current: string; next: string }): Promise<void> {
  const sealed = await liveKey(db, change.by.id);
  const open = sealed && (await unwrap(sealed, change.current));
  if (!sealed || !open) return;
  const wrapped = await wrap(sealed, open, change.next);
  await transact(db, async (trx) => {
    const updated = await trx
      .updateTable('signing_keys')
      .set({ wrapped_private_key: wrapped })
      .where('id', '=', sealed.id)
      .where('wrapped_private_key', '=', sealed.wrapped)
      .where('retired_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!updated) throw new AppError('conflict', '签名密钥刚有变动，口令没有更改；请重试。');
    await record(trx, change.by, '重新加密签名密钥', sealed, '修改口令');
  });
}

async function record(trx: Db, by: Actor, action: string, key: SealedKey, why: string): Promise<void> {
  await appendRecord(trx, {
    actor: by.id,
    actorRole: by.role,
    action,
    object: `person:${by.id}`,
    digest: fingerprintOf(key.publicKey),
    detail: { name: by.name, key: key.id, why },
  });
}
