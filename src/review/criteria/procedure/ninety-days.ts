import type { CaseFile } from '../../../cases/case-file.ts';
import { type HandlingLimit, handlingLimit } from '../../../cases/handling-limit.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { citationText } from '../../../law/citation.ts';
import { addDays, chineseDay, type Day, daysBetween } from '../../../law/dates.ts';
import { penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { profileCovers } from '../../steps/agency-names.ts';
import { decisionDay } from '../../steps/decision-day.ts';
import { dossierLacks } from '../../steps/dossier-lacks.ts';
import { onlyByRolling } from '../../steps/only-by-rolling.ts';

const LIMIT = 90;
const EXTENDED = /延长|延期|中止|不计入|扣除|公告送达|送检|检验|检测|鉴定|听证笔录/;

/** C3-02 立案之日起九十日内作出决定. */
export const ninetyDays = rule({
  id: 'C3-02',
  criterion: 3,
  question: '是否自立案之日起九十日内作出决定？',
  severity: 'major',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    penaltyLaw(60, '自立案起九十日内作出决定，法律、法规、规章另有规定的除外', { states: ['九十日内'] }),
    {
      law: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
      article: '96',
      gist: '处理期限轻微超过且不损害重要程序权利的，属程序轻微违法',
      from: REVISED_ON,
    },
  ],
  reading:
    '立案当日不计，第九十日计入，末日逢节假日不顺延；没有地区方案载明的规范，不延长也不扣除，写明所据的规章而决定在延长、扣除后的期限内的，或者没有载明所据规定的，由人核对；案卷已经成卷而没有任何延长、不计入的材料的，视为没有。2021年7月15日前立案、之后决定的，九十日自立案起算已超而自施行日起算未超的，不作结论。',
  about: ({ file }) => {
    if (file.procedure === 'summary') return notApplicable('简易程序当场决定，不计办案期限。', ['procedure']);
    return (
      file.filing?.approvedOn ?? unclear('计算九十日需要立案日期，案卷未载明。', ['立案日期'], ['filing'])
    );
  },
  decide: (filedOn, { file, profile, today }) => {
    const limit = lastDay(filedOn, file, profile);
    const paths = ['filing.approvedOn', ...limit.paths];
    const need = `${chineseDay(filedOn)}立案，最迟应于${chineseDay(limit.day)}作出决定`;
    const made = decisionDay(file);
    const steps = limit.steps;
    if (isAnswer(made)) {
      if (made.answer === 'unclear') return made;
      if (today <= limit.day) return notApplicable(`${need}，尚未作出决定，期限未满。`, paths);
      return limit.open.length > 0
        ? { ...unclear(`${need}，尚未作出决定；延长或者扣除的情况没有查清。`, limit.open, paths), steps }
        : notMet(`${need}，至${chineseDay(today)}尚未作出决定。`, paths, { steps });
    }
    const seen = [...paths, 'decision.date'];
    const found = `${need}，实际于${chineseDay(made)}作出`;
    if (made < filedOn) {
      return unclear(
        `${chineseDay(filedOn)}立案，决定却于${chineseDay(made)}作出，日期有误。`,
        ['立案日期和决定日期的先后'],
        seen,
      );
    }
    if (made <= limit.day) return met(`${found}，在期限内。`, seen, { steps });
    if (limit.open.length > 0) {
      return { ...unclear(`${found}；延长或者扣除的情况没有查清。`, limit.open, seen), steps };
    }
    const claimed = profile.handling ? undefined : claimedTime(file, filedOn);
    if (claimed && made <= claimed.until) {
      return {
        ...unclear(
          `${found}；${claimed.words}。`,
          ['延长或者扣除办案期限所据的规定'],
          [...seen, ...claimed.paths],
        ),
        steps,
      };
    }
    if (filedOn < REVISED_ON && made <= addDays(REVISED_ON, LIMIT)) {
      return {
        ...unclear(`${found}；案件在九十日的规定施行前立案。`, ['九十日对施行前立案案件的适用'], seen),
        steps,
      };
    }
    if (onlyByRolling(limit.day, made)) {
      return {
        ...unclear(
          `${found}；末日为休息日，只有顺延才在期限内，而办案期限没有顺延的规定。`,
          ['末日逢休息日能否顺延'],
          seen,
        ),
        steps,
      };
    }
    return notMet(`${found}，超过${daysBetween(limit.day, made)}日。`, seen, { steps });
  },
});

/** No rule, by its noted level or its name: the penalty law itself gives no more time, nor does an agency's own paper. */
const NO_RULE = /行政处罚法$|(?:规程|方案|通知|意见|纪要|指引|批复|函)$/;
const LENGTHENED =
  /(?:办案|办理|案件|调查|处理|审理)[^。；;\n]{0,10}期限?[^。；;\n]{0,10}(?:延长|延期|展期)|(?:延长|延期)[^。；;\n]{0,14}(?:办案|办理|案件|调查|结案|处理|审理|作出[^。；;\n]{0,6}决定)/;
const GRANTED = /同意|批准|准予|准许|决定延长|经[^。；;\n]{0,12}延长/;
const NOT_GRANTED =
  /(?:没有|未|无|并未|不)(?:经|办理|申请|报请|报|履行|进行|取得|获得|依法|予)?[^。；;\n]{0,6}(?:延长|延期|批准|同意|准[予许])/;

/**
 * Until when the time would run by extensions and periods left out that the file claims, where no norm of the place is
 * known (市场监督管理行政处罚程序规定 64): the law leaves more time to rules, and whether the one that the agency went by
 * gives it, or which that was, nobody here knows. `undefined` where nothing of the kind is claimed.
 */
function claimedTime(
  file: CaseFile,
  filedOn: Day,
): { until: Day; words: string; paths: string[] } | undefined {
  const { timeLimit } = file;
  if (!timeLimit) {
    const path = extensionTold(file);
    return path
      ? { until: OPEN, words: '材料写有经批准延长办案期限，案卷没有录入', paths: [path] }
      : undefined;
  }
  const ofRule = ({ basis }: { basis?: NonNullable<typeof timeLimit.extensions>[number]['basis'] }) =>
    !basis || ((basis.level ? NORMS.includes(basis.level) : true) && !NO_RULE.test(basis.law));
  const extensions = timeLimit.extensions?.filter(ofRule) ?? [];
  const excluded = timeLimit.excluded?.filter(ofRule) ?? [];
  if (extensions.length + excluded.length === 0) return undefined;
  const bases = [...extensions, ...excluded].flatMap(({ basis }) => (basis ? [citationText(basis)] : []));
  const norm = bases.length > 0 ? [...new Set(bases)].join('、') : '没有载明的规定';
  const { end } = handlingLimit({ ...file, timeLimit: { extensions, excluded } }, filedOn, {
    norm,
    extensionDays: extensions.reduce((sum, { days }) => sum + days, 0),
    excluded: excluded.map(({ kind }) => kind),
  });
  return {
    until: end.known ? end.last : end.nearest,
    words: `已按${norm}延长或者扣除，所据规范没有载入地区方案`,
    paths: ['timeLimit'],
  };
}

const NORMS = ['law', 'administrative-regulation', 'local-regulation', 'department-rule', 'government-rule'];
const OPEN: Day = '9999-12-31';

/** A paper that tells of an extension somebody granted, which nobody entered. */
function extensionTold({ papers = [] }: CaseFile): string | undefined {
  const index = papers.findIndex(({ title, text = '' }) => {
    const own = LENGTHENED.test(title);
    return text
      .split(/[。\n]/)
      .some((one) => (own || LENGTHENED.test(one)) && GRANTED.test(one) && !NOT_GRANTED.test(one));
  });
  return index < 0 ? undefined : `papers.${index}.text`;
}

interface Limit extends Omit<HandlingLimit, 'end'> {
  day: Day;
  steps: string[];
}

function lastDay(filedOn: Day, file: CaseFile, profile: Profile): Limit {
  // Another place's norms say nothing about this agency's time.
  const foreign = profile.handling !== undefined && profileCovers(profile, file) === false;
  const { end, paths, open } = handlingLimit(file, filedOn, foreign ? undefined : profile.handling);
  const day = end.known ? end.last : end.nearest;
  // In a finished dossier an extension has its paper, and what is not counted has left its trace, whatever the place.
  const traced = file.hearing?.held || file.evidence?.some(({ kind }) => kind === 'expert');
  const settled = !file.timeLimit && !traced && dossierLacks(file, profile, [], EXTENDED);
  return {
    day,
    steps: end.steps,
    paths,
    open: settled ? [] : foreign ? [...open, '当地关于办案期限延长和不计入的规定'] : open,
  };
}
