import type { CaseFile } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
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
import { withinWorkingDays } from '../../steps/within-working-days.ts';

type Publication = NonNullable<CaseFile['publication']>;

interface Start {
  key: 'ruledOn' | 'receivedOn';
  name: string;
  day?: Day | undefined;
}

const KINDS = { changed: '变更', revoked: '撤销', unlawful: '确认违法', void: '确认无效' };

/** C3-40 被变更、撤销的公开决定三个工作日内撤回. */
export const withdrawnInTime = rule({
  id: 'C3-40',
  criterion: 3,
  question: '公开的决定被变更、撤销、确认违法或者无效的，是否在三个工作日内撤回并公开说明理由？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(48, '公开的决定被变更、撤销、确认违法或者无效的，三日内撤回并公开说明理由。', {
      paragraph: 2,
      states: ['三日内', '说明理由'],
    }),
    penaltyLaw(85, '本法所称三日按工作日计算，法定节假日不算。', { states: ['“三日”', '工作日'] }),
  ],
  reading: '从裁判、决定作出之日还是收到之日起算，依地区方案；方案没有规定的，从作出之日起算。起算当日不计。',
  lawOf: ({ file }) => file.publication?.annulled?.ruledOn ?? file.publication?.annulled?.receivedOn,
  about: ({ file }) => {
    const { publication, performance } = file;
    if (!publication?.annulled) {
      return notApplicable('案卷没有公开的决定被变更、撤销、确认违法或者无效的记载。');
    }
    if (performance?.publishedOn || publication.text || publication.withdrawnOn) return publication;
    return publication.required === false
      ? notApplicable('本决定没有公开。', ['publication.required'])
      : unclear('本决定有没有公开没有载明。', ['公开日期'], ['performance.publishedOn']);
  },
  decide: (publication, { file, profile, today }) => {
    const start = startOf(publication, profileCovers(profile, file) ? profile.disclosure : undefined);
    const answers = [timing(publication, start, today), reasons(publication)];
    const [first] = answers;
    return first!.answer === 'not-applicable' ? first! : combine(answers, first!);
  },
});

function startOf({ annulled }: Publication, local: Profile['disclosure'] | undefined): Start {
  return local?.withdrawalFrom === 'receipt'
    ? { key: 'receivedOn', name: '收到日', day: annulled?.receivedOn }
    : { key: 'ruledOn', name: '作出日', day: annulled?.ruledOn };
}

function timing({ annulled, withdrawnOn }: Publication, { key, name, day }: Start, today: Day): Answer {
  const what = KINDS[annulled!.kind];
  const paths = [`publication.annulled.${key}`, 'publication.withdrawnOn'];
  if (!day) {
    return unclear(`决定已被${what}，裁判或者决定的${name}没有载明。`, [`${what}决定的${name}`], paths);
  }
  const count = withinWorkingDays(day, 3, withdrawnOn ?? today, paths);
  if (isAnswer(count)) return count;
  const found = `决定被${what}，自${chineseDay(day)}起算，应于${count.last}前撤回`;
  if (!withdrawnOn) {
    return count.within
      ? notApplicable(`${found}，期限尚未届满。`, paths)
      : unclear(`${found}，没有载明撤回日期。`, ['撤回日期'], paths);
  }
  const steps = { steps: count.steps };
  const done = `${found}，实际于${chineseDay(withdrawnOn)}撤回`;
  return count.within
    ? met(`${done}，在三个工作日内。`, paths, steps)
    : notMet(`${done}，超过三个工作日。`, paths, steps);
}

function reasons({ withdrawalReasons }: Publication): Answer {
  const paths = ['publication.withdrawalReasons'];
  if (withdrawalReasons === undefined) {
    return unclear('撤回时有没有公开说明理由没有载明。', ['撤回理由的公开说明'], paths);
  }
  return withdrawalReasons ? met('撤回时公开说明了理由。', paths) : notMet('撤回时没有公开说明理由。', paths);
}
