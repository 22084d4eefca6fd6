import type { CaseFile } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { chineseDay } from '../../../law/dates.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { profileCovers } from '../../steps/agency-names.ts';
import { dossierLacks } from '../../steps/dossier-lacks.ts';
import { headsPlaceEmpty } from '../../steps/heads-place-empty.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';

/** C3-01 立案审批. */
export const filedInTime = rule({
  id: 'C3-01',
  criterion: 3,
  question: '普通程序案件是否经负责人（或者其授权的人）批准及时立案？',
  severity: 'major',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    penaltyLaw(54, '符合立案标准的及时立案', { paragraph: 2 }),
    penaltyLaw(76, '应立案而不及时立案的，责任人员受处分', { paragraph: 2 }),
  ],
  otherBasis: [{ document: '实务做法（以当地为准）', gist: '立案审批表由负责人或者其授权的人批准' }],
  reading: '法律只要求及时，天数取自地区方案；超过方案天数的按轻微问题提示。',
  lawOf: ({ file }) => file.filing?.approvedOn,
  about: ({ file, profile }) => {
    if (file.procedure === 'summary') return notApplicable('简易程序当场处罚，不需立案。', ['procedure']);
    const { filing } = file;
    if (filing?.approvedOn || filing?.approver || filing?.approverRole) return filing;
    const lacks = dossierLacks(file, profile, ['filing-approval'], /立案/);
    if (filing && !lacks) return filing;
    return lacks
      ? notMet('普通程序案件应当立案，案卷已经成卷并作出决定，没有立案的材料。', [
          'procedure',
          'decision.date',
          'papers',
        ])
      : unclear('案卷没有立案的记载。', ['立案审批']);
  },
  decide: (filing, { file, profile }) =>
    combine(
      [
        withoutHead(file) ?? approver(filing),
        order(filing),
        ...(profileCovers(profile, file) === false ? [] : localLimit(filing, file, profile)),
      ],
      unclear('无法核对立案。', ['立案审批']),
    ),
});

const HANDLER = /(?:承办人|办案人员?|执法人员|经办人)[^\n]{0,4}意见/;
const UNIT = /(?:机构|部门|科室|中队|大队|股室|处室)[^\n]{0,6}意见/;
const HEAD = /负责人|领导|局长|厅长|主任|机关|审批|批准|批示|审定|行政/;

/** A form on which handlers and their department gave opinions and which has no place for anybody above them. */
function withoutHead({ papers = [] }: CaseFile): Answer | undefined {
  const forms = papers.flatMap(({ kind, text }, index) =>
    kind === 'filing-approval' ? [{ text: text ?? '', path: `papers.${index}.text` }] : [],
  );
  const [form] = forms;
  const body =
    form?.text
      .trimStart()
      .replace(/^[^\n]*\n/, '')
      .replaceAll(/[ \u3000]/g, '') ?? '';
  if (form && forms.length === 1 && headsPlaceEmpty(form.text))
    return notMet('立案应由机关负责人或者其授权的人批准，立案审批表中负责人的意见是空的。', [form.path]);
  return form && forms.length === 1 && HANDLER.test(body) && UNIT.test(body) && !HEAD.test(body)
    ? notMet('立案应由机关负责人或者其授权的人批准，立案审批表只有承办人和承办机构的意见。', [form.path])
    : undefined;
}

type Filing = NonNullable<CaseFile['filing']>;

function approver({ approverRole }: Filing): Answer {
  if (!approverRole) return unclear('案卷未载明立案批准人的身份。', ['立案批准人'], ['filing']);
  return approverRole === 'other' || approverRole === 'unit-head'
    ? notMet('立案应由机关负责人或者其授权的人批准，实际由其他人批准。', ['filing.approverRole'])
    : met('立案由有权的人批准。', ['filing.approverRole']);
}

function order({ clueOn, approvedOn }: Filing): Answer {
  const missing = [...(clueOn ? [] : ['线索日期']), ...(approvedOn ? [] : ['立案批准日期'])];
  if (!clueOn || !approvedOn) return unclear(`核对立案先后需要${missing.join('、')}，案卷未载明。`, missing);
  const paths = ['filing.clueOn', 'filing.approvedOn'];
  const found = `线索日为${chineseDay(clueOn)}，立案日为${chineseDay(approvedOn)}`;
  return approvedOn < clueOn
    ? notMet(`${found}，立案不应早于线索。`, paths)
    : met(`${found}，先后相符。`, paths);
}

function localLimit({ clueOn, approvedOn }: Filing, file: CaseFile, { filing }: Profile): Answer[] {
  if (!filing || !clueOn || !approvedOn || approvedOn < clueOn) return [];
  if ((filing.from && clueOn < filing.from) || (filing.to && clueOn > filing.to)) return [];
  const paths = ['filing.clueOn', 'filing.approvedOn'];
  const count = withinWorkingDays(clueOn, filing.workingDays, approvedOn, paths);
  if (isAnswer(count)) return [count];
  const found = `${filing.source}要求${filing.workingDays}个工作日内立案，至${count.last}，实际${chineseDay(approvedOn)}`;
  const tested = count.within ? undefined : testedBefore(file, approvedOn);
  if (tested) {
    return [
      {
        ...unclear(
          `${found}；立案前有抽样、检验或者鉴定，所需时间是否扣除由人核对。`,
          ['立案前抽样、检验、鉴定所需的时间'],
          [...paths, tested],
        ),
        steps: count.steps,
        severity: 'minor',
      },
    ];
  }
  return [
    count.within
      ? met(`${found}，在期限内。`, paths, { steps: count.steps })
      : notMet(`${found}，超过期限。`, paths, {
          steps: count.steps,
          severity: 'minor',
          consequence: 'correctable',
        }),
  ];
}

/** A sample or an expert opinion taken before filing: rules of a field leave the time of the test out of the count. */
function testedBefore({ acts, evidence }: CaseFile, approvedOn: string): string | undefined {
  const sampled = (acts ?? []).findIndex(({ kind, date, startedAt }) => {
    const day = date ?? startedAt?.slice(0, 10);
    return kind === 'sampling' && day !== undefined && day <= approvedOn;
  });
  if (sampled >= 0) return `acts.${sampled}`;
  const opinion = (evidence ?? []).findIndex(
    ({ kind, obtainedOn }) => kind === 'expert' && obtainedOn !== undefined && obtainedOn <= approvedOn,
  );
  return opinion >= 0 ? `evidence.${opinion}` : undefined;
}
