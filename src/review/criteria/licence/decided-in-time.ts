import { addDays, chineseDay, type Day } from '../../../law/dates.ts';
import { LICENCE_WORKING_DAYS, licenceLaw } from '../../rules/licence-law.ts';
import { type Licence, licenceRule } from '../../rules/licence-rule.ts';
import { type ActContext, type Answer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { lastCountedDay, licenceLimit } from './licence-limit.ts';

/** XK-03 许可决定的期限. */
export const decidedInTime = licenceRule({
  id: 'XK-03',
  criterion: 3,
  question: '是否自受理起二十个工作日内作出许可决定（联合办理四十五个工作日），延长经批准并告知理由？',
  severity: 'major',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    licenceLaw(42, '受理起二十日内决定，经负责人批准可延长十日并告知理由，法律、法规另有规定的除外', {
      paragraph: 1,
      states: ['二十日内', '十日'],
    }),
    licenceLaw(42, '联合办理不超过四十五日，经政府负责人批准可延长十五日并告知理由', {
      paragraph: 2,
      states: ['四十五日', '十五日'],
    }),
    licenceLaw(45, '听证、检验、鉴定等所需时间书面告知的，不计入', { states: ['不计算在', '书面告知'] }),
    LICENCE_WORKING_DAYS,
  ],
  reading:
    '受理当日不计；补正没有依法告知的，自收到申请之日起算；延长在期限届满后批准、没有权限或者没有告知理由的，不计；另行规定的期限只认法律、法规，按工作日计算。',
  notFor: {
    renewal: '延续许可在有效期届满前决定，见 XK-12。',
    withdrawal: '本案是撤销许可，没有申请的办理。',
  },
  judge: (licence, context) => {
    const starts = acceptance(licence, context);
    if ('answer' in starts) return starts;
    const answers = starts.map((start) => judgeFrom(licence, start, context));
    const late = answers.find(({ answer }) => answer !== 'met' && answer !== 'not-applicable');
    if (answers.length === 1 || !late) return answers[0]!;
    // In time from acceptance, late from receipt: it depends on how the supplements were asked for.
    return answers[0]!.answer === 'not-met'
      ? answers[0]!
      : unclear('期限自受理还是自收到申请起算，取决于补正告知，尚不清楚。', ['补正是否依法告知'], late.paths);
  },
});

interface Start {
  day: Day;
  path: string;
  text: string;
}

/** The day from which the period runs: that of acceptance, or of receipt where it counts as accepted on receipt. */
function acceptance({ acceptedOn, receivedOn }: Licence, { answerOf }: ActContext): Start[] | Answer {
  const told = answerOf('XK-02');
  const accepted = acceptedOn && { day: acceptedOn, path: 'licence.acceptedOn', text: '受理' };
  const received = receivedOn && { day: receivedOn, path: 'licence.receivedOn', text: '收到申请，视为受理' };
  const lacking = (fact: string, path: string) => unclear(`${fact}没有载明。`, [fact], [path]);
  if (told === 'not-met') return received ? [received] : lacking('收到申请的日期', 'licence.receivedOn');
  if (!accepted) return lacking('受理日期', 'licence.acceptedOn');
  if (told !== 'unclear') return [accepted];
  return received ? [accepted, received] : lacking('收到申请的日期', 'licence.receivedOn');
}

function judgeFrom(licence: Licence, start: Start, { book, today }: ActContext): Answer {
  const limit = licenceLimit(licence, start.day);
  const other = licence.otherPeriod;
  const level = other && (book.levelOf(other.norm.law) ?? other.norm.level);
  if (other && !level) limit.open.push(`《${other.norm.law}》的规范层级`);
  const statutory = level === 'law' || level === 'administrative-regulation' || level === 'local-regulation';
  // Until its rank is known only what is in time under both periods is in time.
  const unranked = other && !level ? Math.min(other.days, limit.days) : limit.days;
  const days = other && statutory ? other.days : unranked;
  if (other && statutory && licence.extensions?.length) limit.open.push('另行规定的期限能否延长');
  const last = lastCountedDay(start.day, days, limit.excluded);
  const decidedOn = licence.licenceDecision?.date;
  const paths = [
    start.path,
    ...limit.paths,
    ...(other ? ['licence.otherPeriod'] : []),
    'licence.licenceDecision.date',
  ];
  const actual = decidedOn ?? today;
  if (decidedOn && decidedOn < start.day) {
    return unclear('许可决定早于受理。', ['受理和决定日期的先后'], paths);
  }
  if ('unknownYear' in last) {
    // A working day is at least a calendar day.
    if (decidedOn && decidedOn <= addDays(start.day, days)) {
      return met(`${chineseDay(start.day)}${start.text}，${chineseDay(decidedOn)}决定，在期限内。`, paths);
    }
    return unclear(
      `计算期限需要${last.unknownYear}年的工作日安排。`,
      [`${last.unknownYear}年放假调休安排`],
      paths,
    );
  }
  const need = `${chineseDay(start.day)}${start.text}，${days}个工作日至${chineseDay(last.day)}届满`;
  const steps = [need, ...limit.steps];
  if (!decidedOn && actual <= last.day) return notApplicable(`${need}，尚未决定，期限未满。`, paths);
  if (!decidedOn) {
    return { ...unclear(`${need}，何时决定没有载明。`, ['许可决定的日期', ...limit.open], paths), steps };
  }
  const found = `${need}，实际于${chineseDay(decidedOn)}决定`;
  if (decidedOn <= last.day) return met(`${found}，在期限内。`, paths, { steps });
  return limit.open.length > 0
    ? { ...unclear(`${found}；${limit.open.join('、')}没有查清。`, limit.open, paths), steps }
    : notMet(`${found}，超过期限。`, paths, { steps });
}
