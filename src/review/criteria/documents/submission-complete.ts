import type { CaseFile } from '../../../cases/case-file.ts';
import { PAPER_KINDS, type PaperKind } from '../../../cases/paper-kinds.ts';
import type { Profile } from '../../../corpus/profile.ts';
import type { Truth } from '../../../law/condition.ts';
import { type Answer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { foreignProfile } from '../../screening/foreign-profile.ts';
import { isMajor } from '../../screening/is-major.ts';
import { beforeDecision } from '../../steps/decision-day.ts';
import { heldBackFromReview } from '../../words/held-back-from-review.ts';

type Material = NonNullable<NonNullable<Profile['review']>['materials']>[number];
type When = Exclude<Extract<Material, object>['when'], undefined>;

/** Kinds of paper that exist only where their step took place, whether or not the list says so. */
const WHEN: Partial<Record<string, When>> = {
  'hearing-record': 'hearing-held',
  'hearing-report': 'hearing-held',
  'hearing-notice': 'hearing-held',
  'defence-record': 'defence-submitted',
  'discussion-minutes': 'discussion-held',
  'expert-opinion': 'expert-opinion',
};

const CONDITIONS: Record<When, { name: string; holds: (file: CaseFile) => Truth }> = {
  'hearing-held': {
    name: '是否举行听证',
    holds: ({ hearing }) => {
      if (hearing?.held !== undefined) return hearing.held;
      if (hearing?.heldOn) return true;
      return hearing?.requested === false || hearing?.waivedOn ? false : undefined;
    },
  },
  'defence-submitted': {
    name: '是否陈述、申辩',
    holds: ({ defence }) => defence?.submitted ?? (defence?.waivedOn ? false : undefined),
  },
  'discussion-held': { name: '是否集体讨论', holds: ({ discussion }) => discussion !== undefined },
  'expert-opinion': {
    name: '有无鉴定、检测意见',
    // A piece of evidence of unknown kind may be one.
    holds: ({ evidence }) =>
      evidence?.some(({ kind, opinion }) => kind === 'expert' || opinion) ||
      (evidence?.every(({ kind }) => kind) ? false : undefined),
  },
};

export const submissionComplete = rule({
  id: 'C7-17',
  criterion: 7,
  question: '送法制审核的材料是否齐全？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [],
  otherBasis: [
    { document: '地区方案', gist: '送审材料目录。' },
    {
      document: '广东省重大行政执法决定法制审核办法（2021）第十四条',
      gist: '拟作的决定及其事实、证据、依据、裁量、调查材料；有听证、评估、专家意见的一并送。',
    },
  ],
  reading:
    '材料不全的，退回补充，不是案件本身违法；送审单用了方案以外的名称的，由人核对是否就是所缺的材料；听证、申辩、讨论、鉴定的材料只在有该步骤时要求。没有地区目录的，只看材料自己写明没有送审的，以及听证后送审、逐项列明而没有听证笔录的（处罚法第六十五条要求根据听证笔录决定）。',
  about: (context) => {
    const { file, profile } = context;
    if (!file.review) {
      const { isMajor: major, unknown } = isMajor(file, profile);
      if (major === false) return notApplicable('本案不属于应当法制审核的决定，也没有送审。', ['major']);
      if (beforeDecision(file) && !file.approval) return notApplicable('尚未送法制审核。', ['review']);
      return major
        ? unclear('应当法制审核，案卷没有送审的记载。', ['送审材料目录'], ['review'])
        : unclear(`是否应当送审取决于：${unknown.join('、')}。`, unknown, ['major']);
    }
    const foreign = foreignProfile(context);
    if (foreign) {
      const known = withoutList(file);
      return known.answer === 'not-met' ? known : foreign;
    }
    const materials = profile.review?.materials ?? [];
    return materials.length > 0 ? materials : withoutList(file);
  },
  decide: (required, { file }) => {
    const handed = handedIn(file);
    const paths = ['review.materials'];
    if (!handed) return unclear('送审了哪些材料没有载明。', ['送审材料目录'], paths);
    const names = new Set(handed.flatMap(namesOf));
    const absent = required.filter((material) => !given(material, names));
    const due = absent.filter((material) => neededIn(material, file) === true).map(nameOf);
    const others = handed.filter((name) => !recognised(name, required));
    if (due.length > 0 && others.length > 0) {
      return unclear(
        `送审材料没有写明${due.join('、')}，送审单写有“${others.join('”“')}”，是否就是所缺的材料由人核对。`,
        due,
        paths,
      );
    }
    if (due.length > 0) return notMet(`送审材料缺少${due.join('、')}，应当退回补充。`, paths);
    const open = absent.filter((material) => neededIn(material, file) === undefined);
    return open.length > 0
      ? unclear(
          `送审材料没有${open.map(nameOf).join('、')}，是否需要尚不清楚。`,
          [...new Set(open.map((material) => CONDITIONS[conditionOf(material)!].name))],
          paths,
        )
      : met('地区方案要求的送审材料齐全。', paths);
  },
});

/** What was handed in; a paper that is named by its id is what kind of paper it is. */
function handedIn({ review, papers = [] }: CaseFile): string[] | undefined {
  const kinds = new Map<string, string>(papers.map(({ id, kind }) => [id, kind]));
  return review?.materials?.map((name) => kinds.get(name) ?? name);
}

/** A list of what was handed in that is short enough to be no list. */
const NO_LIST = 4;
const ALL = /全部|全卷|全案|案卷|卷宗|一切|其他/;

/**
 * Without a list of the place: what the papers of the review say was not handed in, and the hearing record, on which the
 * decision has to rest (行政处罚法 65), where a hearing was held before the case was handed in and each material is named.
 */
function withoutList(file: CaseFile): Answer {
  const { hearing, review, papers = [] } = file;
  const back = heldBackFromReview(file);
  if (back) {
    return notMet(`材料写明${back.what}没有送审，应当退回补充。`, ['review.materials', back.path]);
  }
  const handed = handedIn(file) ?? [];
  const before = hearing?.heldOn && review?.submittedOn && hearing.heldOn <= review.submittedOn;
  const submitted = papers.filter(({ kind }) => kind === 'review-submission' || kind === 'review-opinion');
  const named = [...handed, ...submitted.map(({ text = '' }) => text)].some((words) =>
    /听证(?:笔录|报告|材料|记录|情况|会|案卷|意见)|hearing-re/.test(words),
  );
  const listed = handed.length >= NO_LIST && !handed.some((name) => ALL.test(name));
  return hearing?.held && before && listed && !named
    ? notMet('举行了听证，决定应当根据听证笔录作出，送审材料没有听证笔录，应当退回补充。', [
        'hearing.heldOn',
        'review.submittedOn',
        'review.materials',
      ])
    : notApplicable('地区方案没有规定送审材料目录。');
}

function given(material: Material, names: Set<string>): boolean {
  const wanted = typeof material === 'string' ? [material] : [material.name, ...material.kinds];
  return wanted.flatMap(namesOf).some((name) => names.has(name));
}

/** Whether a name on the submission means one of the materials asked for, or a kind of paper that is known. */
function recognised(name: string, required: readonly Material[]): boolean {
  if (PAPER_KINDS[name as PaperKind] || Object.values<string>(PAPER_KINDS).includes(name)) return true;
  return required.some((material) => given(material, new Set([name])));
}

/** `undefined`: whether its step took place is not known. */
function neededIn(material: Material, file: CaseFile): Truth {
  const when = conditionOf(material);
  return when ? CONDITIONS[when].holds(file) : true;
}

function conditionOf(material: Material): When | undefined {
  return typeof material === 'string' ? WHEN[material] : material.when;
}

function nameOf(material: Material): string {
  const name = typeof material === 'string' ? material : material.name;
  return PAPER_KINDS[name as PaperKind] ?? name;
}

/** A kind of paper goes by its key and by its Chinese name. */
function namesOf(name: string): string[] {
  const kind = PAPER_KINDS[name as PaperKind];
  return kind ? [name, kind] : [name];
}
