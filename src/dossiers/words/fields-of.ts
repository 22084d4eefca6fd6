import type { Paper } from '../paper.ts';
import { type Field, fieldsIn } from './fields-in.ts';

const kept = new WeakMap<Paper, readonly Field[]>();

/** The fields of a paper; found once, since every reader asks for them. */
export function fieldsOf(paper: Paper): readonly Field[] {
  const known = kept.get(paper);
  if (known) return known;
  const fields = fieldsIn(paper.text);
  kept.set(paper, fields);
  return fields;
}
