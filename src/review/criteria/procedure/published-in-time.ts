import type { CaseFile } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { validOn } from '../../../corpus/valid-on.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { profileCovers } from '../../steps/agency-names.ts';
import { beforeDecision, decisionDay } from '../../steps/decision-day.ts';
import { penaltyDecision } from '../../steps/penalty-decision.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';

/** The outer limit of 政府信息公开条例 26, where no local period is known. */
const OUTER_LIMIT = 20;

/** C3-39 处罚决定按时公开. */
export const publishedInTime = rule({
  id: 'C3-39',
  criterion: 3,
  question: '应当公开的处罚决定，是否在规定的工作日内公开？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'seed',
  basis: [
    penaltyLaw(48, '有一定社会影响的处罚决定要依法公开。', { paragraph: 1, states: ['一定社会影响'] }),
    {
      law: '中华人民共和国政府信息公开条例',
      article: '26',
      gist: '主动公开的信息形成或者变更之日起20个工作日内公开，法律、法规另有规定的除外。',
      from: '2019-05-15',
      states: ['20个工作日'],
    },
  ],
  otherBasis: [
    { document: '地区方案', gist: '处罚决定公开的范围和期限。' },
    { document: '示范文件：行政执法事后公开', gist: '处罚、许可7个工作日，其他20个工作日。' },
    { document: '广东省行政执法公示办法（2021）第二十一条', gist: '公开执法决定的期限。' },
    { document: '市场监督管理行政处罚信息公示规定第九条、第十条', gist: '二十个工作日；跨省的另计。' },
  ],
  reading:
    '期限以地区方案为准；方案没有天数的，以政府信息公开条例的20个工作日为限。决定当日不计。不在应当公开之列的决定，公开得晚也不算违反。',
  about: ({ file }) => {
    const made = decisionDay(file);
    if (isAnswer(made)) return made;
    if (beforeDecision(file)) return notApplicable('决定尚为草稿，不涉及公开。', ['decision.draft']);
    const decision = penaltyDecision(file);
    return isAnswer(decision) ? decision : made;
  },
  decide: (made, { file, profile, today }) => {
    const { days, local } = limitOf(file, profile, made);
    const publishedOn = file.performance?.publishedOn;
    const due = file.publication?.required ?? (local?.publishAll ? true : undefined);
    const paths = ['decision.date', 'performance.publishedOn'];
    const seen = [...paths, 'publication.required'];
    if (due === false && !publishedOn) return notApplicable('本决定依法不公开。', ['publication.required']);
    const count = withinWorkingDays(made, days, publishedOn ?? today, paths);
    if (isAnswer(count)) return count;
    const steps = { steps: count.steps };
    if (!publishedOn && count.within) {
      return notApplicable(`决定于${chineseDay(made)}作出，公开期限至${count.last}，尚未届满。`, paths);
    }
    if (!publishedOn && due === undefined) return undecided(seen);
    if (!publishedOn) {
      return unclear(`决定应于${count.last}前公开，没有载明公开日期。`, ['公开日期'], seen);
    }
    const found = `决定于${chineseDay(made)}作出，应于${count.last}前公开，实际于${chineseDay(publishedOn)}公开`;
    if (publishedOn < made) return unclear(`${found}，早于决定，日期有误。`, ['决定日期和公开日期'], paths);
    if (count.within && local?.elsewhere && !local.penaltyWorkingDays) {
      return unclear(`${found}，当地期限由${local.elsewhere}规定，尚未载入。`, ['当地的公开期限'], paths);
    }
    if (count.within) return met(`${found}，在${days}个工作日内。`, paths, steps);
    if (due === undefined) return undecided(seen);
    return due
      ? notMet(`${found}，超过${days}个工作日。`, seen, steps)
      : notApplicable('本决定不在应当公开之列，不受公开期限的限制。', ['publication.required']);
  },
});

function undecided(paths: string[]) {
  return unclear('本决定是否应当公开没有认定。', ['本决定是否应当公开（是否具有一定社会影响）'], paths);
}

function limitOf(
  file: CaseFile,
  profile: Profile,
  made: Day,
): { days: number; local: Profile['disclosure'] | undefined } {
  const value = profileCovers(profile, file) ? profile.disclosure : undefined;
  const local = value && validOn(value, made) ? value : undefined;
  return { days: local?.penaltyWorkingDays ?? OUTER_LIMIT, local };
}
