import { yuan } from '../../../law/money.ts';
import { fineSum } from '../../benchmark/fine-span.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
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
import { judgedPenalties } from '../../steps/judged-penalties.ts';
import { type Decision, decisionText, penaltyDecision } from '../../steps/penalty-decision.ts';

/** The days for payment (行政处罚法 67(3)). */
const DAYS = 15;
const AT = 'decision.performance';

interface Part {
  name: string;
  path: string;
  /** `undefined`: nobody looked. */
  stated: boolean | undefined;
  /** Words without which the whole text cannot have stated it. */
  words: RegExp;
}

export const paymentTold = rule({
  id: 'C7-20',
  criterion: 7,
  question: '决定书是否告知收款机构和缴款方式、金额、十五日的期限以及逾期是否加处罚款？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(67, '收到决定书之日起十五日内到指定银行或者通过电子支付缴纳。', {
      paragraph: 3,
      states: ['十五日内', '指定的银行', '电子支付'],
    }),
    penaltyLaw(72, '到期不缴的每日加处百分之三，不超过罚款数额。', {
      paragraph: 1,
      item: 1,
      states: ['百分之三'],
    }),
    {
      law: '罚款决定与罚款收缴分离实施办法',
      article: '7',
      paragraph: 1,
      gist: '决定书载明代收机构的名称、地址、数额、期限，并明确逾期是否加处罚款。',
      from: '1998-01-01',
      states: ['代收机构的名称、地址', '是否加处罚款'],
    },
    formerPenaltyLaw(46, '收到决定书之日起十五日内到指定银行缴纳。', { paragraph: 3, states: ['十五日内'] }),
    formerPenaltyLaw(51, '到期不缴的每日加处百分之三。', { states: ['百分之三'] }),
  ],
  reading:
    '十五日按自然日计；写明长于或者短于十五日的，都与法定期限不符。当场收缴的不必告知缴款方式。案卷没有摘出，而决定书全文又没有相关字样的，认定没有告知。写明到某一支行、网点缴纳的，视为告知了缴款地点。',
  about: ({ file }) => {
    const decision = penaltyDecision(file);
    if (isAnswer(decision)) return decision;
    const judged = judgedPenalties(file);
    if (isAnswer(judged)) return judged;
    const fine = fineSum(judged);
    if (fine === undefined) return notApplicable('决定没有罚款。', [judged.path]);
    if (file.performance?.onTheSpot?.collected) {
      return notApplicable('罚款已经当场收缴。', ['performance.onTheSpot.collected']);
    }
    return { decision, fine };
  },
  decide: ({ decision, fine }, { file }) => {
    const text = decisionText(file);
    const amount = isAnswer(fine) ? fine : met(`决定书写明罚款${yuan(fine)}。`, ['decision.penalties']);
    const answers = [
      amount,
      period(decision, text),
      ...partsOf(decision).map((part) => told(part, text)),
      ...rate(text),
    ];
    return combine(answers, answers[0]!);
  },
});

/** 示例银行城北支行 is a place as well as a name. */
const RATE =
  /每[日天](?:按|以|加处)?[^，。；\n]{0,16}?(?:百分之(?<words>[零一二三四五六七八九十点]+)|(?<figure>\d+(?:\.\d+)?)\s*(?<sign>[%％‰])|(?:千分之|万分之)(?<less>[零一二三四五六七八九十]+))[^，。；\n]{0,10}(?:加处|罚款|滞纳金)/;

const BRANCH = /(?:支行|分行|分社|营业部|营业厅|分理处|储蓄所|网点)(?:营业部|营业厅)?$/;

function partsOf({ performance }: Decision): Part[] {
  return [
    {
      name: '收款机构',
      path: `${AT}.collectingBody`,
      stated: performance?.collectingBody ? true : undefined,
      words: /银行|代收|收款|支付|缴/,
    },
    {
      name: '缴款地点、账户或者电子方式',
      path: performance?.collectingAddress ? `${AT}.collectingAddress` : `${AT}.collectingBody`,
      stated:
        performance?.collectingAddress || BRANCH.test(performance?.collectingBody ?? '') ? true : undefined,
      words: /银行|信用社|农信|国库|财政|网点|账户|账号|地址|电子|扫码|二维码|支付|缴款/,
    },
    {
      name: '逾期是否加处罚款',
      path: `${AT}.lateFineStated`,
      stated: performance?.lateFineStated,
      words: /加处/,
    },
  ];
}

function told({ name, path, stated, words }: Part, text: string | undefined): Answer {
  if (stated) return met(`决定书告知了${name}。`, [path]);
  const absent = stated === false || (text !== undefined && !words.test(text));
  return absent
    ? notMet(`决定书应告知${name}，没有告知。`, [path, 'decision.paper'])
    : unclear(`决定书有没有告知${name}没有载明。`, [`决定书告知的${name}`], [path]);
}

function period({ performance }: Decision, text: string | undefined): Answer {
  const paths = [`${AT}.days`];
  const days = performance?.days;
  if (days === DAYS) return met('决定书告知十五日内缴纳。', paths);
  if (days !== undefined) return notMet(`缴款期限应为十五日，决定书写${days}日。`, paths);
  return text !== undefined && !/十五|15|缴/.test(text)
    ? notMet('决定书应告知十五日的缴款期限，没有告知。', [...paths, 'decision.paper'])
    : unclear('决定书告知的缴款期限没有载明。', ['决定书告知的缴款期限'], paths);
}

/** 行政处罚法 72(1)(1): three per cent a day. */
function rate(text: string | undefined): Answer[] {
  const { words, figure, sign, less } = RATE.exec(text ?? '')?.groups ?? {};
  if (!words && !figure && !less) return [];
  const right = less === undefined && (words === '三' || (Number(figure) === 3 && sign !== '‰'));
  return right
    ? []
    : [
        notMet(
          `逾期每日加处罚款应为百分之三，决定书写“${words ? `百分之${words}` : figure ? figure + (sign ?? '') : `千分之${less}`}”。`,
          ['decision.paper', `${AT}.lateFineStated`],
        ),
      ];
}
