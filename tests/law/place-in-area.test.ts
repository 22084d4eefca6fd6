import { expect, it } from 'vitest';
import { placeInArea } from '../../src/law/place-in-area.ts';

it.each([
  ['示例市北桥区', '示例市', 'within'],
  ['示例省示例市北桥区', '示例市北桥区', 'within'],
  ['北桥区', '示例市北桥区', 'within'],
  ['示例市白栎市', '白栎市', 'within'],
  ['示例市', '示例市北桥区', 'open'],
  ['示例省示例市', '示例市北桥区', 'open'],
  ['东湾区', '白栎市', 'open'],
  ['示例市南桥区', '示例市北桥区', 'elsewhere'],
  ['邻市北桥区', '示例市北桥区', 'elsewhere'],
  ['邻省示例市北桥区', '示例省示例市北桥区', 'elsewhere'],
])('%s beside the area %s: %s', (place, area, expected) => {
  expect(placeInArea(place, area)).toBe(expected);
});
