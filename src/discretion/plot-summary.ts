import { type FenRange, positionInRange, rangeText } from '../law/fine-range.ts';
import { type Fen, fen, yuan } from '../law/money.ts';
import type { LikeCase } from './like-cases.ts';
import { spreadOfLikes } from './spread-of-likes.ts';

/** What the plot shows. Spans and the proposal in fen; like cases carry their fines in yuan. */
export interface PlotInput {
  statutory?: FenRange;
  tierRange?: FenRange;
  tierName?: string;
  proposal?: Fen;
  likes: readonly LikeCase[];
  /** Where a like case can be read. Without it the dots carry their words but no link. */
  hrefOf?: (like: LikeCase) => string;
  width?: number;
  height?: number;
}

/** The plot in one Chinese sentence, for those who cannot see it. */
export function plotSummary(input: PlotInput): string {
  const parts: string[] = [];
  parts.push(input.statutory ? `法定幅度为 ${rangeText(input.statutory)}` : '法定幅度尚不能确定');
  if (input.tierRange) parts.push(`裁量阶次${quoted(input.tierName)}为 ${rangeText(input.tierRange)}`);
  else parts.push('裁量阶次幅度尚不能确定');
  if (input.proposal !== undefined) {
    const against = input.tierRange ?? input.statutory;
    const name = input.tierRange ? '阶次幅度' : '法定幅度';
    const place = against && positionInRange(input.proposal, against);
    const words =
      place === undefined ? '' : place === 0 ? `，在${name}以内` : `，${place < 0 ? '低于' : '高于'}${name}`;
    parts.push(`拟罚款 ${yuan(input.proposal)}${words}`);
  } else {
    parts.push('尚未提出罚款金额');
  }
  const fined = input.likes.filter((like) => like.fine !== undefined);
  const spread = spreadOfLikes(input.likes);
  if (fined.length === 0) parts.push('没有可比的类案罚款');
  else {
    const amounts = fined.map((like) => fen(like.fine!)).sort((a, b) => a - b);
    parts.push(`图中类案 ${fined.length} 件，罚款 ${yuan(amounts[0]!)}至 ${yuan(amounts.at(-1)!)}`);
    if (spread) {
      const percent = (share: number): string => `${Math.round(share * 100)}%`;
      parts.push(
        `其中同一事项 ${spread.count} 件，在法定幅度中的位置中位数 ${percent(spread.share.median)}（四分位 ${percent(spread.share.lower)}至 ${percent(spread.share.upper)}）${spread.enough ? '' : '，不足十件，仅供参考'}`,
      );
    }
  }
  return `${parts.join('；')}。`;
}

function quoted(name: string | undefined): string {
  return name ? `“${name}”` : '';
}
