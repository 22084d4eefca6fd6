import type { CaseFile } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
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
import { saidToBeMajor } from '../../screening/said-to-be-major.ts';
import { beforeDecision, decisionDay } from '../../steps/decision-day.ts';
import { dossierLacks } from '../../steps/dossier-lacks.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';

/** C3-20 集体讨论. */
export const collectiveDiscussion = rule({
  id: 'C3-20',
  criterion: 3,
  question: '情节复杂或者重大违法的，是否在决定前由负责人集体讨论？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(57, '情节复杂或重大违法的处罚由负责人集体讨论决定', { paragraph: 2 }),
    formerPenaltyLaw(38, '情节复杂或重大违法给予较重处罚的，由负责人集体讨论决定', { paragraph: 2 }),
  ],
  otherBasis: [{ document: '地区方案', gist: '集体讨论的案件目录' }],
  reading:
    '旧法只要求“给予较重处罚”时讨论，按较严的理解，情节复杂或者重大违法的都提示；是否应当讨论不明而讨论在决定之后、只有一人参加的，案卷自己写明应当讨论而没有讨论的，同样指出。',
  about: ({ file, profile }) => {
    const { major } = file;
    // The statute asks for it where a penalty is imposed.
    if (endsWithoutPenalty(file) && !file.discussion) {
      return notApplicable('本案决定没有给予行政处罚。', ['decision.result']);
    }
    if (major?.complex || major?.serious) {
      return {
        why: major.complex ? '情节复杂' : '违法行为重大',
        path: major.complex ? 'major.complex' : 'major.serious',
      };
    }
    const missing = [
      ...(major?.complex === undefined ? ['是否情节复杂'] : []),
      ...(major?.serious === undefined ? ['是否重大违法行为'] : []),
    ];
    const late = file.discussion && order(file.discussion, decisionDay(file));
    // Whoever had the heads discuss the case treated it as one that needs it.
    if (missing.length > 0 && late?.answer === 'not-met')
      return { ...late, reason: `本案经过集体讨论：${late.reason}` };
    const alone = file.discussion && minutes(file.discussion);
    if (missing.length > 0 && alone?.answer === 'not-met')
      return { ...alone, reason: `本案经过集体讨论：${alone.reason}` };
    const left = missing.length > 0 && !file.discussion ? leftOut(file, profile) : undefined;
    if (left) return left;
    return missing.length > 0
      ? unclear(`是否应当集体讨论，缺少${missing.join('、')}。`, missing)
      : notApplicable('不属于情节复杂或者重大违法行为。', ['major.complex', 'major.serious']);
  },
  decide: ({ why, path }, { file, profile }) => {
    const made = decisionDay(file);
    if (!file.discussion) {
      if (beforeDecision(file)) {
        return notApplicable(`${why}，作出决定前应当集体讨论，尚未讨论。`, [path]);
      }
      if (isAnswer(made)) return made;
      return dossierLacks(file, profile, ['discussion-minutes'], /集体讨论/)
        ? notMet(`${why}，应当集体讨论，案卷已经成卷并作出决定，没有集体讨论笔录。`, [
            path,
            'decision.date',
            'decision.draft',
            'papers',
          ])
        : unclear(`${why}，应当集体讨论，案卷没有集体讨论笔录。`, ['集体讨论笔录'], [path]);
    }
    return combine(
      [minutes(file.discussion), order(file.discussion, made)],
      met(`${why}，已集体讨论。`, [path]),
    );
  },
});

/** Words by which the heads discussed it after all. */
const DISCUSSED =
  /(?<!未|没有|应当|应|须|需)经[^。；;，,\n]{0,8}集体(?:讨论|审议|研究)|(?:讨论|审议|研究)(?:结论|决定|一致|同意)|案审会|审理会|审理委员会|局务会|办公会|会审/;
const NEVER = /(?!)/;

/** A finished dossier without minutes, of a case that its own papers say the heads have to discuss. */
function leftOut(file: CaseFile, profile: Profile): Answer | undefined {
  const said = saidToBeMajor(file, 'discussion');
  if (!said || file.papers?.some(({ text = '' }) => DISCUSSED.test(text))) return undefined;
  return dossierLacks(file, profile, ['discussion-minutes'], NEVER)
    ? notMet(`${said.why}，案卷已经成卷并作出决定，没有集体讨论笔录。`, [
        said.path,
        'decision.date',
        'decision.draft',
        'papers',
      ])
    : undefined;
}

type Discussion = NonNullable<CaseFile['discussion']>;

function minutes({ attendees, opinions, conclusion }: Discussion): Answer {
  const paths = ['discussion.attendees', 'discussion.opinions', 'discussion.conclusion'];
  if (attendees && attendees.length < 2)
    return notMet(`集体讨论应有负责人共同参加，笔录只有${attendees.length}人。`, paths);
  if (opinions === false) return notMet('集体讨论笔录没有记载各人意见。', paths);
  const missing = [
    ...(attendees ? [] : ['参加人员']),
    ...(opinions ? [] : ['各人意见']),
    ...(conclusion ? [] : ['讨论结论']),
  ];
  return missing.length > 0
    ? unclear(`集体讨论笔录的${missing.join('、')}没有载明。`, missing, ['discussion'])
    : met(`集体讨论由${attendees!.length}人参加，意见和结论齐全。`, paths);
}

function order({ heldOn }: Discussion, made: string | Answer): Answer {
  if (!heldOn) return unclear('案卷未载明集体讨论的日期。', ['集体讨论日期'], ['discussion']);
  if (isAnswer(made)) {
    return made.answer === 'unclear'
      ? made
      : met(`集体讨论于${chineseDay(heldOn)}进行，尚未作出决定。`, ['discussion.heldOn']);
  }
  const found = `集体讨论于${chineseDay(heldOn)}进行，决定于${chineseDay(made)}作出`;
  const paths = ['discussion.heldOn', 'decision.date'];
  return heldOn <= made ? met(`${found}。`, paths) : notMet(`${found}，讨论应在决定之前。`, paths);
}
