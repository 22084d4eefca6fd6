import * as z from 'zod';
import { isDay } from '../../../law/dates.ts';

const day = z.string().refine(isDay, '应为 YYYY-MM-DD');

/** Which column holds what: a heading as printed, or the number of the column from 1. */
const column = z.union([z.string().min(1), z.int().positive()]);

/** 列的对应关系 of a discretion table or a list of items kept as a spreadsheet. What is not named is found by its usual heading. */
export const sheetMapSchema = z.strictObject({
  name: z
    .string()
    .min(2)
    .optional()
    .describe('裁量基准的名称、文号和施行日，如“…裁量表（…〔2021〕7号，2022-01-01施行）”'),
  from: day.optional().describe('裁量基准的施行日'),
  to: day.optional().describe('裁量基准的失效日'),
  number: z.string().min(2).optional().describe('裁量基准的文号'),
  issuer: z.string().min(2).optional().describe('裁量基准的制定机关'),
  region: z.string().min(1).optional().describe('裁量基准施行的地区'),
  boundWords: z
    .strictObject({
      above: z.enum(['includes', 'excludes']),
      below: z.enum(['includes', 'excludes']),
      source: z.string().min(1),
    })
    .optional()
    .describe('表中“以上”“以下”是否包括本数，及其出处'),
  agency: z.string().min(2).optional().describe('执法事项清单是哪个机关的'),
  sheet: z
    .union([z.string().min(1), z.int().positive()])
    .optional()
    .describe('工作表的名称或序号；不写的，读每一张是表格的工作表'),
  headerRow: z.int().positive().optional().describe('表头所在的行，从 1 起；表头有几行的，写第一行'),
  columns: z
    .strictObject({
      item: column.optional().describe('序号'),
      field: column.optional().describe('领域'),
      violation: column.optional().describe('违法行为'),
      breached: column.optional().describe('违反的条款'),
      basis: column.optional().describe('处罚依据'),
      agency: z.string().min(1).optional().describe('执法主体（只用于执法事项清单）'),
      type: z.string().min(1).optional().describe('职权类型（只用于执法事项清单）'),
      cells: z.array(column).min(1).optional().describe('情形、阶次和罚款等其余各列'),
    })
    .optional(),
});
export type SheetMap = z.infer<typeof sheetMapSchema>;

/** Where people say which column holds what, on the command line and on the page. */
export const SAY_COLUMNS = '请写明列的对应关系（命令行用 --map，页面上填“表格的列”）';
