import { describe, expect, it } from 'vitest';
import { equationsIn } from '../../src/law/equations-in.ts';
import { measuresIn } from '../../src/law/measures-in.ts';
import { totalsIn } from '../../src/law/totals-in.ts';

describe('equationsIn', () => {
  it.each([
    ['砖材26车×每车180元＝4860元', 4680],
    ['违法所得＝（90元－65元）×44件＝1000元', 1100],
    ['销售收入5200元－进货成本3900元＝1400元', 1300],
    ['门诊收费1800元＋药费950元＝2850元', 2750],
    ['坑口长36米×宽25米＝920平方米', 900],
    ['15箱×20瓶/箱＝310瓶', 300],
    ['罚款：7200元×2.5＝17,500元', 18_000],
    ['确定罚款（42000×1.5＝65000）', 63_000],
    ['得出数额（（350元－85元）×38瓶＝10170元）', 10_070],
    ['年费96000元÷12个月×5个月＝45000元', 40_000],
  ])('%s', (text, due) => {
    expect(equationsIn(text)).toMatchObject([{ product: due, right: false }]);
  });

  it.each([
    '3.333元×3＝10元',
    '罚款（（350－85）元×38瓶＝10070元）',
    '12盒×40元＋3盒×20元＝540元',
    '1年×500元/月＝6000元',
    '2.4万元×1.5＝3.6万元',
    '5斤×12元/公斤＝30元',
    '3000元×1/3＝1000元',
    '面积约30米×20米＝610平方米',
  ])('没有算错：%s', (text) => {
    expect(equationsIn(text).filter(({ right }) => !right)).toEqual([]);
  });
});

describe('totalsIn', () => {
  it.each([
    ['售出红糖130袋、白糖75袋，共计215袋', 205],
    ['甲店3000元，乙店2000元，丙店1000元，合计6500元', 6000],
    ['收取押金1.2万元、服务费3,000元，总计16,000元', 15_000],
  ])('%s', (text, due) => {
    expect(totalsIn(text)).toMatchObject([{ product: due, right: false }]);
  });

  it.each([
    '售出红糖130袋、白糖75袋，共计205袋',
    '其中甲店3000元、乙店2000元，合计6000元',
    '加上三月的800元，甲店3000元、乙店2000元，合计6000元',
    '三月收费800元；甲店3000元、乙店2000元，合计5000元',
    '三月收费800元，四月收费200元、五月收费300元，合计1300元',
    '每盒30元、每袋20元，合计500元',
  ])('没有加错：%s', (text) => expect(totalsIn(text)).toEqual([]));
});

describe('measuresIn', () => {
  it('两个单位所写的数应当一致', () => {
    expect(measuresIn('占用林地2000平方米（4.5亩）')).toMatchObject([{ product: 3, right: false }]);
    expect(measuresIn('鱼获0.8吨，折合80公斤')).toMatchObject([{ product: 800, right: false }]);
  });

  it.each([
    '2000平方米（3亩）',
    '1333平方米（2亩）',
    '2亩（1334平方米）',
    '0.5公顷（7.5亩）',
    '1.25吨，合2500斤',
    '占地62.5平方米，合0.00625公顷',
  ])('取整后一致：%s', (text) => expect(measuresIn(text)).toMatchObject([{ right: true }]));
});

describe('并列的算式', () => {
  it.each(['甲区1280.50×100＝128050，620.00×300＝186000', '甲类12×20=240，650×30=19500', '共48×25=1,200元'])(
    '逗号分开的不是千分位：%s',
    (text) => expect(equationsIn(text).every(({ right }) => right)).toBe(true),
  );

  it('算错的照样指出', () => {
    expect(equationsIn('甲区1280×100＝129000，620×300＝186000').map(({ right }) => right)).toContain(false);
  });
});
