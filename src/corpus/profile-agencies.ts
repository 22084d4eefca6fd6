import * as z from 'zod';
import { day, text } from './profile-parts.ts';

/** 行政机关 of the place: lists of bodies and items, and powers handed over. */
const agency = z.strictObject({
  name: text,
  aliases: z.array(text).default([]),
  listed: z.strictObject({ from: day, to: day.optional(), source: text }).describe('执法主体清单'),
  fields: z.array(text),
  items: z
    .array(
      z.strictObject({
        code: text,
        name: text,
        from: day,
        to: day.optional(),
        transferredFrom: text.optional().describe('原属部门（相对集中处罚权划入的事项）'),
        noOffence: text.optional().describe('没有关联罪名的理由；不写为没有核对过'),
      }),
    )
    .describe('执法事项清单'),
  concentratedPowers: z
    .array(
      z.strictObject({
        items: z.array(text),
        by: z.enum(['state-council', 'provincial-government']),
        document: text,
        from: day,
        to: day.optional(),
      }),
    )
    .default([])
    .describe('相对集中处罚权决定'),
  certificateCategories: z.array(text).default([]),
  revokes: z.array(text).default([]).describe('由其颁发、可由其吊销的许可'),
});

const townDelegation = z.strictObject({
  town: text,
  items: z.array(text),
  publishedOn: day,
  from: day,
  to: day.optional(),
  document: text,
});

export const agencyKeys = {
  agencies: z.array(agency).default([]),
  townDelegations: z.array(townDelegation).default([]).describe('乡镇、街道赋权'),
};
