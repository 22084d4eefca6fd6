import type { CaseFile } from '../../../cases/case-file.ts';
import { citationText } from '../../../law/citation.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  type Context,
  combine,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';

type Monitoring = NonNullable<NonNullable<CaseFile['evidence']>[number]['monitoring']>;

const CHECKS = {
  legalAudit: '设备经过法制审核',
  technicalAudit: '设备经过技术审核',
  reviewedByPerson: '记录内容经过人工审核',
  partyTold: '已及时告知当事人并提供查询、陈述、申辩的便利',
} as const;

export const monitoringEquipment = rule({
  id: 'C4-12',
  criterion: 4,
  question: '电子技术监控设备有无依据、经过审核、公布地点，记录是否经过审核并告知？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('41', '用监控设备取证须依法律、行政法规，经法制和技术审核，并公布设置地点。', {
      paragraph: 1,
    }),
    penaltyLaw('41', '监控记录未经审核或者不合要求的，不能作证据。', { paragraph: 2 }),
    penaltyLaw('41', '及时告知当事人，便利其查询、陈述和申辩。', { paragraph: 3 }),
  ],
  reading: '设置地点要在违法行为之前公布；同一天公布的先后不明，答不清楚。',
  about: ({ file }) =>
    file.evidence?.length
      ? file.evidence
      : unclear('需要知道有无监控设备记录，案卷没有证据清单。', ['证据清单'], ['evidence']),
  decide: (evidence, context) => {
    const answers: Answer[] = [];
    for (const [index, entry] of evidence.entries()) {
      const path = `evidence.${index}`;
      const machine = entry.kind === 'audiovisual' || entry.kind === 'electronic' || entry.kind === undefined;
      if (entry.monitoring) answers.push(judge(entry.monitoring, entry.name, `${path}.monitoring`, context));
      else if (machine && !entry.obtainedBy?.length) {
        answers.push(
          unclear(
            `证据“${entry.name}”由谁取得没有写明，是否为监控设备记录不清楚。`,
            [`证据“${entry.name}”的取得人`],
            [path],
          ),
        );
      }
    }
    return combine(answers, notApplicable('本案没有使用电子技术监控设备记录。', ['evidence']));
  },
});

function judge(monitoring: Monitoring, name: string, path: string, context: Context): Answer {
  const answers: Answer[] = [
    authority(monitoring, name, path, context),
    location(monitoring, name, path, context),
  ];
  for (const [key, text] of Object.entries(CHECKS)) {
    const value = monitoring[key as keyof typeof CHECKS];
    const where = [`${path}.${key}`];
    if (value) answers.push(met(`“${name}”${text}。`, where));
    else if (value === false) answers.push(notMet(`“${name}”需要${text}，案卷记载为否。`, where));
    else answers.push(unclear(`“${name}”是否${text}没有写明。`, [`“${name}”是否${text}`], where));
  }
  return combine(answers, answers[0]!);
}

function authority({ authorisedBy }: Monitoring, name: string, path: string, { book }: Context): Answer {
  const where = [`${path}.authorisedBy`];
  if (!authorisedBy)
    return unclear(`“${name}”依据哪部法律、行政法规没有写明。`, [`“${name}”的设备依据`], where);
  const level = book.levelOf(authorisedBy.law) ?? authorisedBy.level;
  const text = citationText(authorisedBy);
  if (!level) return unclear(`${text}的规范层级不明。`, [`《${authorisedBy.law}》的规范层级`], where);
  return level === 'law' || level === 'administrative-regulation'
    ? met(`“${name}”有${text}为依据。`, where)
    : notMet(`监控取证须依法律、行政法规，“${name}”依据的${text}不是。`, where);
}

function location(monitoring: Monitoring, name: string, path: string, { file }: Context): Answer {
  const act = firstDay(file);
  const published = monitoring.locationPublishedOn;
  const where = [`${path}.locationPublishedOn`, ...(act ? [act.path] : [])];
  if (!published)
    return unclear(`“${name}”的设置地点是否公布没有写明。`, [`“${name}”设置地点的公布日`], where);
  if (!act) return unclear(`违法行为的日期不明，不能判断设置地点是否先公布。`, ['违法行为发生日'], where);
  const found = `设置地点${chineseDay(published)}公布，违法行为在${chineseDay(act.day)}`;
  if (published === act.day) return unclear(`“${name}”${found}，先后不明。`, ['公布与违法行为的先后'], where);
  return published < act.day
    ? met(`“${name}”${found}。`, where)
    : notMet(`设置地点须先公布，“${name}”${found}。`, where);
}

/** The day the act began: the location must have been published before it. */
function firstDay({ violation }: CaseFile): { day: Day; path: string } | undefined {
  const { startedOn, endedOn, continuing } = violation;
  if (startedOn) return { day: startedOn, path: 'violation.startedOn' };
  return endedOn && continuing === false ? { day: endedOn, path: 'violation.endedOn' } : undefined;
}
