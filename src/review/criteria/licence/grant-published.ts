import type { Profile } from '../../../corpus/profile.ts';
import { validOn } from '../../../corpus/valid-on.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { licenceLaw } from '../../rules/licence-law.ts';
import { grantedOn, licenceRule } from '../../rules/licence-rule.ts';
import { type ActView, isAnswer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { profileCovers } from '../../steps/agency-names.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';

/** The outer limit of 政府信息公开条例 26, where no local period is known. */
const OUTER_LIMIT = 20;

/** XK-13 准予许可的决定公开. */
export const grantPublished = licenceRule({
  id: 'XK-13',
  criterion: 3,
  question: '准予许可的决定是否在规定的工作日内公开？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'seed',
  basis: [
    licenceLaw(40, '准予许可的决定要公开，公众可以查阅', { states: ['予以公开'] }),
    {
      law: '中华人民共和国政府信息公开条例',
      article: '26',
      gist: '主动公开的信息形成或者变更之日起20个工作日内公开，法律、法规另有规定的除外',
      from: '2019-05-15',
      states: ['20个工作日'],
    },
  ],
  otherBasis: [
    { document: '地区方案', gist: '许可决定的公开期限' },
    { document: '示范文件：行政执法事后公开', gist: '许可、处罚七个工作日' },
  ],
  reading:
    '期限以地区方案为准；方案没有天数的，以政府信息公开条例的20个工作日为限。决定当日不计；涉及国家秘密、商业秘密、个人隐私依法不公开的除外。',
  judge: (licence, { file, profile, today }) => {
    const { publication } = file;
    if (publication?.required === false || publication?.withheldReason) {
      return notApplicable('许可决定依法不公开。', ['publication.required', 'publication.withheldReason']);
    }
    const granted = grantedOn(licence);
    if (isAnswer(granted)) return granted;
    const days = daysOf(file, profile, granted);
    const { publishedOn } = licence;
    const paths = ['licence.licenceDecision.date', 'licence.publishedOn'];
    const count = withinWorkingDays(granted, days.due, publishedOn ?? today, paths);
    if (isAnswer(count)) return count;
    const { steps } = count;
    const need = `决定于${chineseDay(granted)}作出，最迟应于${count.last}公开`;
    if (!publishedOn) {
      return count.within
        ? notApplicable(`${need}，期限未满。`, paths)
        : { ...unclear(`${need}，是否公开没有载明。`, ['许可决定的公开日'], paths), steps };
    }
    const found = `${need}，实际于${chineseDay(publishedOn)}公开`;
    if (publishedOn < granted) {
      return unclear(`${found}，早于决定，日期有误。`, ['决定日期和公开日期'], paths);
    }
    if (!count.within) return notMet(`${found}，超过${days.due}个工作日。`, paths, { steps });
    return days.elsewhere
      ? unclear(`${found}，当地期限由${days.elsewhere}规定，尚未载入。`, ['当地的公开期限'], paths)
      : met(`${found}，在${days.due}个工作日内。`, paths, { steps });
  },
});

function daysOf(
  file: ActView,
  profile: Profile,
  granted: Day,
): { due: number; elsewhere?: string | undefined } {
  const value = profileCovers(profile, file) ? profile.disclosure : undefined;
  const local = value && validOn(value, granted) ? value : undefined;
  const due = local?.permitWorkingDays;
  return due ? { due } : { due: OUTER_LIMIT, elsewhere: local?.elsewhere };
}
