import { describe, expect, it } from 'vitest';
import { regionOfAgency } from '../../src/dossiers/words/region-of-agency.ts';

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
