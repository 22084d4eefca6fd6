import { SETTING_LEVELS, type SettingLevel } from '../../../cases/licence.ts';
import { addYears, chineseDay, type Day } from '../../../law/dates.ts';
import { licenceLaw } from '../../rules/licence-law.ts';
import { type Licence, licenceRule } from '../../rules/licence-rule.ts';
import { type ActContext, type Answer, met, notMet, unclear } from '../../rules/rule.ts';

const NATIONAL: SettingLevel[] = ['law', 'administrative-regulation', 'state-council-decision'];
/** What may create permits only where the state has left a gap. */
const LOCAL: SettingLevel[] = ['local-regulation', 'provincial-rule'];

/** XK-01 许可的设定依据. */
export const settingNorm = licenceRule({
  id: 'XK-01',
  criterion: 5,
  question: '许可是否由法律、行政法规、国务院决定、地方性法规或者一年内的省级规章设定？',
  severity: 'block',
  consequence: 'void',
  certainty: 'statute',
  basis: [
    licenceLaw(14, '许可由法律设定，尚无法律的由行政法规设定，必要时由国务院决定设定'),
    licenceLaw(15, '尚无上位法的，地方性法规可设定，省级政府规章可设定一年的临时许可', {
      paragraph: 1,
      states: ['满一年'],
    }),
    licenceLaw(17, '其他规范性文件一律不得设定许可', { states: ['一律不得设定'] }),
  ],
  reading:
    '几项规范中有一项足够即可；地方性法规和省级规章须查明没有超出法定范围；临时许可自规章施行满一年之日仍在期限内，依决定之日计算。',
  judge: (licence, context) => {
    const norms = licence.settingNorms;
    const paths = ['licence.settingNorms'];
    if (!norms) return unclear('设定许可的规范没有载明。', ['设定许可的规范'], paths);
    const decision = licence.licenceDecision;
    if (decision && !decision.draft && !decision.date) {
      return unclear('许可决定的日期没有载明，不知适用哪时的规定。', ['许可决定的日期'], [DATE]);
    }
    const judged = norms.map((norm, index) => one(norm, index, licence, context));
    const enough =
      judged.find(({ answer }) => answer === 'met') ?? judged.find(({ answer }) => answer === 'unclear');
    if (enough) return enough;
    return judged.length > 0 ? judged : notMet('案卷没有引用设定许可的规范。', paths);
  },
});

const DATE = 'licence.licenceDecision.date';

type Norm = NonNullable<Licence['settingNorms']>[number];

/** The library knows the rank of a norm better than the file; of a government rule only the file knows whose it is. */
function levelOf({ law, settingLevel }: Norm, { book }: ActContext): SettingLevel | undefined {
  const known = book.levelOf(law);
  if (!known) return settingLevel;
  if (known === 'government-rule') {
    return settingLevel === 'provincial-rule' || settingLevel === 'city-rule' ? settingLevel : undefined;
  }
  if (settingLevel === 'state-council-decision' && known === 'normative-document') return settingLevel;
  return known === 'judicial-interpretation' ? 'normative-document' : known;
}

function one(norm: Norm, index: number, licence: Licence, context: ActContext): Answer {
  const place = `licence.settingNorms.${index}`;
  const level = levelOf(norm, context);
  const fromFile = !level || context.book.levelOf(norm.law) !== level;
  const paths = [`${place}.law`, ...(fromFile ? [`${place}.settingLevel`] : []), DATE];
  if (!level) return unclear(`《${norm.law}》的层级没有查明。`, [`《${norm.law}》的规范层级`], paths);
  const name = `《${norm.law}》（${SETTING_LEVELS[level]}）`;
  if (NATIONAL.includes(level)) return met(`许可由${name}设定。`, paths);
  if (!LOCAL.includes(level)) return notMet(`${name}不得设定许可。`, paths);
  const seen = [...paths, `${place}.withinLimits`];
  if (norm.withinLimits === false) return notMet(`${name}设定许可超出法定范围。`, seen);
  const timed =
    level === 'provincial-rule'
      ? withinYear(norm, place, licence.licenceDecision?.date ?? context.today)
      : undefined;
  if (timed && timed.answer !== 'met') return timed;
  return norm.withinLimits
    ? met(`许可由${name}设定，没有超出法定范围。`, [...seen, ...(timed?.paths ?? [])])
    : unclear(`${name}的设定是否未超出法定范围没有查明。`, ['设定是否未超出法定范围'], seen);
}

function withinYear({ inForceFrom, law }: Norm, place: string, day: Day): Answer {
  const paths = [`${place}.inForceFrom`, DATE];
  if (!inForceFrom) return unclear(`《${law}》何时施行没有载明。`, [`《${law}》的施行日期`], paths);
  const last = addYears(inForceFrom, 1);
  const found = `《${law}》自${chineseDay(inForceFrom)}施行，临时许可至${chineseDay(last)}`;
  return day <= last ? met(`${found}。`, paths) : notMet(`${found}，${chineseDay(day)}已满一年。`, paths);
}
