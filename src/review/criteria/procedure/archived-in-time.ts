import { validOn } from '../../../corpus/valid-on.ts';
import { addDays, chineseDay } from '../../../law/dates.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { foreignProfile } from '../../screening/foreign-profile.ts';

/** C3-38 终结后按时成卷归档. */
export const archivedInTime = rule({
  id: 'C3-38',
  criterion: 3,
  question: '执法行为终结后，案卷是否在规定期限内成卷归档？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'seed',
  basis: [
    {
      law: '中华人民共和国档案法',
      article: '14',
      paragraph: 1,
      gist: '应归档的材料要定期移交，谁都不能拒绝归档或者留在自己手里。',
      from: '2021-01-01',
      states: ['不得拒绝归档或者据为己有'],
    },
  ],
  otherBasis: [
    { document: '地区方案', gist: '归档的期限。' },
    { document: '示范文件：执法案卷的管理', gist: '执法行为终结后30日内成卷归档。' },
  ],
  reading: '终结以结案日为准；按自然日计，结案当日不计，最后一日遇假日不顺延。',
  lawOf: ({ file }) => file.performance?.closedOn,
  about: (context) => {
    const { file, profile } = context;
    const { closedOn, archivedOn } = file.performance ?? {};
    if (!closedOn) {
      const closed = archivedOn || file.papers?.some(({ kind }) => kind === 'closure-approval');
      return closed
        ? unclear('案卷已经结案，没有载明结案日期。', ['结案日期'], ['performance.closedOn'])
        : notApplicable('案件尚未结案，归档期限没有起算。', ['performance.closedOn']);
    }
    const foreign = foreignProfile(context);
    if (foreign) return foreign;
    const { archiving } = profile;
    if (!archiving?.days || !validOn(archiving, closedOn)) {
      return notApplicable('地区方案没有规定归档的期限。');
    }
    return { closedOn, archivedOn, days: archiving.days };
  },
  decide: ({ closedOn, archivedOn, days }, { today }) => {
    const last = addDays(closedOn, days);
    const paths = ['performance.closedOn', 'performance.archivedOn'];
    const steps = [`${chineseDay(closedOn)}结案（当日不计），第${days}日为${chineseDay(last)}`];
    if (!archivedOn) {
      return today <= last
        ? notApplicable(`归档期限至${chineseDay(last)}，尚未届满。`, paths)
        : unclear(`案卷应于${chineseDay(last)}前归档，没有载明归档日期。`, ['归档日期'], paths);
    }
    const found = `${chineseDay(closedOn)}结案，应于${chineseDay(last)}前归档，实际于${chineseDay(archivedOn)}归档`;
    if (archivedOn < closedOn) {
      return unclear(`${found}，早于结案，日期有误。`, ['结案日期和归档日期'], paths);
    }
    return archivedOn <= last
      ? met(`${found}，在${days}日内。`, paths, { steps })
      : notMet(`${found}，超过${days}日。`, paths, { steps });
  },
});
