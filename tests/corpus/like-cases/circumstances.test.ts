import { describe, expect, it } from 'vitest';
import { CIRCUMSTANCES } from '../../../src/corpus/like-cases/circumstances.ts';

const toldBy = (text: string) => CIRCUMSTANCES.flatMap(({ name, told }) => (told.test(text) ? [name] : []));

const TOLD: [name: string, yes: string[], no: string[]][] = [
  [
    '初次违法',
    ['属于第一次被查', '从前没有被处罚过', '头一回碰上检查', '以前从来没被罚过', '非再次违法'],
    ['去年因未明码标价受过处罚', '第一次来进货'],
  ],
  [
    '再次违法',
    ['一年前因经营过期食品受过处罚', '当事人两年内再次违法', '上个月前被罚过一次', '曾因同样的事受过处罚'],
    ['非再次违法', '从前没有被处罚过', '从未受过处罚', '不是再次违法'],
  ],
  [
    '拒不改正',
    [
      '十天后复查，这两人依旧在后厨工作',
      '逾期未改正',
      '一个月之后再去测仍然超标',
      '到期后没有装',
      '拒不改正',
    ],
    ['复查时均已取得健康证明', '检查后当日补齐'],
  ],
  [
    '已经改正',
    [
      '当天就把价格牌补齐',
      '经理当场撤下来',
      '老板马上就拿下去了',
      '检查后立即停止',
      '检查当日即覆盖',
      '更换滤袋后复测达标',
    ],
    ['未及时改正', '没有当场改正', '逾期未改正'],
  ],
  [
    '没有售出',
    ['一盒都没卖掉', '均未售出', '尚未售出', '还没卖', '也没人买走'],
    ['已售出 31 盒', '卖了三个月'],
  ],
  ['已经售出', ['其中 258 盒已经售出', '卖给多家食堂', '卖了三个月'], ['尚未售出', '没有卖给别人', '未售出']],
  [
    '造成人身损害',
    ['有学生吃后呕吐送医', '其中 1 人坠落受伤', '一名工人接线时被电击身亡'],
    ['无人受伤', '没有人受伤', '没有造成后果'],
  ],
  ['没有危害后果', ['未发生事故', '农户没有受到损失', '没有造成学员损失'], ['造成危害后果', '造成事故']],
  [
    '未经许可',
    ['没有取得叉车证和电工证', '没有办健康证明', '没有办农药经营许可', '无证零售卷烟', '未取得食品经营许可'],
    ['取得营业执照', '当事人能提供许可证'],
  ],
  [
    '数额、规模较小',
    ['总价不足一百元', '店面较小', '小饭馆'],
    ['货值金额不足 10,000 元', '货值超过五万元', '向周边小店零售'],
  ],
  ['没有违法所得', ['没有违法所得', '无违法所得', '一分没赚'], ['违法所得 460 元', '赚了一万多元']],
  [
    '涉及未成年人',
    ['部分卖给了中学生', '在小学门口'],
    ['不在中小学周边', '附近没有学校和幼儿园', '两万元以上，或者在中小学周边'],
  ],
  ['被投诉举报', ['根据群众举报', '被游客投诉'], ['未发现消费者投诉', '没人来投诉']],
  ['阻碍执法', ['保安锁上大门', '拒绝提供台账，拖延检查', '不让执法人员进厂'], ['配合检查']],
  ['毁灭、伪造证据', ['补写台账', '换了标签卖给食堂'], ['没有标签']],
];

describe('circumstances', () => {
  it.each(TOLD)('%s is told in the words of decisions and of people', (name, yes, no) => {
    for (const text of yes) expect(toldBy(text), text).toContain(name);
    for (const text of no) expect(toldBy(text), text).not.toContain(name);
  });

  it('have opposites that are circumstances themselves, each of the other', () => {
    for (const { name, opposite } of CIRCUMSTANCES) {
      if (opposite === undefined) continue;
      expect(CIRCUMSTANCES.find((one) => one.name === opposite)?.opposite).toBe(name);
    }
  });

  it('are read quickly out of any text', () => {
    const long = '没有当场店没未'.repeat(3000);
    const started = performance.now();
    toldBy(long);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
