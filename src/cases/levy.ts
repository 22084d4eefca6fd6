import * as z from 'zod';
import { id } from './fields.ts';

/** 行政征收. */
export const levy = z.strictObject({
  paper: id.optional(),
});
