import * as z from 'zod';
import { isDay } from '../law/dates.ts';
import { BASE_NAMES } from '../law/fine-range.ts';
import { GRADE_NAMES } from '../law/penalties.ts';
import { checkItemForm } from './check-item-form.ts';
import { checkMethods } from './check-methods.ts';
import { amount, conditionSchema, fineRangeSchema } from './fine-range-schema.ts';

const day = z.string().refine(isDay, '应为 YYYY-MM-DD').meta({ format: 'date' });
/** 裁量因素: a typed question about the facts. */
const factor = z.strictObject({
  name: z.string(),
  label: z.string().optional().describe('显示的名称'),
  question: z.string(),
  type: z.enum(['number', 'choice', 'yes-no']),
  unit: z.string().optional(),
  choices: z.array(z.string()).optional(),
});

const party = z.enum(['person', 'unit']);

/** Who is fined: the offender, or the persons responsible in the unit, beside it. Default: the offender. */
const subject = z.enum(['offender', 'responsible-person']);

/** A span for one kind of party, or of the facts; `ofSpan`: its ends are shares (0 to 1) of the statute's span. */
const fineOfTier = fineRangeSchema.extend({
  party: party.optional(),
  subject: subject.optional(),
  when: conditionSchema.optional(),
  ofSpan: z.literal(true).optional(),
});

const tier = z.strictObject({
  order: z.number().int().positive(),
  name: z.string(),
  grade: z.enum(GRADE_NAMES),
  when: conditionSchema,
  conditions: z.string().describe('适用情形，用自己的话'),
  fine: fineOfTier.optional(),
  fines: z.array(fineOfTier).min(2).optional().describe('个人与单位、不同情形分列的幅度；与 fine 二者择一'),
  extra: z.array(z.string()).default([]).describe('该阶次另应给予的处罚种类'),
  mayAdd: z.array(z.string()).optional().describe('该阶次另可以给予的处罚种类'),
});

const PERCENT = '应为百分数，如 20 表示 20%；“二十”之类请写作数字';
const percent = z
  .union([z.number(), z.string().regex(/^\s*-?\d+(?:\.\d+)?\s*$/, PERCENT)], PERCENT)
  .describe('百分数，如 20 表示 20%');

/** 权重累加: (start + Σ weight) of a maximum. */
const weights = z.strictObject({
  starts: z
    .array(
      z.strictObject({
        name: z.string().optional().describe('栏名，如“单位”“逾期不改正”'),
        party: party.optional(),
        subject: subject.optional(),
        when: conditionSchema.optional(),
        percent,
        of: z
          .strictObject({
            least: amount
              .optional()
              .describe('写了的，罚款＝least＋（最高－least）×总和，least 与最高同单位'),
            max: amount.optional().describe('百分数所乘的最高罚款（元）'),
            baseFactor: z
              .string()
              .optional()
              .describe('按数量计罚的：数值型裁量因素的名称，least、max 是每一单位的元数'),
            each: z.string().optional().describe('上述数量的单位'),
            base: z.enum(BASE_NAMES).optional(),
            times: amount.optional().describe('百分数所乘的最高倍数或者比例'),
            baseLeast: amount.optional(),
          })
          .describe('max，或者 base 与 times'),
      }),
    )
    .min(1)
    .describe('裁量起点；不止一栏的，以 party、when 分别'),
  factors: z
    .array(
      z.strictObject({
        name: z.string().describe('裁量要素'),
        degrees: z
          .array(z.strictObject({ name: z.string(), when: conditionSchema, percent }))
          .min(1)
          .describe('违法程度，由轻到重；事实只落入其中之一'),
      }),
    )
    .min(1),
  cap: percent.default(100).describe('总和超过此数的，按此数计算'),
  floor: percent.optional().describe('总和不足此数的，按此数计算；表中没有这样写的，不填'),
});

/** 基础数额加单位数额: a base sum, and so much for each unit of a factor above a number. */
const perUnit = z.strictObject({
  from: amount.describe('基础数额的下端（元）'),
  to: amount.optional().describe('基础数额的上端；单一数额的不填'),
  most: amount.optional().describe('总额超过此数的，按此数计算（元）'),
  add: z
    .array(
      z.strictObject({
        factor: z.string().describe('数值型裁量因素'),
        above: z.number().default(0).describe('超过此数的部分才加'),
        per: z.number().positive().default(1).describe('每多少单位'),
        each: amount.describe('加多少元'),
        when: conditionSchema.optional(),
        part: z.enum(['whole', 'share']).default('whole').describe('不足一个单位的：不计，或者按比例计'),
      }),
    )
    .min(1),
});

const place = z.strictObject({
  law: z.string(),
  article: z.string(),
  paragraph: z.number().optional(),
  item: z.number().optional(),
});

/** A part of a span: `from` and `to` as shares of it; the ends belong to it unless the flags say otherwise. */
const share = z.strictObject({
  from: z.number().min(0).max(1),
  to: z.number().min(0).max(1),
  fromInclusive: z.boolean().default(true),
  toInclusive: z.boolean().default(true),
});

const item = z
  .strictObject({
    id: z.string(),
    violation: z.string(),
    field: z.string(),
    itemCode: z.string().optional(),
    breached: z.array(place),
    sanction: z.string().describe('罚则 id，见 corpus/sanctions'),
    appliesTo: z.enum(['person', 'unit', 'any']).default('any'),
    factors: z.array(factor),
    given: z
      .record(z.string(), z.union([z.number(), z.string(), z.boolean()]))
      .optional()
      .describe('违法行为的名称已经说明的事实，如“逾期不改正”，不再询问'),
    impossible: z
      .array(
        z.strictObject({
          when: conditionSchema,
          text: z.string().describe('为什么不会同时具备，用自己的话'),
        }),
      )
      .optional()
      .describe('互相矛盾、不会同时具备的事实：查到的，先核对事实，不计算'),
    /** One of the three methods; `tiers` alone may stand beside `perUnit`, for the cases that it does not reckon. */
    tiers: z.array(tier).default([]),
    weights: weights.optional(),
    perUnit: perUnit.optional(),
    /** Rows read from a printed table that cannot be reckoned with: what is wrong with them. Such an item gives no amount. */
    needsRetyping: z.string().optional(),
    /** What an unknown factor means in this table. */
    unknownFactor: z.enum(['unclear', 'lowest']).default('unclear'),
    severalTiers: z.enum(['unclear', 'heaviest']).default('unclear'),
    figures: z.string().describe('数字的出处'),
  })
  .superRefine(checkMethods)
  .superRefine(checkItemForm);

export const benchmarkSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  number: z.string().optional(),
  issuer: z.string(),
  region: z.string(),
  field: z.string(),
  example: z.boolean().default(false),
  publishedOn: day.optional(),
  inForce: z.strictObject({ from: day, to: day.optional() }),
  source: z.string(),
  supersedes: z.array(z.string()).default([]).describe('被它取代的裁量基准的 id'),
  boundWords: z
    .strictObject({
      above: z.enum(['includes', 'excludes']),
      below: z.enum(['includes', 'excludes']),
      source: z.string(),
    })
    .optional()
    .describe('表中“以上”“以下”是否包括本数，及其出处'),
  within: z
    .strictObject({
      lighter: share.optional(),
      ordinary: share.optional(),
      heavier: share.optional(),
      onlyMax: z
        .strictObject({
          lighter: share.optional(),
          ordinary: share.optional(),
          heavier: share.optional(),
          source: z.string(),
        })
        .optional()
        .describe('只有上限的幅度，各取上限的哪一段；不填的，视下限为零同样取段'),
      onlyMin: z
        .strictObject({
          lighter: z.number().min(1).optional(),
          ordinary: z.number().min(1).optional(),
          heavier: z.number().min(1).optional(),
          source: z.string(),
        })
        .optional()
        .describe('只有下限的幅度，各取下限的多少倍'),
      source: z.string(),
    })
    .optional()
    .describe('阶次幅度之内从轻、一般、从重各取哪一段（0 至 1），及其出处'),
  rounding: z
    .strictObject({ to: z.enum(['fen', 'yuan', 'ten', 'hundred', 'thousand']), source: z.string() })
    .optional()
    .describe('计算结果舍去此位以下的数；不填的，保留到分'),
  generalRules: z
    .array(z.strictObject({ text: z.string(), source: z.string() }))
    .default([])
    .describe('适用于全部事项的规则，用自己的话'),
  noPenalty: z
    .array(
      z.strictObject({
        id: z.string(),
        violation: z.string(),
        field: z.string(),
        breached: z.array(place),
        when: conditionSchema,
        conditions: z.string().describe('须同时满足的情形，用自己的话'),
        factors: z.array(factor).default([]),
        figures: z.string(),
      }),
    )
    .default([])
    .describe('轻微不罚清单'),
  items: z.array(item),
});

/** 裁量基准 with its items and tiers. */
export type Benchmark = z.infer<typeof benchmarkSchema>;
export type BenchmarkItem = Benchmark['items'][number];
export type Tier = BenchmarkItem['tiers'][number];
export type Weights = NonNullable<BenchmarkItem['weights']>;
export type PerUnit = NonNullable<BenchmarkItem['perUnit']>;

/** Stands in the place of the first day of a printed table that names none. */
export const NO_FIRST_DAY = '0001-01-01';

export function hasNoFirstDay({ inForce }: Pick<Benchmark, 'inForce'>): boolean {
  return inForce.from === NO_FIRST_DAY;
}

/** JSON Schema (2020-12) of a benchmark file, with what `checkMethods` asks for. */
export function benchmarkJsonSchema(): object {
  const schema = z.toJSONSchema(benchmarkSchema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === tier) jsonSchema.anyOf = [without('fine'), without('fines')];
      if (zodSchema === item) jsonSchema.anyOf = METHODS;
    },
  });
  return { title: '明裁裁量基准', ...schema };
}

const without = (...keys: string[]) => ({
  properties: Object.fromEntries(keys.map((key) => [key, false])),
});

const METHODS: z.core.JSONSchema.JSONSchema[] = [
  {
    required: ['weights'],
    properties: { perUnit: false, tiers: { type: 'array', maxItems: 0 } },
  },
  { required: ['perUnit'], ...without('weights') },
  {
    required: ['tiers'],
    properties: { weights: false, tiers: { type: 'array', minItems: 1 } },
  },
  { required: ['needsRetyping'], ...without('weights') },
];
