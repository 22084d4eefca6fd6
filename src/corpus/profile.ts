import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { isDay } from '../law/dates.ts';

const day = z.string().refine(isDay, '应为 YYYY-MM-DD');
/** Every value of a profile names its source; `from`/`to` bound the days on which it holds. */
const sourced = { source: z.string().min(1), from: day.optional(), to: day.optional() };
const amount = z.strictObject({ yuan: z.number().positive(), inclusive: z.boolean() });

const hearingThreshold = z.strictObject({
  field: z.string().describe('领域，或 * 表示其余各领域'),
  person: amount,
  unit: amount,
  confiscation: z.boolean().describe('没收金额是否同样计算'),
  individualBusinessAs: z.enum(['person', 'unit']).default('person'),
  ...sourced,
});

const majorTrigger = z.strictObject({
  id: z.string(),
  name: z.string(),
  field: z.string().default('*'),
  party: z.enum(['person', 'unit', 'any']).default('any'),
  fine: amount.optional(),
  confiscation: amount.optional(),
  types: z.array(z.string()).optional(),
  flag: z
    .enum([
      'publicInterest',
      'socialRisk',
      'majorRights',
      'majorRightsAndHearing',
      'hearing',
      'complex',
      'mitigated',
      'deviation',
    ])
    .optional(),
  ...sourced,
});

const profileSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  example: z.boolean().default(false),
  region: z.string(),
  agencies: z.array(
    z.strictObject({
      name: z.string(),
      aliases: z.array(z.string()).default([]),
      listed: z.strictObject({ from: day, to: day.optional(), source: z.string() }).describe('执法主体清单'),
      fields: z.array(z.string()),
      items: z
        .array(
          z.strictObject({
            code: z.string(),
            name: z.string(),
            from: day,
            to: day.optional(),
            transferredFrom: z.string().optional().describe('原属部门（相对集中处罚权划入的事项）'),
          }),
        )
        .describe('执法事项清单'),
      concentratedPowers: z
        .array(
          z.strictObject({
            items: z.array(z.string()),
            by: z.enum(['state-council', 'provincial-government']),
            document: z.string(),
            from: day,
            to: day.optional(),
          }),
        )
        .default([])
        .describe('相对集中处罚权决定'),
      certificateCategories: z.array(z.string()).default([]),
      revokes: z.array(z.string()).default([]).describe('由其颁发、可由其吊销的许可'),
    }),
  ),
  townDelegations: z
    .array(
      z.strictObject({
        town: z.string(),
        items: z.array(z.string()),
        publishedOn: day,
        from: day,
        to: day.optional(),
        document: z.string(),
      }),
    )
    .default([]),
  hearingThresholds: z.array(hearingThreshold),
  majorDecisions: z.array(majorTrigger),
  review: z.strictObject({
    workingDays: z.number().int().positive(),
    extensionWorkingDays: z.number().int().nonnegative(),
    order: z.enum(['before-notice', 'after-hearing']),
    materials: z.array(z.string()),
    conclusions: z.array(
      z.enum(['agree', 'agree-with-advice', 'correct', 'disagree', 'transfer', 'refer-to-police', 'return']),
    ),
    ...sourced,
  }),
  filing: z.strictObject({ workingDays: z.number().int().positive(), ...sourced }).optional(),
  handling: z
    .strictObject({
      extensionDays: z.number().int().nonnegative(),
      excluded: z.array(z.enum(['expertise', 'test', 'hearing', 'public-notice', 'suspension', 'other'])),
      norm: z.string(),
      ...sourced,
    })
    .optional()
    .describe('法律、法规、规章对九十日的延长与不计入'),
  disclosure: z.strictObject({
    publishAll: z.boolean().optional().describe('处罚决定一律公开'),
    withdrawalFrom: z.enum(['ruling', 'receipt']).default('ruling').describe('撤回期限的起算'),
    penaltyWorkingDays: z.number().int(),
    otherWorkingDays: z.number().int(),
    ...sourced,
  }),
  archiving: z.strictObject({ days: z.number().int(), ...sourced }).optional(),
  recording: z.strictObject({
    required: z.array(z.string()),
    storageHours: z.number().optional(),
    storageWorkingDays: z.number().optional(),
    ...sourced,
  }),
  papers: z
    .strictObject({ ordinary: z.array(z.string()), summary: z.array(z.string()), ...sourced })
    .describe('必备材料'),
  summary: z
    .strictObject({ individualBusinessAs: z.enum(['person', 'unit']), ...sourced })
    .optional()
    .describe('简易程序'),
  approvalLimits: z
    .array(
      z.strictObject({
        approver: z.enum(['head', 'deputy-authorised', 'delegate', 'unit-head', 'other']),
        field: z.string().default('*'),
        upTo: amount,
        ...sourced,
      }),
    )
    .default([])
    .describe('内部审批权限'),
  ruleFineCaps: z
    .array(
      z.strictObject({
        level: z.enum(['department-rule', 'government-rule']),
        party: z.enum(['person', 'unit', 'any']).default('any'),
        upTo: amount,
        when: z.string().optional(),
        ...sourced,
      }),
    )
    .default([])
    .describe('规章设定罚款的限额'),
  firstViolation: z
    .strictObject({ years: z.number().int().positive(), ...sourced })
    .optional()
    .describe('初次违法的追溯年限'),
  noFaultExceptions: z.array(z.string()).default([]).describe('对无主观过错另有规定的法律、行政法规'),
  likeCases: z
    .strictObject({ minimum: z.number().int().positive(), spread: z.number().positive() })
    .default({ minimum: 10, spread: 1.5 })
    .describe('类案偏差：最少案件数、四分位距倍数'),
  oneOfficerAllowed: z.array(z.string()).default([]),
  nearCriminalThreshold: z.number().default(0.8),
});

/** 地区方案: what varies by place and year, each value with its source and dates. */
export type Profile = z.infer<typeof profileSchema>;

/** Reads one profile; an unknown key or a wrong value is refused with its place. */
export function readProfile(yaml: string, file: string): Profile {
  const result = profileSchema.safeParse(parse(yaml));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => ({
    path: [...issue.path, ...('keys' in issue ? issue.keys : [])].join('.'),
    expected: issue.code === 'unrecognized_keys' ? '方案中没有这个键，请检查拼写' : issue.message,
  }));
  throw new AppError(
    'invalid-input',
    `地区方案 ${file} 有误：${faults.map((f) => `${f.path}：${f.expected}`).join('；')}`,
    { faults },
  );
}

/** All profiles under corpus/jurisdictions, by id. */
export function loadProfiles(
  folder: URL = new URL('../../corpus/jurisdictions/', import.meta.url),
): Map<string, Profile> {
  const profiles = new Map<string, Profile>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const profile = readProfile(readFileSync(new URL(file, folder), 'utf8'), file);
    profiles.set(profile.id, profile);
  }
  return profiles;
}
