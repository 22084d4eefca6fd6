import type { CaseFile } from '../../cases/case-file.ts';
import type { Truth } from '../../law/condition.ts';
import type { PenaltiesDue } from '../tier-result.ts';

/**
 * 行政拘留 is decided by the police alone and strikes persons: told beside the penalties of any other agency, and for a unit, of the
 * persons responsible in it. False where the agency is the police itself. Source: 行政处罚法 18(3).
 */
export function detentionDue(
  due: PenaltiesDue,
  { agency, party }: Pick<CaseFile, 'agency' | 'party'>,
  { must, open, basis }: { must: Truth; open: boolean; basis: string },
): boolean {
  if (/公安/.test(agency.name)) return false;
  const whom = party.kind === 'organisation' ? '直接负责的主管人员和其他直接责任人员' : '当事人';
  const text = open
    ? `情形具备的，由公安机关对${whom}处行政拘留`
    : must
      ? `移送公安机关，由其对${whom}处行政拘留`
      : `可以由公安机关对${whom}处行政拘留`;
  due.measures.push({ text: `${text}（本机关不得决定）`, basis });
  return true;
}
