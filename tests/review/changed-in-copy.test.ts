import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { changedInCopy } from '../../src/review/words/changed-in-copy.ts';
import { caseOfTexts } from './case-of-texts.ts';

const changed = (decision: string, ...others: [PaperKind, string][]) =>
  changedInCopy(caseOfTexts(decision, others)).map(({ saidThere, saidHere }) => [saidThere, saidHere]);

const FACTS: [string, number, number][] = [
  ['经查，当事人在院内露天堆放煤矸石，占地约#平方米，没有覆盖防尘网。', 450, 650],
  ['经查，你单位未建立台账，共有危险废物包装桶#只露天存放于厂区东侧。', 36, 63],
  ['查明当事人未经许可从河道取水，累计取水量达#立方米，用于场地绿化。', 1280, 1820],
  ['经查，当事人擅自占用城市道路搭设围挡，围挡长度#米，持续多日未拆除。', 17.5, 71.5],
];

describe('照抄告知书的事实改了一个数', () => {
  it.each(FACTS)('%s', (facts, right, wrong) => {
    const told = (number: number) => facts.replace('#', String(number));
    const record: [PaperKind, string] = ['inspection-record', `现场测得${right}，当场拍照。`];
    const notice: [PaperKind, string] = ['prior-notice', `告知书\n${told(right)}`];
    // Even where the decision has the right number in another place.
    const decided = `${told(wrong).replace('你单位', '当事人')}\n另见${right}的记载。`;
    expect(changed(decided, record, notice)).toHaveLength(1);
    expect(changed(told(right), record, notice)).toEqual([]);
  });

  it('另有证据载明决定的数，或者没有证据载明告知的数，不算', () => {
    const notice: [PaperKind, string] = ['prior-notice', FACTS[0]![0].replace('#', '450')];
    const decided = FACTS[0]![0].replace('#', '650');
    expect(changed(decided, notice, ['expert-opinion', '测绘面积650平方米'])).toEqual([]);
    expect(changed(decided, notice)).toEqual([]);
  });

  it('两次行为各有各的数，罚款数额，都不在此列', () => {
    const rows = '第一批共计销售给甲店饼干#箱，未开具发票凭证。';
    const both = rows.replace('#', '30') + rows.replace('#', '50');
    expect(changed(both, ['prior-notice', both], ['inspection-record', '30箱、50箱'])).toEqual([]);
    const fined = '根据上述规定，对当事人处以罚款#元，上缴国库专户。';
    const record: [PaperKind, string] = ['inspection-record', '5000'];
    expect(changed(fined.replace('#', '4000'), record, ['prior-notice', fined.replace('#', '5000')])).toEqual(
      [],
    );
  });

  it.each(['#.主体资格证明复印件', '(#)主体资格证明复印件', '#、主体资格证明复印件'])(
    '证据清单的序号不是数字：%s',
    (item) => {
      const list = (place: number) =>
        `有下列证据：询问笔录、网店后台日志和产品说明书;${item.replace('#', String(place))}，由当事人提供。`;
      const record: [PaperKind, string] = ['inspection-record', '5件'];
      expect(changed(list(4), record, ['closing-report', list(5)])).toEqual([]);
    },
  );
});
