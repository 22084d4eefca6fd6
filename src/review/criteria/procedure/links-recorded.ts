import type { CaseFile } from '../../../cases/case-file.ts';
import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { beforeDecision } from '../../steps/decision-day.ts';

type Recording = NonNullable<CaseFile['recordings']>[number];

interface Link {
  name: string;
  /** Whether the file shows that the link took place. */
  happened: boolean;
  kinds: PaperKind[];
  recordings: Recording['of'][];
  /** Signed, as the file itself says: its record exists, though nobody has entered the paper. */
  signed?: boolean;
}

/** Links with a record that make the listed papers a dossier and no mere extract. */
const SEVERAL = 3;

/** C3-35 全过程记录六个环节. */
export const linksRecorded = rule({
  id: 'C3-35',
  criterion: 3,
  question: '启动、调查取证、审核、决定、送达、执行各环节是否都有归档的记录？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(47, '启动、调查取证、审核、决定、送达、执行以文字、音像等形式记录，并归档。', {
      states: ['启动、调查取证、审核、决定、送达、执行', '归档保存'],
    }),
  ],
  otherBasis: [
    { document: '国办发〔2018〕118号（由示范文件转述）', gist: '执法全过程留痕、可回溯。' },
    { document: '示范文件：行政执法全过程记录的要求', gist: '从启动到执行的各环节都要记录。' },
  ],
  reading:
    '只看已经发生的环节；文字记录和音像记录有一种即可，当场处罚以决定书记录启动、取证和决定。卷内有记录的环节不足三个或者不过半的，视为材料尚未录入，不认定缺少；审核意见、决定书已经签署而卷内没有的，同样。',
  about: ({ file }) => {
    const links = linksOf(file).filter(({ happened }) => happened);
    if (links.length === 0) return notApplicable('案卷没有已经发生的环节。');
    return file.papers
      ? links
      : unclear('需要核对各环节的记录，案卷没有材料目录。', ['卷内材料目录'], ['papers']);
  },
  decide: (links, { file }) => {
    const kinds = new Set((file.papers ?? []).map(({ kind }) => kind));
    const recorded = new Set((file.recordings ?? []).map(({ of }) => of));
    const written = (link: Link) => link.kinds.some((kind) => kinds.has(kind));
    const filmed = (link: Link) => link.recordings.some((of) => recorded.has(of));
    const absent = links.filter((link) => !written(link) && !filmed(link));
    const onFilm = links.some((link) => !written(link) && filmed(link));
    const paths = ['papers', ...(onFilm ? ['recordings'] : [])];
    const held = links.length - absent.length;
    if (absent.length === 0) {
      return met(`已经发生的${links.map(({ name }) => name).join('、')}都有记录。`, paths);
    }
    const names = absent.map(({ name }) => name).join('、');
    const lost = absent.some(({ signed }) => !signed);
    return lost && held >= SEVERAL && held * 2 > links.length
      ? notMet(`已经发生的环节都应有记录，${names}没有文字或者音像记录。`, paths)
      : unclear(
          `已经发生的${names}没有录入记录，不能认定没有归档。`,
          absent.map(({ name }) => `${name}的记录`),
          paths,
        );
  },
});

function linksOf(file: CaseFile): Link[] {
  const { filing, acts, evidence, review, decision, services, performance, procedure } = file;
  const decided = decision !== undefined && !beforeDecision(file);
  const gathered = Boolean(acts?.length || evidence?.length);
  // The paper of a decision on the spot is all the record that the summary procedure knows of the first links.
  const onTheSpot: PaperKind[] = procedure === 'summary' ? ['decision', 'no-penalty-decision'] : [];
  return [
    {
      name: '启动',
      happened: Boolean(filing) || gathered || decided,
      kinds: ['source', 'filing-approval', ...onTheSpot],
      recordings: [],
    },
    {
      name: '调查取证',
      happened: gathered,
      kinds: [
        'inspection-record',
        'interview-record',
        'sampling-record',
        'preservation-notice',
        'seizure-decision',
        'expert-opinion',
        'photograph',
        'documentary-evidence',
        'recording',
        ...onTheSpot,
      ],
      recordings: ['inspection', 'interview', 'sampling', 'preservation', 'seizure', 'freezing'],
    },
    {
      name: '审核',
      happened: review !== undefined,
      signed: Boolean(review?.signed),
      kinds: ['review-opinion', 'review-submission'],
      recordings: [],
    },
    {
      name: '决定',
      happened: decided,
      signed: Boolean(decision?.signedByPerson),
      kinds: ['decision', 'no-penalty-decision', 'decision-approval', 'referral-letter', 'closure-approval'],
      recordings: [],
    },
    {
      name: '送达',
      happened: Boolean(services?.length),
      kinds: ['proof-of-service', ...onTheSpot],
      recordings: ['service'],
    },
    {
      name: '执行',
      happened: Boolean(performance?.paidOn ?? performance?.paid ?? performance?.enforcedOn),
      kinds: ['receipt', 'demand', 'court-application', 'deferral-approval', 'closure-approval'],
      recordings: ['enforcement', 'demolition'],
    },
  ];
}
