import * as z from 'zod';
import { id } from './fields.ts';

/** 行政强制. */
export const compulsion = z.strictObject({
  id,
});
