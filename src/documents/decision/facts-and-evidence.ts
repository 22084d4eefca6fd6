import type { CaseFile } from '../../cases/case-file.ts';
import { BASES, type Base } from '../../law/fine-range.ts';
import { fen, yuanText } from '../../law/money.ts';
import { gap, type Paragraph, paragraph, say } from '../draft.ts';

/** 违法事实: as established by the handlers, with the amounts and how they were reckoned. */
export function facts(file: CaseFile): Paragraph[] {
  const { violation } = file;
  const text = violation.facts ?? gap('认定的违法事实（时间、地点、行为、后果）');
  const amounts = Object.entries(violation.amounts ?? {}).map(([base, amount]) => {
    const how = amount!.calculation ? `（${amount!.calculation}）` : '';
    return say(`${BASES[base as Base]}${yuanText(fen(amount!.yuan))}元${how}。`, [
      `violation.amounts.${base}`,
    ]);
  });
  return [
    paragraph(
      'body',
      say(`经查明，${text.replace(/。?$/, '。')}`, violation.facts ? ['violation.facts'] : []),
    ),
    ...(amounts.length > 0 ? [paragraph('body', ...amounts)] : []),
  ];
}

/** 证据: each piece not excluded, with what it proves (行政处罚法 59(1)(2)). */
export function evidenceList(file: CaseFile): Paragraph[] {
  const pieces = (file.evidence ?? [])
    .map((piece, index) => ({ piece, path: `evidence.${index}` }))
    .filter(({ piece }) => !piece.excluded);
  if (pieces.length === 0) {
    return [paragraph('body', say(`上述事实，有以下证据证明：${gap('证据及其证明内容')}。`))];
  }
  return [
    paragraph('body', say('上述事实，有以下证据证明：')),
    ...pieces.map(({ piece, path }, index) =>
      paragraph(
        'item',
        say(
          `${index + 1}. ${piece.name}，证明${piece.proves?.replace(/^证明|。$/g, '') ?? gap(`“${piece.name}”的证明内容`)}${index === pieces.length - 1 ? '。' : '；'}`,
          [`${path}.name`, ...(piece.proves ? [`${path}.proves`] : [])],
        ),
      ),
    ),
  ];
}
