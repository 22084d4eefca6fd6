import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { labelsIn } from '../words/labels-in.ts';
import { daysWhere } from '../words/match-in.ts';
import { plainView } from '../words/plain-view.ts';
import { signatureIn } from '../words/signature-in.ts';

const TITLE =
  /教育(?:谈话|告诫|提醒|约谈|情况|引导|整改)?(?:记录|笔录|登记|回执|书|单|表|函|通知书|台账)|(?:批评|法制|法治|普法|警示|告诫|说服)教育(?!局|厅|委|和)|谈话教育/;
const LABELS = {
  when: [
    '时间',
    '教育时间',
    '谈话时间',
    '教育日期',
    '谈话日期',
    '约谈时间',
    '实施时间',
    '教育谈话时间',
    '日期',
  ],
  other: [
    '教育对象',
    '谈话对象',
    '被教育人',
    '地点',
    '教育地点',
    '谈话地点',
    '教育内容',
    '内容',
    '教育人',
    '谈话人',
  ],
} as const;
const TOLD_BY: readonly Paper['kind'][] = ['decision', 'no-penalty-decision', 'closure-approval'];
/** 已于5月12日对你校进行教育. */
const EDUCATED =
  /^,?[^。;\n,月]{0,16}?(?:对|向)[^。;\n,月]{1,24}?(?:进行|开展|予以|实施|给予|作了|做了)了?(?:了?(?:当面|当场|批评|法制|法治|普法|警示|宣传|说服|安全|相关|必要的?))*教育/;

/** 不予处罚的，应当对当事人进行教育: the record of it, or what the decision tells. */
export const education: Reader = (paper) => {
  if (TOLD_BY.includes(paper.kind)) {
    const [day] = daysWhere(plainView(paper.text), { after: EDUCATED });
    return day ? done(day) : [];
  }
  const title = (/\S[^\n]*/.exec(paper.text)?.[0] ?? '').replaceAll(/[\s　]/g, '');
  return TITLE.test(title) ? recordFacts(paper) : [];
};

function recordFacts(paper: Paper): StatedFact[] {
  const view = plainView(paper.text);
  const fields = labelsIn<keyof typeof LABELS>(paper.text, LABELS).filter(({ key }) => key === 'when');
  const labelled = fields.flatMap((field) =>
    daysWhere(view, {}).filter(
      ({ start, end }) => start >= field.start && end <= Math.max(field.end, field.until),
    ),
  )[0];
  const day = labelled ?? signatureIn(view).day;
  return day ? done(day) : [];
}

const done = (day: { day: string; start: number; end: number }): StatedFact[] => [
  stated('education.doneOn', day.day, day),
];
