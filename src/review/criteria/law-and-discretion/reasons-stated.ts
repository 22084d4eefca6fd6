import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { ordinaryDecision } from '../../steps/penalty-decision.ts';
import { wholeDecisionText } from '../../steps/whole-decision-text.ts';
import { circumstanceNamed } from './circumstance-named.ts';

const PATHS = ['decision.discretionReasons', 'decision.tier', 'decision.grade', 'decision.benchmark'];
/** Words with which a decision weighs anything at all. */
const WEIGHED =
  /裁量|基准|情节|从轻|减轻|从重|阶次|档次|等次|后果|危害|初次|首次(?:违法|被|实施)|改正|配合|(?<!超)过罚|鉴于|考虑|酌情|轻微|屡次|多次(?:违法|实施)|主动(?:消除|退|召回|整改|停止|赔|供述)|(?<!原)因(?!此|而|未)[^，,。；\n]{3,40}[，,](?:现|本[局机]关?|对[^，,。；\n]{1,20})?(?:决定|处以?|给予|罚款)|(?<!原)因(?!此|而|未)[^，,。；\n违]{3,40}[，,](?:现|本[局机]关?)?(?:依据|根据|依照|按照)|(?:人数|人员|数量|数额|金额|面积|时间|次数)(?:较|众|不|偏)(?:多|大|小|少|长|短)|持续(?:时间)?(?:近|达|长达|不足)/;
/** Orders to correct and surcharges weigh nothing. */
const ORDERED =
  /(?:责令|要求|督促)[^，。；\n]{0,12}(?:改正|整改)|(?:限期|逾期(?:不|未)?|拒不)改正|改正(?:通知书|指令书|违法行为通知|期限)|配合(?:销售|经营)|危害(?:公共安全|人体健康|食品安全)|《[^》裁]*》/g;
/** What the law fixes leaves nothing to weigh. */
const FIXED = ['confiscate-gains', 'confiscate-goods'];

export const reasonsStated = rule({
  id: 'C5-24',
  criterion: 5,
  question: '决定书是否写明裁量的情节、阶次、基准和理由？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [
    penaltyLaw('44', '决定前告知拟处罚的内容和事实、理由、依据。', { states: ['理由'] }),
    penaltyLaw('5', '处罚要与事实、性质、情节和社会危害程度相当。', { paragraph: 2 }),
    formerPenaltyLaw('31', '决定前告知处罚的事实、理由和依据。'),
    formerPenaltyLaw('4', '处罚要与事实、性质、情节和社会危害程度相当。', { paragraph: 2 }),
  ],
  otherBasis: [
    { document: '国办发〔2022〕27号（文本待确认）', gist: '裁量的理由应当说明。' },
    { document: '市场监管总局规范裁量权的意见第二十条（待当地确认）', gist: '决定书说明裁量理由。' },
  ],
  reading:
    '法律要求告知时说明理由，写进决定书是惯例，待当地确认。只写根据情节、综合考虑而没有一项具体情节的，不符合；写“因……，决定罚款”的，理由够不够由人核对；写了具体情节而缺阶次或者基准的，由人核对。没有适用的裁量基准的，写明等次即可；只有没收的，没有可裁量的内容。',
  about: ({ file }) => {
    const decision = ordinaryDecision(file);
    if (isAnswer(decision)) return decision;
    const { penalties } = decision;
    return penalties?.length && penalties.every(({ type }) => FIXED.includes(type))
      ? notApplicable('只有没收，没有可以裁量的内容。', ['decision.penalties'])
      : decision;
  },
  decide: ({ discretionReasons: reasons, tier, grade, benchmark }, { answerOf, file }) => {
    const whole = wholeDecisionText(file);
    if (!reasons && whole && !WEIGHED.test(whole.text.replaceAll(ORDERED, ''))) {
      return notMet('决定书通篇没有写裁量的情节、阶次、基准和理由。', [...PATHS, whole.path]);
    }
    if (!reasons) return unclear('决定书的裁量理由没有载明。', ['决定书的裁量理由'], PATHS);
    const named = circumstanceNamed(reasons);
    if (named === false) {
      return notMet(`裁量理由应写明具体情节，决定书只写“${excerpt(reasons)}”。`, PATHS);
    }
    if (named === undefined) {
      return unclear(
        `裁量理由“${excerpt(reasons)}”有没有写明具体情节，需要人判断。`,
        ['裁量所依据的具体情节'],
        PATHS,
      );
    }
    const tierNamed =
      tier || grade || /从轻|减轻|从重|一般(?:阶次|处罚|情节|档)|阶次|档次|裁量等级/.test(reasons);
    // Where no benchmark fits the case there is none to name.
    const benchmarkNamed = benchmark || /基准/.test(reasons) || answerOf('C5-17') === 'not-applicable';
    const missing = [
      ...(tierNamed ? [] : ['决定书适用的裁量阶次']),
      ...(benchmarkNamed ? [] : ['决定书引用的裁量基准']),
    ];
    return missing.length > 0
      ? unclear(`裁量理由写明了情节，没有载明${missing.join('、')}。`, missing, PATHS)
      : met('决定书写明了裁量的情节、阶次和基准。', PATHS);
  },
});

function excerpt(reasons: string): string {
  const text = reasons.replace(/。$/, '');
  return text.length > 40 ? `${text.slice(0, 40)}……` : text;
}
