import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../src/files/json-fault.ts';

function faultOf(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    return jsonFault(text, error);
  }
  throw new Error(`JSON after all: ${text}`);
}

describe('jsonFault', () => {
  it.each([
    ['', '没有内容'],
    ['{"甲": 1,', '到末尾还没有写完'],
    ['{\n  "甲": 1\n  "乙": 2\n}', '第 3 行第 3 列附近写法不对'],
    ['{\n  "甲": 乙\n}', '第 2 行第 8 列附近写法不对'],
    ['{"甲": 1} {"乙": 2}', '第 1 行第 10 列起多出了内容'],
    ['{"甲": "没有写完}', '第 1 行.*双引号没有闭合'],
    ['{"甲": "两\n行"}', '文字里有换行'],
    ['{"甲": 1,}', '第 1 行第 9 列附近'],
  ])('%j', (text, words) => {
    const fault = faultOf(text);
    expect(fault).toMatch(new RegExp(words));
    expect(fault.replace(/JSON|\\n|\\t/g, '')).not.toMatch(/[A-Za-z]/);
  });
});
