import * as z from 'zod';
import { id } from './fields.ts';

/** 行政检查. */
export const inspection = z.strictObject({
  paper: id.optional(),
});
