import { fenceOf, placeInFence } from '../../../discretion/evenness/fence-of.ts';
import type { LikeCase } from '../../../discretion/like-cases.ts';
import { shareOfSpan } from '../../../discretion/place-amount.ts';
import { spreadOfLikes } from '../../../discretion/spread-of-likes.ts';
import { fen, yuan } from '../../../law/money.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notApplicable, rule, unclear } from '../../rules/rule.ts';
import { judgedFine } from './fine-in-span.ts';

/** As many as a reader takes in; the desk shows them all. */
const SHOWN = 12;

export const likeCasesDeviation = rule({
  id: 'C5-25',
  criterion: 5,
  question: '罚款与类案相比是否没有明显偏离？',
  severity: 'info',
  consequence: 'correctable',
  basis: [
    penaltyLaw('5', '处罚要与事实、性质、情节和社会危害程度相当。', { paragraph: 2 }),
    formerPenaltyLaw('4', '处罚要与事实、性质、情节和社会危害程度相当。', { paragraph: 2 }),
  ],
  otherBasis: [
    { document: '国办发〔2018〕118号', gist: '类案检索、比对供参考。' },
    { document: '003_2991a0dded673364.txt 第二十六项', gist: '利用大数据分析类案，防止畸轻畸重。' },
    { document: '004_45af2ab93bc8980b.txt 第（四）三项', gist: '类案的裁量可以比较。' },
  ],
  reading:
    '只作提示，从不判为不符合。比较罚款在法定幅度中的位置（罚款减下限，除以上限减下限），只与同一事项、同一地区、基准效力期内的已决案件比；四分位距的倍数和最少件数由地区方案规定，是本系统的参数，不是法律的数字。',
  about: (context) => {
    const { likeCases, profile } = context;
    if (!likeCases) return notApplicable('这次审查没有取得已决案件，不作类案比较。');
    const { minimum } = profile.likeCases;
    if (likeCases.length < minimum) {
      return notApplicable(
        `同一事项、同一地区、基准效力期内的已决案件有${likeCases.length}件，不足${minimum}件，不作比较。`,
      );
    }
    const judged = judgedFine(context);
    if (isAnswer(judged)) return judged;
    const share = shareOfSpan(judged.fine, judged.span.range);
    return share === undefined
      ? notApplicable(`${judged.span.text}，不能算出罚款在幅度中的位置。`, judged.span.paths)
      : { likes: likeCases, share, fine: judged.fine, paths: [judged.judged.path, ...judged.span.paths] };
  },
  decide: ({ likes, share, fine, paths }, { profile }): Answer => {
    const spread = spreadOfLikes(likes);
    if (!spread) return notApplicable('已决案件没有可比的罚款。', paths);
    const { lower, median, upper } = spread.share;
    const place = placeInFence(share, fenceOf(spread.share, profile.likeCases.spread));
    const found = `罚款${yuan(fine)}在法定幅度的${percent(share)}处，${spread.count}件类案的中位数在${percent(median)}处，四分位在${percent(lower)}至${percent(upper)}`;
    const steps = listOf(likes);
    if (place === 0) {
      return met(`${found}，没有明显偏离。`, paths, { steps });
    }
    const reason = `${found}，${place === 1 ? '高于' : '低于'}类案较多，请说明与类案的差异。`;
    return { ...unclear(reason, ['与类案差异的理由'], paths), steps };
  },
});

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

/** The like cases nearest to this one, each with its fine and where it differs. */
function listOf(likes: readonly LikeCase[]): string[] {
  const lines = likes.slice(0, SHOWN).map(({ title, decidedOn, fine, share, why }) => {
    const differs = why.filter((one) => one.share < 1).map(({ text }) => text);
    const amount = fine === undefined ? '' : `，罚款${yuan(fen(fine))}`;
    const place = share === undefined ? '' : `（幅度的${percent(share)}处）`;
    return `${title}，${decidedOn}${amount}${place}${differs.length > 0 ? `：${differs.join('；')}` : ''}`;
  });
  return likes.length > SHOWN ? [...lines, `另有${likes.length - SHOWN}件类案。`] : lines;
}
