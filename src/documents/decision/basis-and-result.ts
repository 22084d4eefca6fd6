import type { CaseFile } from '../../cases/case-file.ts';
import { amountInCapitals } from '../../law/amount-in-words.ts';
import { citationText } from '../../law/citation.ts';
import { chineseDay } from '../../law/dates.ts';
import { fen, yuanText } from '../../law/money.ts';
import { PENALTY_TYPES } from '../../law/penalties.ts';
import { gap, type Paragraph, paragraph, type Sentence, say } from '../draft.ts';

type Penalties = NonNullable<CaseFile['proposal']>['penalties'];

/** The penalties that people entered: the decision's, else the proposal's. The program never chooses an amount. */
export function penaltiesOf(file: CaseFile): { list: Penalties; path: string } {
  if (file.decision?.penalties) return { list: file.decision.penalties, path: 'decision.penalties' };
  return { list: file.proposal?.penalties ?? [], path: 'proposal.penalties' };
}

/** 处罚依据 and 决定: each penalty with its amount in figures and capitals. */
export function basisAndResult(file: CaseFile): Paragraph[] {
  const { list, path } = penaltiesOf(file);
  const basis = basisText(file);
  const opening = say(
    `依据${basis.text}的规定，本机关决定对当事人作出如下行政处罚：`,
    basis.facts,
    basis.rules,
  );
  const items = list.map((penalty, index) =>
    paragraph(
      'item',
      say(`${index + 1}. ${penaltyText(penalty)}${index === list.length - 1 ? '。' : '；'}`, [
        `${path}.${index}`,
      ]),
    ),
  );
  return [
    ...correction(file),
    paragraph('body', opening, list.length === 0 ? say(gap('处罚种类和金额')) : undefined),
    ...items,
  ];
}

/** 不予行政处罚: the result without a penalty; the ground is what people entered as reasons. */
export function noPenaltyResult(file: CaseFile): Paragraph[] {
  const basis = basisText(file);
  return [
    ...correction(file),
    paragraph(
      'body',
      say(`依据${basis.text}的规定，本机关决定对当事人不予行政处罚。`, basis.facts, basis.rules),
    ),
  ];
}

function basisText(file: CaseFile) {
  const punishing = file.provisions?.punishing ?? [];
  const rules = punishing.map((entry) => citationText(entry));
  return {
    text: rules.length > 0 ? rules.join('、') : gap('处罚依据的条款'),
    facts: punishing.length > 0 ? ['provisions.punishing'] : [],
    rules,
  };
}

function correction(file: CaseFile): Paragraph[] {
  const order = file.correctionOrder;
  if (!order?.inDecision) return [];
  const until = order.until ? `于${chineseDay(order.until)}前` : '立即';
  const sentence: Sentence = say(`责令当事人${until}改正上述违法行为。`, [
    'correctionOrder.inDecision',
    ...(order.until ? ['correctionOrder.until'] : []),
  ]);
  return [paragraph('body', sentence)];
}

/** `罚款人民币捌仟元整（8000元）`; words that people wrote stand as they are, with the amount behind them. */
export function penaltyText(penalty: Penalties[number]): string {
  const name = PENALTY_TYPES[penalty.type];
  const money = ['fine', 'confiscate-gains', 'confiscate-goods'].includes(penalty.type);
  if (!money)
    return penalty.text?.replace(/。$/, '') ?? (penalty.type === 'other' ? gap('其他处罚的内容') : name);
  const amount = penalty.amount === undefined ? undefined : moneyText(penalty.amount);
  if (penalty.type === 'confiscate-goods') {
    return `${penalty.text?.replace(/。$/, '') ?? `${name}：${gap('没收物品的名称和数量')}`}${amount ? `，价值${amount}` : ''}`;
  }
  return `${name}${amount ?? gap(`${name}的金额`)}`;
}

function moneyText(yuan: number): string {
  const amount = fen(yuan);
  return `人民币${amountInCapitals(amount).replace(/^人民币/, '')}（${yuanText(amount)}元）`;
}
