import { countTerms, type TermCounts } from '../../src/corpus/lexical-terms.ts';
import { bundledViolations } from '../../src/corpus/violations/read-violations.ts';
import type { Violation } from '../../src/corpus/violations/violation.ts';

/** An invented case: an act of the catalogue, told in its sayings, with goods, places, days and sums that are drawn. */
export interface MadeCase {
  title: string;
  text: string;
  region: string;
  terms: TermCounts;
}

export interface CaseMaker {
  make(number: number): MadeCase;
  /** A question about an act, with words that tell one case from another. */
  ask(number: number): string;
}

/** Each stands at one case in a hundred. */
export const REGIONS = Array.from({ length: 100 }, (_, n) => `示例省第${n + 1}市`);
/** So many phrases are kept cut up; the others, mostly sums, are cut again. */
const KEPT = 200_000;
/** In so many cases a second act came to light. */
const WITH_ANOTHER = 0.3;
const words = (text: string) => text.split(' ');
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const TRADES = words(
  '食品店 餐饮店 建材商行 化工厂 养殖场 药房 汽修厂 印刷厂 便利店 物流公司 小吃店 超市 五金加工厂 美容院 培训学校 农资经营部 劳务公司 电子商务公司 水产批发部 服装厂',
);
const PLACES = words(
  '步行街 农贸市场 工业园区 城郊仓库 居民小区 学校门口 河道岸边 高速服务区 写字楼 出租屋 建筑工地 批发市场 车站广场 村口 码头 网络店铺 林场 物流园 医院旁 夜市',
);
const GOODS = words(
  '酸奶 面包 酱油 冷冻猪肉 散装白酒 食用油 蔬菜 水产品 化妆品 口罩 感冒药 血压计 儿童玩具 电动自行车 充电器 电线电缆 钢筋 水泥 农药 化肥 种子 烟花爆竹 香烟 液化气瓶 灭火器 油漆 废机油 废铅蓄电池 医疗废物 建筑垃圾 服装 皮鞋 手机壳 图书 宣传册 木材 砂石 饲料 兽药 保健食品',
);
const UNITS = words('件 箱 瓶 袋 公斤 吨 台 盒 桶 包');
const FOUND = words(
  '执法人员现场检查发现 接到群众举报后核查 上级机关交办 抽样检验发现 日常巡查发现 有关部门移送线索 网络监测发现 专项检查中查获 投诉人提供线索 联合检查发现',
);
const MANNERS = words(
  '当事人配合调查 当事人及时改正 初次违法 没有造成危害后果 主动消除影响 拒不提供账册 曾因同类行为受过处罚 货物已全部售出 尚未售出 没有账目可查 已退还货款 停业整改 造成一人受伤 涉及未成年人 持续时间较长 涉及多个门店 通过网络销售 夜间经营 经责令仍未改正 主动供述',
);

/** A number 0..1, the same for the same seed and turn (mulberry32). */
export function makeDraw(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Makes cases and questions, always the same for one seed. No two texts are alike: each bears its number. */
export function openCaseMaker(seed: number): CaseMaker {
  const { items } = bundledViolations();
  const cut = new Map<string, TermCounts>();
  const termsOf = (phrase: string): TermCounts => {
    let found = cut.get(phrase);
    if (!found) {
      found = countTerms(phrase);
      if (cut.size < KEPT) cut.set(phrase, found);
    }
    return found;
  };
  return {
    make(number) {
      const next = makeDraw(seed * 7919 + number);
      const act = drawAct(items, next);
      const title = [`${pick(SURNAMES, next)}某${pick(TRADES, next)}`, `${act.name}案`];
      const body = tell(act, next);
      if (next() < WITH_ANOTHER) {
        const other = drawAct(items, next);
        body.push('另发现', pick(other.sayings, next), pick(other.elements, next), `并处理${other.name}一事`);
      }
      body.push(`示例罚字第${number}号`);
      return {
        title: title.join('，'),
        text: `${body.join('，')}。`,
        region: pick(REGIONS, next),
        terms: joinTerms([...title, ...body].map(termsOf)),
      };
    },
    ask(number) {
      const next = makeDraw(seed * 104_729 + 17 * number + 1);
      const act = drawAct(items, next);
      const asked = [
        () => `${pick(act.sayings, next)}怎么处罚`,
        () => `${pick(act.keywords, next)}，${pick(act.keywords, next)}，${pick(PLACES, next)}`,
        () => `${act.name}，${pick(MANNERS, next)}，罚多少`,
      ];
      // A longer text is taken for a case, not for a question.
      return asked[number % asked.length]!().slice(0, 48);
    },
  };
}

/** Frequent and rare acts, as in real life: the n-th is drawn with a likelihood near 1/n. */
function drawAct(items: readonly Violation[], next: () => number): Violation {
  return items[Math.floor(items.length ** next()) % items.length]!;
}

function tell(act: Violation, next: () => number): string[] {
  const day = `${2015 + Math.floor(next() * 11)}年${1 + Math.floor(next() * 12)}月${1 + Math.floor(next() * 28)}日`;
  const told = [day, pick(FOUND, next), `在${pick(PLACES, next)}`, pick(act.sayings, next)];
  for (let more = Math.floor(next() * 3); more > 0; more--) told.push(pick(act.sayings, next));
  if (next() < 0.5) told.push(...act.plain.replace(/。$/, '').split(/[，、；]/));
  told.push(pick(act.elements, next), `涉及${pick(GOODS, next)}`);
  told.push(`${1 + Math.floor(next() ** 3 * 900)}${pick(UNITS, next)}`);
  if (next() < 0.4) told.push(pick(GOODS, next));
  for (let more = 1 + Math.floor(next() * 3); more > 0; more--) told.push(pick(act.evidence, next));
  for (let more = 1 + Math.floor(next() * 3); more > 0; more--) told.push(pick(MANNERS, next));
  told.push(`货值金额${sum(next)}元`);
  if (next() < 0.7) told.push(`违法所得${sum(next)}元`);
  told.push(`罚款${Math.ceil(next() ** 2 * 500) * 100}元`);
  return told;
}

function sum(next: () => number): number {
  return Math.ceil(10 ** (1 + 4 * next()));
}

/** What the index makes of phrases between commas: no term reaches over one. */
function joinTerms(phrases: TermCounts[]): TermCounts {
  const counts = new Map<string, number>();
  const lengths: TermCounts['lengths'] = [0, 0, 0];
  for (const terms of phrases) {
    for (const [term, count] of terms.counts) counts.set(term, (counts.get(term) ?? 0) + count);
    for (const field of [0, 1, 2] as const) lengths[field] += terms.lengths[field];
  }
  return { counts, lengths };
}

function pick<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)]!;
}
