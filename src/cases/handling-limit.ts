import type { Profile } from '../corpus/profile.ts';
import type { Day } from '../law/dates.ts';
import { type Extension, endOfPeriod, type PeriodEnd } from '../law/period.ts';
import type { CaseFile } from './case-file.ts';

/** 行政处罚法 60. */
const LIMIT = 90;

const LEFT_OUT: Record<string, string> = {
  expertise: '鉴定',
  test: '检验检测',
  hearing: '听证',
  'public-notice': '公告',
  suspension: '中止',
  other: '其他期间',
};

/** What a law, regulation or rule allows beside the ninety days. */
type HandlingNorm = Pick<NonNullable<Profile['handling']>, 'norm' | 'extensionDays' | 'excluded'>;

export interface HandlingLimit {
  end: PeriodEnd;
  /** Paths of the extensions and suspensions that moved the end. */
  paths: string[];
  /** What would have to be settled before an overrun can be said. */
  open: string[];
}

/**
 * 办案期限: ninety calendar days from filing, moved by what `norm` (a law, regulation or rule of the field) allows.
 * Without a norm nothing is extended or left out. Both days of a span are left out; an extension is cut at the norm's
 * limit, and what a collective discussion decided beyond it is left open.
 */
export function handlingLimit(file: CaseFile, filedOn: Day, norm: HandlingNorm | undefined): HandlingLimit {
  const period = { from: filedOn, length: LIMIT, unit: 'calendar-day' as const, event: '立案' };
  if (!norm) return { end: endOfPeriod(period), paths: [], open: [] };
  const open = file.timeLimit ? [] : ['延长和不计入期限的情况'];
  const { extensions = [], excluded = [] } = file.timeLimit ?? {};
  if (extensions.some(({ approvedOn }) => !approvedOn)) open.push('延长期限的批准日期');
  const dated = extensions
    .flatMap((entry, index) =>
      entry.approvedOn ? [{ ...entry, on: entry.approvedOn, id: `timeLimit.extensions.${index}` }] : [],
    )
    .sort((a, b) => a.on.localeCompare(b.on));
  let left = norm.extensionDays;
  const allowed: (Extension & { id: string; beyond: boolean })[] = dated.map((entry) => {
    const length = Math.min(entry.days, left);
    left -= length;
    const how = entry.byDiscussion ? '集体讨论决定' : '经批准';
    const beyond = length < entry.days && entry.byDiscussion === true;
    return { id: entry.id, on: entry.on, length, beyond, why: `${how}，依${norm.norm}` };
  });
  const end = endOfPeriod({
    ...period,
    extensions: allowed,
    suspensions: excluded.flatMap(({ from, to, kind }, index) =>
      norm.excluded.includes(kind)
        ? [{ id: `timeLimit.excluded.${index}`, from, to, why: `（${LEFT_OUT[kind]}）依${norm.norm}` }]
        : [],
    ),
  });
  if (allowed.some(({ id, beyond }) => beyond && end.applied.includes(id))) {
    open.push('集体讨论决定继续延长的依据和期限');
  }
  return { end, paths: end.applied, open };
}
