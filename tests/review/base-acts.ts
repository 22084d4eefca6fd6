import type { Action, AnyCaseFile } from '../../src/cases/case-file.ts';
import { COMPULSION_CASE } from './base-acts/compulsion.ts';
import { INSPECTION_CASE } from './base-acts/inspection.ts';
import { LEVY_CASE } from './base-acts/levy.ts';
import { LICENCE_CASE } from './base-acts/licence.ts';
import { BASE_CASE } from './base-case.ts';

/** The clean case of each kind of act. */
export const BASE_CASES: Record<Action, AnyCaseFile> = {
  penalty: BASE_CASE,
  compulsion: COMPULSION_CASE,
  licence: LICENCE_CASE,
  inspection: INSPECTION_CASE,
  levy: LEVY_CASE,
};
