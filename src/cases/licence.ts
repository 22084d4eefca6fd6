import * as z from 'zod';
import { id } from './fields.ts';

/** 行政许可. */
export const licence = z.strictObject({
  paper: id.optional(),
});
