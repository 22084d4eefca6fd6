import { citationShort } from '../law/citation.ts';
import { addDays, chineseDay, type Day } from '../law/dates.ts';
import type { ActFile } from './case-file.ts';
import type { CompulsionKind } from './compulsion.ts';
import { calendar, type Deadline, working } from './deadlines-of.ts';

/** The regulation on disclosure of 2019, whose period for publishing is in force since then. */
const DISCLOSURE_FROM = '2019-05-15';
const COMPULSION_FROM = '2012-01-01';
const LICENCE_FROM = '2004-07-01';
const TIMED = new Set<string>(['sealing', 'seizure', 'freezing'] satisfies CompulsionKind[]);

/** The time limits of the other kinds of act; one that has not begun, or that other rules change, is left out. */
export function deadlinesOfAct(file: ActFile, today: Day): Deadline[] {
  return [measurePeriod(file, today), licencePeriod(file, today), publication(file, today)].filter(
    (deadline) => deadline !== undefined,
  );
}

/** 查封、扣押、冻结: thirty days, of the last that still stands. Extensions and tests move the end in ways that the rules of the review count. */
function measurePeriod({ action, compulsions }: ActFile, today: Day): Deadline | undefined {
  if (action !== 'compulsion') return undefined;
  const timed = compulsions?.filter(({ kind }) => kind !== undefined && TIMED.has(kind));
  const last = timed?.findLast(({ ending }) => !ending?.decidedOn) ?? timed?.at(-1);
  const from = last?.startedOn ?? last?.startedAt?.slice(0, 10);
  if (!last || !from || from < COMPULSION_FROM) return undefined;
  if (last.otherPeriod || last.extensions?.length || last.testing?.length) return undefined;
  const due = addDays(from, 30);
  return {
    id: 'measure',
    name: '强制措施期限',
    ...calendar(due, today, last.ending?.decidedOn),
    basis: citationShort({
      law: '中华人民共和国行政强制法',
      article: last.kind === 'freezing' ? '32' : '25',
    }),
    steps: [`${chineseDay(from)}起，次日起算 30 日`, `至${chineseDay(due)}届满`],
  };
}

/** Twenty working days from acceptance, where nothing changes them; a renewal is decided before the licence expires. */
function licencePeriod({ action, licence }: ActFile, today: Day): Deadline | undefined {
  const from = action === 'licence' ? licence?.acceptedOn : undefined;
  if (licence?.request === 'renewal' || licence?.request === 'withdrawal') return undefined;
  if (!from || from < LICENCE_FROM || licence?.joint || licence?.otherPeriod) return undefined;
  if (licence?.extensions?.length || licence?.excludedPeriods?.length) return undefined;
  const decision = licence?.licenceDecision;
  return {
    id: 'licence',
    name: '许可决定期限',
    ...working(from, 20, today, decision?.draft ? undefined : decision?.date),
    basis: citationShort({ law: '中华人民共和国行政许可法', article: '42', paragraph: 1 }),
  };
}

function publication({ action, inspection, publication }: ActFile, today: Day): Deadline | undefined {
  const from = action === 'inspection' ? inspection?.resultOn : undefined;
  if (!from || from < DISCLOSURE_FROM || publication?.withheldReason) return undefined;
  return {
    id: 'publication',
    name: '检查结果公开期限',
    ...working(from, 20, today, inspection?.publishedOn),
    basis: citationShort({ law: '中华人民共和国政府信息公开条例', article: '26' }),
  };
}
