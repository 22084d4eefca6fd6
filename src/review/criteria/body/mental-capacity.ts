import type { CaseFile } from '../../../cases/case-file.ts';
import { GRADES } from '../../../law/penalties.ts';
import { formerPenaltyLaw, penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import { type Answer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';
import { beforeProposal } from '../../steps/decision-day.ts';

type Capacity = NonNullable<CaseFile['party']['capacity']>;

const AT = 'party.capacity';
/** Words by which the reasons show that partial capacity was weighed. */
const WEIGHED = /精神|智力|责任能力|辨认|控制自己/;

/** C1-11 精神病人、智力残疾人的责任能力. */
export const mentalCapacity = rule({
  id: 'C1-11',
  criterion: 1,
  question: '当事人有精神、智力障碍的，是否按行为时的责任能力不罚、考虑从轻减轻或者照常处罚？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(31, '不能辨认或者控制时不罚并责令监护；未完全丧失的可从轻减轻', {
      states: ['不能辨认或者不能控制', '可以从轻或者减轻'],
    }),
    formerPenaltyLaw(26, '精神病人不能辨认或者控制时不罚并责令监护；间歇性正常时应罚'),
  ],
  reading:
    '责任能力须有鉴定意见或者由人认定，程序不作判断；案卷没有精神、智力障碍线索的，不适用；尚未完全丧失的，法律只说可以从轻减轻，有考虑的说明即符合；旧法没有写明这一种：修订前决定的不核对，修订后决定的按较轻的新规定核对。',
  lawOf: ({ file }) => actDay(file)?.day,
  about: ({ file }) => {
    const { kind, mentalDisorder, capacity } = file.party;
    if (kind === 'organisation') return notApplicable('当事人是单位。', ['party.kind']);
    if (capacity) return capacity;
    const claimed = file.circumstances?.grounds?.some(
      ({ kind: what, state }) => what === 'mental' && state !== 'rejected',
    );
    if (!mentalDisorder && !claimed) {
      return notApplicable('案卷没有当事人精神、智力障碍的线索。', ['party.mentalDisorder']);
    }
    return unclear(
      '当事人有精神、智力障碍的线索，行为时的责任能力没有鉴定，也没有认定。',
      ['行为时的责任能力'],
      claimed ? ['circumstances.grounds'] : ['party.mentalDisorder'],
    );
  },
  decide: (capacity, { file }) => {
    const known = determined(capacity, file);
    if (known) return known;
    if (beforeProposal(file)) return notApplicable('当事人的责任能力已经认定，尚未提出处理意见。', [AT]);
    const { state } = capacity;
    const result = file.decision ? file.decision.result : file.proposal?.result;
    const resultPath = file.decision ? 'decision.result' : 'proposal.result';
    const paths = [`${AT}.state`, `${AT}.${capacity.expertOpinion ? 'expertOpinion' : 'determinedBy'}`];
    if (!result) return unclear('当事人的责任能力已经认定，未载明处理结果。', ['处理结果'], paths);
    paths.push(resultPath);
    const punished = result === 'penalty';
    if (state === 'none') return incapable(capacity, punished, paths);
    if (state === 'partial' && punished) return partlyCapable(file, paths);
    return met(
      state === 'partial'
        ? '当事人尚未完全丧失辨认或者控制能力，没有给予处罚。'
        : `当事人行为时${state === 'full' ? '有完全的责任能力' : '精神正常'}，依照一般规定处理。`,
      paths,
    );
  },
});

/** An expert opinion in the file, or the person who decided; otherwise the state is only somebody's word. */
function determined({ expertOpinion, determinedBy }: Capacity, { evidence }: CaseFile): Answer | undefined {
  if (determinedBy || evidence?.some(({ id }) => id === expertOpinion)) return undefined;
  return unclear(
    '责任能力须有鉴定意见或者由人认定，案卷没有。',
    ['责任能力的鉴定意见或者认定人'],
    [`${AT}.state`],
  );
}

function incapable({ guardianTold }: Capacity, punished: boolean, paths: string[]): Answer {
  const text = '当事人行为时不能辨认或者控制自己的行为';
  if (punished) return notMet(`${text}，不得给予行政处罚，现拟（已）处罚。`, paths);
  const seen = [...paths, `${AT}.guardianTold`];
  if (guardianTold === undefined) {
    return unclear(`${text}，没有处罚，另须责令监护人看管和治疗。`, ['责令监护人看管治疗的材料'], paths);
  }
  return guardianTold
    ? met(`${text}，没有处罚，并责令监护人看管和治疗。`, seen)
    : notMet(`${text}，没有处罚，但没有责令监护人看管和治疗。`, seen, { severity: 'major' });
}

function partlyCapable({ circumstances, decision, proposal }: CaseFile, paths: string[]): Answer {
  const text = '当事人尚未完全丧失辨认或者控制能力';
  if (decision?.date && decision.date < REVISED_ON) {
    return notApplicable(`${text}；2021年修订前的法律没有规定这一种，当时依一般规定处罚。`, [
      ...paths,
      'decision.date',
    ]);
  }
  const index = circumstances?.grounds?.findIndex(({ kind }) => kind === 'mental') ?? -1;
  const ground = circumstances?.grounds?.[index];
  const path = `circumstances.grounds.${index}`;
  if (ground?.state === 'accepted') return met(`${text}，已作为从轻或者减轻的情节。`, [...paths, path]);
  if (ground?.state === 'rejected' && ground.reason) {
    return met(`${text}，经考虑没有从轻、减轻，并说明了理由。`, [...paths, `${path}.reason`]);
  }
  const [reasons, grade, at] = decision
    ? [decision.discretionReasons, decision.grade, 'decision.discretionReasons']
    : [proposal?.reasons, proposal?.grade, 'proposal.reasons'];
  if (!reasons) return unclear(`${text}，裁量理由没有载明。`, ['裁量理由'], paths);
  const found = grade ? `现为${GRADES[grade]}` : '裁量等次未载明';
  return WEIGHED.test(reasons)
    ? met(`${text}，裁量理由已经考虑，${found}。`, [...paths, at])
    : notMet(`${text}，应当考虑是否从轻或者减轻，裁量理由没有提到，${found}。`, [...paths, at], {
        severity: 'major',
      });
}
