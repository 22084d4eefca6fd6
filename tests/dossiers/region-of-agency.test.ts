import { describe, expect, it } from 'vitest';
import { regionOfAgency, regionOfPlace } from '../../src/dossiers/words/region-of-agency.ts';

describe('机关名称中的区域', () => {
  it.each([
    ['示例市北桥区市场监督管理局', { region: '示例市北桥区', level: 'county' }],
    ['示例省示例市生态环境局', { region: '示例省示例市', level: 'city' }],
    ['示例市生态环境局', { region: '示例市' }],
    ['示例省药品监督管理局', { region: '示例省', level: 'province' }],
    ['示例县上湾乡人民政府', { region: '示例县上湾乡', level: 'town' }],
    ['青溪县市场监督管理局', { region: '青溪县', level: 'county' }],
    ['示例市高新技术产业开发区市场监督管理局', { region: '示例市' }],
    ['示例县城市管理局', { region: '示例县', level: 'county' }],
    ['国家税务总局示例市税务局', {}],
    ['市场监督管理局', {}],
  ])('%s', (name, expected) => {
    expect(regionOfAgency(name)).toEqual(expected);
  });
});

it.each([
  ['示例省示例市北桥区纺织路118号', '示例省示例市北桥区'],
  ['示例市梨岭县双河镇供销街5号', '示例市梨岭县'],
  ['砚州市临溪区石榴街28号', '砚州市临溪区'],
  ['示例市北工业园区丙二路3号', '示例市'],
  ['云帆市滨海新区望潮路99号', '云帆市'],
])('reads the region with which %s begins', (place, region) => {
  expect(regionOfPlace(place)).toBe(region);
});

it.each(['学府路商业街区12号', '东湖3号浮标附近水域', '苇子乡河湾村西侧', '城东批发市场内', '示例市'])(
  'knows no region of %s',
  (place) => {
    expect(regionOfPlace(place)).toBeUndefined();
  },
);

it('takes 城乡 for no township', () => {
  expect(regionOfAgency('示例市住房和城乡建设局')).toEqual({ region: '示例市' });
});
