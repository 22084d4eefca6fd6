import type { CaseFile } from '../../../cases/case-file.ts';
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
import { foreignProfile } from '../../screening/foreign-profile.ts';
import { recordingsDemanded } from '../../words/recordings-demanded.ts';
import { type Occasion, type Recording, recordedOccasions, recordingsOf } from './recorded-occasions.ts';

/** C3-36 应当全程音像记录的有连续的音像记录. */
export const actsRecorded = rule({
  id: 'C3-36',
  criterion: 3,
  question: '应当全程音像记录的执法行为，是否都有自到达至离开、没有无故中断的音像记录？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'seed',
  basis: [penaltyLaw(47, '以文字、音像等形式全过程记录，并归档。', { states: ['音像', '全过程记录'] })],
  otherBasis: [
    { document: '地区方案', gist: '应当全程音像记录的行为清单。' },
    {
      document: '示范文件：音像记录的要求',
      gist: '查封扣押、强制拆除等全程音像记录；有的地方并及检查、询问、听证和送达。',
    },
    {
      document: '广东省行政执法全过程记录办法（2021）第十四条、第十八条至第二十条',
      gist: '全程、连续记录。',
    },
  ],
  reading:
    '必录的行为以地区方案的清单为准，没有载入的，以案卷材料写明应当全程音像记录的为准；清单中按后果描述、案卷不能识别的行为由人判断。中断没有说明的，按无故中断；中断都有说明的，按全程。',
  about: (context) => {
    const { file, profile } = context;
    const foreign = foreignProfile(context);
    const { elsewhere, required: listed = [] } = profile.recording ?? {};
    // Without a list of the place, what the agency's own papers say is on its list.
    const told = foreign || listed.length === 0 ? recordingsDemanded(file) : [];
    const required: readonly string[] = told.length > 0 ? told.map(({ step }) => step) : listed;
    if (foreign && told.length === 0) return foreign;
    if (required.length === 0 && elsewhere) {
      return unclear(`应当全程音像记录的行为由《${elsewhere}》规定，尚未载入。`, ['当地的音像记录清单']);
    }
    if (required.length === 0) return brokenWithoutList(file);
    const occasions = recordedOccasions(file, required);
    if (isAnswer(occasions)) return occasions;
    if (occasions.length > 0) return { occasions, told };
    return notApplicable('案卷没有地区方案要求全程音像记录的行为。', ['acts']);
  },
  decide: ({ occasions, told }, { file }) => {
    const answers = occasions.map((occasion) => judge(occasion, occasions, file));
    const answer = combine(answers, answers[0]!);
    const [demand] = told;
    if (!demand) return answer;
    return {
      ...answer,
      reason: `${answer.reason.replace(/。$/, '')}（材料写明“${demand.quote}”）。`,
      paths: [...answer.paths, ...new Set(told.map(({ path }) => path))],
    };
  },
});

/** Nobody knows what must be recorded here; a recording that breaks off without a word is still one to ask about. */
function brokenWithoutList({ recordings = [] }: CaseFile): Answer {
  const broken = recordings.findIndex(({ gaps = [] }) => gaps.some(({ explained }) => !explained));
  return broken < 0
    ? notApplicable('地区方案没有规定应当全程音像记录的行为。')
    : unclear(
        '音像记录有中断没有说明，地区方案没有规定哪些行为应当全程音像记录。',
        ['当地的音像记录清单', '音像记录中断的原因'],
        [`recordings.${broken}.gaps`],
      );
}

function judge(occasion: Occasion, all: Occasion[], { recordings }: CaseFile): Answer {
  const { name, path, recorded } = occasion;
  const found = recordingsOf(occasion, all, recordings ?? []);
  if (found.length > 0) {
    const answers = found.map((index) => judgeRecording(recordings![index]!, name, `recordings.${index}`));
    return answers.find(({ answer }) => answer === 'met') ?? combine(answers, answers[0]!);
  }
  const paths = [`${path}.recorded`, 'recordings'];
  if (!occasion.day && recorded !== false && recordings?.some(({ of }) => of === occasion.of)) {
    return unclear(`${name}的日期没有载明，不能与音像记录对应。`, [`${name}的日期`], paths);
  }
  if (recorded === true) {
    return unclear(`${name}有音像记录，是否全程没有载明。`, [`${name}的音像记录是否全程`], paths);
  }
  return recorded === false || recordings
    ? notMet(`${name}应当全程音像记录，没有音像记录。`, paths)
    : unclear(`${name}有无音像记录没有载明。`, [`${name}的音像记录`], paths);
}

function judgeRecording({ complete, gaps }: Recording, name: string, path: string): Answer {
  const paths = [`${path}.complete`, ...(gaps ? [`${path}.gaps`] : [])];
  const open = (gaps ?? []).filter(({ explained }) => !explained).length;
  if (open > 0) return notMet(`${name}的音像记录有${open}处中断没有说明。`, paths);
  if (complete === undefined) {
    return unclear(`${name}的音像记录是否自到达至离开没有载明。`, [`${name}的音像记录是否全程`], paths);
  }
  if (complete) return met(`${name}的音像记录自到达至离开，没有无故中断。`, paths);
  return gaps?.length
    ? met(`${name}的音像记录的${gaps.length}处中断都有说明。`, paths)
    : notMet(`${name}的音像记录没有自到达记录至离开。`, paths);
}
