import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { NORM_LEVELS, type NormLevel } from '../../../law/penalties.ts';
import {
  type ActContext,
  type ActView,
  type Answer,
  actRule,
  combine,
  met,
  notMet,
  unclear,
} from '../../rules/rule.ts';
import { foreignProfile } from '../../screening/foreign-profile.ts';
import { levyDay } from '../../steps/levy-decision.ts';
import { publishedItem } from '../../steps/published-item.ts';

/** What can order a levy: laws and regulations. */
const ENOUGH: NormLevel[] = ['law', 'administrative-regulation', 'local-regulation'];

/** ZS-01 征收项目有法律法规依据且在清单内. */
export const levyBasis = actRule({
  id: 'ZS-01',
  actions: ['levy'],
  criterion: 5,
  question: '征收项目是否有法律、法规依据，并且在公布的征收项目清单内？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'practice',
  basis: [],
  otherBasis: [
    { document: '国办发〔2018〕118号（由示范文件转述）', gist: '行政征收属于行政执法行为，事项和依据要公示' },
    { document: '实务做法，需当地确认', gist: '征收要有法律、法规依据' },
  ],
  reading:
    '至少一项依据为法律、行政法规或者地方性法规；规章、规范性文件不能单独作依据。清单按决定日（尚未决定的按审查日）。',
  lawOf: ({ file }) => levyDay(file),
  decide: (_, context) =>
    combine(
      [ordered(context.file, context.book), listed(context)],
      met('征收有依据，也在清单内。', ['levy']),
    ),
});

function ordered({ levy }: ActView, book: ReferenceBook): Answer {
  const basis = levy?.levyBasis;
  const paths = ['levy.levyBasis'];
  if (!basis) return unclear('需要核对征收依据，案卷没有载明。', ['征收依据的条款'], paths);
  if (basis.length === 0) return notMet('征收应有法律、法规依据，案卷没有引用任何依据。', paths);
  // The library knows better than the file what rank a norm has.
  const levels = basis.map(({ law, level }) => ({ law, level: book.levelOf(law) ?? level }));
  const enough = levels.find(({ level }) => level && ENOUGH.includes(level));
  if (enough) return met(`征收依据《${enough.law}》为${NORM_LEVELS[enough.level!]}。`, paths);
  const unknown = levels.filter(({ level }) => !level).map(({ law }) => `《${law}》的规范层级`);
  if (unknown.length > 0) return unclear(`不能确定${unknown.join('、')}。`, unknown, paths);
  const found = levels.map(({ law, level }) => `《${law}》（${NORM_LEVELS[level!]}）`).join('、');
  return notMet(`征收应有法律、法规依据，引用的只有${found}。`, paths);
}

function listed({ file, profile, today }: ActContext): Answer {
  const item = file.levy?.levyItem;
  const paths = ['levy.levyItem', 'levy.levyDecision.date'];
  if (!item) return unclear('需要知道征收项目，案卷没有载明。', ['征收项目'], paths);
  const decided = file.levy?.levyDecision;
  if (decided && !decided.date && !decided.draft) {
    return unclear('核对清单需要决定日期，案卷没有载明。', ['征收决定日期'], paths);
  }
  const foreign = foreignProfile({ file, profile });
  return (
    foreign ??
    publishedItem(profile.levyItems, '行政征收项目清单', { item, on: decided?.date ?? today, paths })
  );
}
