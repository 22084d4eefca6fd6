import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { labelsIn } from '../words/labels-in.ts';
import { headApproval, opinionsIn } from '../words/opinion-in.ts';

const LABELS = {
  requestedOn: ['申请日期', '申请时间', '提出申请日期', '提出申请时间', '当事人申请日期'],
  approvedOn: ['批准日期', '批准时间', '审批日期'],
  until: [
    '延期至',
    '缴清日期',
    '延长期限至',
    '批准期限至',
    '准予延期至',
    '缴纳期限',
    '批准缴纳期限',
    '分期缴纳期限',
  ],
  kind: ['申请类型', '申请事项', '申请种类', '缴纳方式', '批准方式'],
} as const;
const HARDSHIP =
  /(?=\S)[^。；;，,\n\t]{0,160}(?:经济(?:确有|上?有|确实)?(?:一定)?困难|(?:资金|生活|经营)(?:周转)?(?:确有|严重|确实|十分)?困难)[^。；;，,\n\t]*/;
const INSTALMENTS = /分[\d一二三四五六七八九十两]*期|分批/;
const DEFERRED = /延期|暂缓|延长/;
/** 分三期，至2024年11月30日缴清; 延期至2024年5月1日. */
const LAST = /^[^。；\n]{0,8}(?:缴清|缴纳完毕|付清|全部缴纳|缴完|前缴|之前缴|止)/;

/** 延期、分期缴纳罚款: what was asked for and why, and what was approved until when. */
export const deferral: Reader = (paper) => {
  const { text, title, kind } = paper;
  const asked = /(?:延期|分期|暂缓)[^\n]{0,12}(?:申请|请示)/.test(`${title}\n${text.slice(0, 80)}`);
  if (kind !== 'deferral-approval' && !(kind === 'other' && asked)) return [];
  const facts: StatedFact[] = [];
  const add = (name: string, value: string | boolean, span: Span) =>
    facts.push(stated(`performance.deferral.${name}`, value, span));
  const days = daysIn(text);
  const fields = labelsIn(text, LABELS);
  const dayOf = (key: string) => {
    const field = fields.find((one) => one.key === key);
    return field && days.find(({ start }) => start >= field.start && start < field.end);
  };
  const form = firstForm(text);
  const type = kindIn(
    text,
    fields.find(({ key }) => key === 'kind'),
    form,
  );
  if (type) add('kind', type.kind, type);
  const hardship = HARDSHIP.exec(text);
  if (hardship && !/无|没有|不存在|不属/.test(hardship[0])) {
    add('hardship', true, { start: hardship.index, end: hardship.index + hardship[0].length });
  }
  const application = /申请书/.test(title) ? days.at(-1) : undefined;
  const approval = headApproval(text);
  const requested =
    dayOf('requestedOn') ?? application ?? requestedIn(text, days) ?? askedOn(text, days, approval?.start);
  if (requested) add('requestedOn', requested.day, requested);
  if (kind !== 'deferral-approval' || application) return facts;
  const granted = /(?:准予|同意|批准|准许)[^。；\n]{0,8}(?:延期|分[\d一二三四五六七八九十两]*期|暂缓)/.test(
    text,
  );
  const signed = granted && days.at(-1);
  const letter = signed && text.slice(signed.end).trim().length < 12 ? signed : undefined;
  const approved = approval?.day ?? dayOf('approvedOn') ?? letter;
  const refused = approval && /不(?:予)?(?:同意|批准|准)/.test(text.slice(approval.start, approval.day?.end));
  if (approved && !refused) add('approvedOn', approved.day, approved);
  const until =
    dayOf('until') ??
    (approval && lastDay(text, days, approval)) ??
    opinionDay(text, days) ??
    // 同意: as the party asked.
    (approval && days.findLast((one) => one.end <= approval.start && isLast(text, one))) ??
    (letter && lastDay(text, days, { start: 0, end: letter.start, day: letter }));
  if (until) add('until', until.day, until);
  return facts;
};

const firstForm = (text: string) => /^[^\n]*\n?[^\n]*/.exec(text.trimStart())?.[0] ?? '';

type Kind = 'deferred' | 'instalments';

/** Printed titles name both ways (延期（分期）缴纳); what is filled in names one. */
function kindIn(
  text: string,
  field: (Span & { value: string }) | undefined,
  form: string,
): (Span & { kind: Kind }) | undefined {
  const from = text.indexOf(form) + form.length;
  const at = (match: RegExpExecArray, kind: Kind, offset: number) => ({
    kind,
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  });
  for (const [words, offset] of [
    ...(field ? [[field.value, field.start] as const] : []),
    [
      text
        .slice(from)
        .replace(/延期[（(、/]分期[）)]?|延期(?:或者?|、|\/)分期|□[^\s□☑]*/g, (part) =>
          '　'.repeat(part.length),
        ),
      from,
    ] as const,
    [text, 0] as const,
  ]) {
    const parts = INSTALMENTS.exec(words);
    const later = DEFERRED.exec(words);
    if (parts && !(later && offset === 0)) return at(parts, 'instalments', offset);
    if (later && !parts) return at(later, 'deferred', offset);
  }
  return undefined;
}

/** 当事人于2024年7月2日提出申请; 2024年7月2日书面申请分期缴纳. */
function requestedIn(text: string, days: readonly DayIn[]): DayIn | undefined {
  return days.find(({ end }) =>
    /^[^。；\n]{0,14}(?:提出|提交|递交|书面)?[^。；\n]{0,6}申请/.test(text.slice(end, end + 30)),
  );
}

/** 申请：……　示例公司 2024年7月2日: the first day that ends a line between what is asked and who approves. */
function askedOn(text: string, days: readonly DayIn[], approval = text.length): DayIn | undefined {
  const asked = /(?:^|\n)[ \u3000]*(?:当事人)?申请(?:内容|事由|理由|意见|事项|情况)?[ \u3000]*[:：\t]/.exec(
    text,
  );
  if (!asked) return undefined;
  const from = asked.index + asked[0].length;
  // In a table the row of who asks is one line.
  const row = /^[^\n]*/.exec(text.slice(from))?.[0].length ?? 0;
  const until = asked[0].endsWith('\t') ? from + row : approval;
  return days.find(
    ({ start, end, relative }) =>
      !relative && start >= from && end <= until && /^[ \u3000]*(?:\n|$)/.test(text.slice(end)),
  );
}

/** In the words that approve: the last day named before the signature. */
function lastDay(
  text: string,
  days: readonly DayIn[],
  { start, day }: Span & { day: DayIn },
): DayIn | undefined {
  return days.findLast((one) => one.start >= start && one.end <= day.start && isLast(text, one));
}

function opinionDay(text: string, days: readonly DayIn[]): DayIn | undefined {
  for (const opinion of opinionsIn(text)) {
    const own = days.findLast(
      (one) => one.start >= opinion.start && one.start < opinion.end && isLast(text, one),
    );
    if (own) return own;
  }
  return undefined;
}

const isLast = (text: string, { start, end }: Span) =>
  LAST.test(text.slice(end, end + 24)) ||
  /(?:延期|延长|缴清|延缓|推迟)[^。；\n]{0,4}(?:至|到|于)[ \u3000]*$/.test(
    text.slice(Math.max(0, start - 12), start),
  );
