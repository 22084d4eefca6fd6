import { citationShort } from '../law/citation.ts';
import type { Day } from '../law/dates.ts';
import type { ActFile } from './case-file.ts';
import { type Deadline, working } from './deadlines-of.ts';

/** The regulation on disclosure of 2019, whose period for publishing is in force since then. */
const DISCLOSURE_FROM = '2019-05-15';

/** The time limits of the other kinds of act. */
export function deadlinesOfAct(file: ActFile, today: Day): Deadline[] {
  return [file.action === 'inspection' ? inspectionPublication(file, today) : undefined].filter(
    (deadline) => deadline !== undefined,
  );
}

function inspectionPublication({ inspection, publication }: ActFile, today: Day): Deadline | undefined {
  const from = inspection?.resultOn;
  if (!from || from < DISCLOSURE_FROM || publication?.withheldReason) return undefined;
  return {
    id: 'publication',
    name: '检查结果公开期限',
    ...working(from, 20, today, inspection?.publishedOn),
    basis: citationShort({ law: '中华人民共和国政府信息公开条例', article: '26' }),
  };
}
