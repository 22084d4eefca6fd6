import type { Paper, Span } from '../paper.ts';
import { fieldsOf } from './fields-of.ts';

const CAUSE = /^(?:案由|案件案由|违法案由|事由)$/;
const NAME = /^(?:案件名称|案名|案件|案件题名|题名)$/;

/**
 * 案由 as a paper states it, without 涉嫌, the party's name and 案. `named`: it stands in the name of the case, which
 * holds it for certain only where the party's name is known.
 */
export function causeIn(
  paper: Paper,
  party: string | undefined,
): ({ cause: string; suspected: boolean; named: boolean } & Span) | undefined {
  const fields = fieldsOf(paper);
  const own = fields.find(({ label, value }) => CAUSE.test(label) && value.length >= 4);
  const named = own ? undefined : fields.find(({ label, value }) => NAME.test(label) && value.length >= 6);
  const field = own ?? named;
  if (!field) return undefined;
  const lead = leadOf(field.value, party);
  if (named && lead === 0) return undefined;
  const rest = field.value.slice(lead);
  const suspected = /^[ 　]*(?:涉嫌)/.test(rest);
  const skip = /^[ 　]*(?:涉嫌|的|因)?[ 　]*/.exec(rest)?.[0].length ?? 0;
  const words = rest
    .slice(skip)
    .replace(/[。；;]?[ 　]*[（(](?:立案|原|曾|示例|后|经)[^（()）]*[)）][。；;]?$|[。；;]$/, '')
    .replace(/(?:一案|的?违法行为案|(?<![备档方图预专立])案)?[ 　]*(?:[（(](?:示例)?[）)])?$/, '');
  const start = field.start + lead + skip;
  return words.length >= 3
    ? { cause: words, suspected, named: !own, start, end: start + words.length }
    : undefined;
}

/** How many signs at the start are the party's name, or one that differs from it by a slip of the pen. */
function leadOf(value: string, party: string | undefined): number {
  if (!party) return 0;
  const lead = value.slice(0, party.length);
  const differing = [...party].filter((sign, index) => sign !== lead[index]).length;
  return lead.length === party.length && differing <= (party.length > 5 ? 2 : 0) ? party.length : 0;
}
