import { describe, expect, it } from 'vitest';
import { expandQuery } from '../../../src/corpus/search/expand-query.ts';
import { speaksOf } from '../../../src/corpus/violations/speaks-of.ts';

const speaks = (text: string, element: string) => speaksOf(text, expandQuery(text), element);

describe('说到了哪些构成要件', () => {
  it.each([
    ['网吧让几个穿校服的初中生上网', '互联网上网服务营业场所'],
    ['网吧让几个穿校服的初中生上网', '接纳未成年人进入'],
    ['超市卖过期牛奶', '食品已过保质期'],
    ['超市卖过期牛奶', '处于待售、使用或者已售出状态'],
    ['厨师未取得健康证明，在后厨炒菜', '没有有效健康证明或者患有妨碍食品安全的疾病'],
    ['没办证开饭馆', '从事食品销售或者餐饮服务'],
    ['卖猪肉没有检疫证明', '肉类依法应当检疫、检验'],
    ['渔民在禁渔期下网捕鱼', '从事捕捞'],
    ['出版社没许可印书卖', '没有许可'],
    ['在耕地上盖厂房没有批', '没有批准或者骗取批准'],
  ])('“%s”说到了：%s', (text, element) => expect(speaks(text, element)).toBe(true));

  it.each([
    ['超市卖过期牛奶', '原料或者添加剂已过保质期'],
    ['烟花爆竹店没许可证就卖鞭炮', '有零售许可'],
    ['药店没有处方就把抗生素卖给顾客', '属于兽用处方药'],
    ['药店没有处方就把抗生素卖给顾客', '没有兽医处方'],
    ['农药店卖没有登记证的农药', '属于假农药'],
    ['有许可证的饭馆卖牛奶', '没有取得有效的食品经营许可'],
    ['医院请没有执照的人看病', '他人无照经营'],
    ['', '没有许可'],
  ])('“%s”没有说到：%s', (text, element) => expect(speaks(text, element)).toBe(false));
});
