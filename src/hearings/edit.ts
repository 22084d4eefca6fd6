import * as z from 'zod';
import { SPEAKER_ROLE_NAMES } from './speaker-roles.ts';

const id = z.int().positive();
const ids = z.array(id).min(1, '应至少选一句').max(20_000);
const seconds = z.number().nonnegative().max(1_000_000);
const words = z.string().max(10_000, '应不超过一万字');

/** What a person does to a transcript, one step. Numbers of sentences are their ids, places code points. */
export const editSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('text'), id, text: words }),
  z.strictObject({
    act: z.literal('role'),
    ids,
    role: z.enum(SPEAKER_ROLE_NAMES as [string, ...string[]]).nullable(),
    speaker: z.string().max(50).optional().describe('姓名'),
  }),
  z.strictObject({
    act: z.literal('split'),
    id,
    at: z.int().positive().describe('前一句的字数'),
    time: seconds.optional().describe('后一句的起点（秒）；不给的按字数折算'),
  }),
  z.strictObject({ act: z.literal('merge'), id, next: id }),
  z.strictObject({ act: z.literal('confirm'), id, from: z.int().nonnegative(), to: z.int().positive() }),
  z.strictObject({ act: z.literal('times'), id, start: seconds, end: seconds }),
  z.strictObject({ act: z.literal('add'), start: seconds, end: seconds, text: words }),
  z.strictObject({ act: z.literal('remove'), ids }),
  z.strictObject({
    act: z.literal('replace'),
    find: z.string().min(1).max(200),
    replace: z.string().max(200),
  }),
  z.strictObject({ act: z.literal('undo') }),
]);

export type Edit = z.infer<typeof editSchema>;

/** What was done, as the list of changes names it. */
export const EDIT_NAMES: Record<Edit['act'], string> = {
  text: '改文字',
  role: '指定发言人',
  split: '拆分',
  merge: '合并',
  confirm: '确认存疑字词',
  times: '改时间',
  add: '增加一句',
  remove: '删去',
  replace: '查找替换',
  undo: '撤销',
};
