import { chineseDay, dayOf } from '../../../law/dates.ts';
import { actRule, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { inspectionDay } from '../../steps/inspection-visits.ts';

/** JC-04 双随机抽取留痕. */
export const randomDraw = actRule({
  id: 'JC-04',
  actions: ['inspection'],
  criterion: 3,
  question: '双随机抽查的，检查对象和执法人员是否随机抽取，并留有随机种子和时间？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'seed',
  basis: [],
  otherBasis: [
    {
      document: '国办发〔2018〕118号（由示范文件转述）',
      gist: '双随机：检查对象、执法人员随机抽取，过程留痕',
    },
    { document: '五份示范文件', gist: '随机抽查事项清单和抽取规则' },
  ],
  reading: '只问双随机抽查；抽取应在检查当日或者以前，留痕指记有随机种子和抽取时间。',
  about: ({ file }) => {
    const trigger = file.inspection?.trigger;
    const path = 'inspection.trigger';
    if (!trigger) return unclear('是否属于双随机抽查没有载明。', ['检查的来由'], [path]);
    if (trigger !== 'double-random') return notApplicable('不是双随机抽查。', [path]);
    return file.inspection?.drawLog ?? unclear('案卷没有随机抽取的记录。', ['随机抽取记录'], [path]);
  },
  decide: ({ drawnAt, seed, objectsDrawn, officersDrawn }, { file }) => {
    const at = 'inspection.drawLog';
    const held = inspectionDay(file);
    const paths = ['objectsDrawn', 'officersDrawn', 'drawnAt', 'seed'].map((key) => `${at}.${key}`);
    if (objectsDrawn === false) return notMet('检查对象应随机抽取，没有随机抽取。', paths);
    if (officersDrawn === false) return notMet('执法人员应随机抽取，没有随机抽取。', paths);
    const missing = [
      ...(objectsDrawn ? [] : ['检查对象是否随机抽取']),
      ...(officersDrawn ? [] : ['执法人员是否随机抽取']),
      ...(drawnAt ? [] : ['抽取时间']),
      ...(seed ? [] : ['随机种子']),
      ...(held ? [] : ['检查日期']),
    ];
    if (!drawnAt || !held || missing.length > 0) {
      return unclear(`随机抽取记录缺少${missing.join('、')}。`, missing, paths);
    }
    const found = `抽取于${chineseDay(dayOf(drawnAt))}，检查于${chineseDay(held.day)}`;
    return dayOf(drawnAt) <= held.day
      ? met(`检查对象和执法人员随机抽取，${found}，留有随机种子。`, [...paths, held.path])
      : notMet(`${found}，应先抽取后检查。`, [...paths, held.path]);
  },
});
