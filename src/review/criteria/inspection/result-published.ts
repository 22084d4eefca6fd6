import { chineseDay } from '../../../law/dates.ts';
import { actRule, isAnswer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';

/** JC-06 检查结果二十个工作日内公开. */
export const resultPublished = actRule({
  id: 'JC-06',
  actions: ['inspection'],
  criterion: 3,
  question: '检查结果是否自形成之日起二十个工作日内公开？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'seed',
  basis: [
    {
      law: '中华人民共和国政府信息公开条例',
      article: '26',
      gist: '主动公开的信息自形成之日起二十个工作日内公开，法律、法规另有规定的除外',
      from: '2019-05-15',
      states: ['20个工作日'],
    },
  ],
  otherBasis: [
    { document: '三份示范文件', gist: '检查结果二十个工作日内公开' },
    { document: '广东省行政执法公示办法（2021）第二十一条', gist: '执法结果二十个工作日内公开' },
  ],
  reading: '形成当日不计；法律、法规另有期限的由人说明。',
  lawOf: ({ file }) => file.inspection?.resultOn,
  about: ({ file }) => {
    const { publication } = file;
    if (publication?.required === false || publication?.withheldReason) {
      return notApplicable('检查结果依法不公开。', ['publication.required', 'publication.withheldReason']);
    }
    const on = file.inspection?.resultOn;
    return on ? { on } : unclear('检查结果形成之日没有载明。', ['检查结果形成日'], ['inspection.resultOn']);
  },
  decide: ({ on }, { file, today }) => {
    const published = file.inspection?.publishedOn;
    const paths = ['inspection.resultOn', 'inspection.publishedOn'];
    const count = withinWorkingDays(on, 20, published ?? today, paths);
    if (isAnswer(count)) return count;
    const due = `检查结果形成于${chineseDay(on)}，最迟应于${count.last}公开`;
    const { steps } = count;
    if (!published) {
      return count.within
        ? notApplicable(`${due}，期限未满。`, ['inspection.resultOn'])
        : { ...unclear(`${due}，是否公开没有载明。`, ['检查结果公开日'], paths), steps };
    }
    const found = `${due}，实际于${chineseDay(published)}公开`;
    return count.within
      ? met(`${found}，在期限内。`, paths, { steps })
      : notMet(`${found}，超过二十个工作日。`, paths, { steps });
  },
});
