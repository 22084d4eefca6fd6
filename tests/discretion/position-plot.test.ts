import { describe, expect, it } from 'vitest';
import { readCaseFile } from '../../src/cases/read-case-file.ts';
import { exampleCase } from '../../src/corpus/examples.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { pastCases } from '../../src/corpus/past-cases.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { likeCases } from '../../src/discretion/like-cases.ts';
import { plainSvg } from '../../src/discretion/plain-svg.ts';
import { type PlotInput, plotSummary } from '../../src/discretion/plot-summary.ts';
import { positionPlot } from '../../src/discretion/position-plot.ts';

const file = readCaseFile(exampleCase('food-no-health-certificate'));
const result = findTier({ file, book: loadReferenceBook() });
const likes = likeCases(file, pastCases(), { limit: 20 }).filter((like) => like.sameItem);
const input: PlotInput = {
  ...(result.statutory ? { statutory: result.statutory } : {}),
  ...(result.range ? { tierRange: result.range } : {}),
  ...(result.tier ? { tierName: result.tier.name } : {}),
  ...(result.amount === undefined ? {} : { proposal: result.amount }),
  likes,
  hrefOf: (like) => `/library/cases/${like.id}?a=1&b="2"`,
};
const count = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length;

describe('positionPlot', () => {
  const svg = positionPlot(input);
  const fined = likes.filter((like) => like.fine !== undefined);

  it('is one SVG with nothing a strict content security policy forbids', () => {
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(svg).not.toMatch(/<style|\sstyle=|<script|\son\w+=|CDATA|\sclass=|ecmeta/);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
  });

  it('is well-formed: every attribute is quoted and every tag closed', () => {
    const tags = [...svg.matchAll(/<(\/?)([\w]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)];
    expect(svg.replace(/<(\/?)([\w]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g, '')).not.toMatch(/[<>]/);
    const open: string[] = [];
    for (const [, closing, name, , self] of tags) {
      if (closing) expect(open.pop()).toBe(name);
      else if (!self) open.push(name!);
    }
    expect(open).toEqual([]);
  });

  it('shows every like case with a fine as a dot that names it and links to it', () => {
    expect(fined.length).toBeGreaterThan(2);
    expect(count(svg, /<circle /g)).toBe(fined.length);
    expect(count(svg, /<a href="\/library\/cases\//g)).toBe(fined.length);
    for (const like of fined) expect(svg).toContain(`<title>${like.title}，${like.decidedOn}，罚款 `);
    expect(svg).toContain('?a=1&amp;b=&quot;2&quot;');
  });

  it('marks the proposal in the accent colour inside the tier and in amber outside it', () => {
    expect(svg).toContain('拟罚款 20,000 元');
    expect(svg).toContain('stroke="#1f4e8c" stroke-width="2"');
    const outside = positionPlot({ ...input, proposal: 4_000_000 });
    expect(outside).toContain('stroke="#8a5a00" stroke-width="2"');
  });

  it('counts in yuan below 100,000 and in ten thousands above', () => {
    expect(svg).toContain('>元</text>');
    expect(svg).not.toContain('>万元</text>');
    const large = positionPlot({
      ...input,
      statutory: { min: 20_000_000, max: 100_000_000, minInclusive: true, maxInclusive: true },
    });
    expect(large).toContain('>万元</text>');
    expect(large).toContain('20 – 100 万元');
  });

  it('draws without a tier, a proposal or a like case', () => {
    const bare = positionPlot({ likes: [] });
    expect(bare).toContain('法定幅度');
    expect(bare).not.toContain('拟罚款 ');
    expect(count(bare, /<circle /g)).toBe(0);
  });

  it('gives the same picture twice', () => {
    expect(positionPlot(input)).toBe(svg);
  });
});

describe('plotSummary', () => {
  it('says in one sentence what the plot shows', () => {
    const words = plotSummary(input);
    expect(words).toMatch(/^法定幅度为 5,000 元以上、?50,000 元以下；裁量阶次“一般”为 18,500 元以上/);
    expect(words).toContain('拟罚款 20,000 元，在阶次幅度以内');
    expect(words).toContain('同一事项 13 件');
    expect(words).not.toContain('不足十件');
    expect(plotSummary({ ...input, likes: likes.slice(0, 3) })).toContain('不足十件，仅供参考');
    expect(words.match(/。/g)).toHaveLength(1);
  });

  it('says what is not known', () => {
    expect(plotSummary({ likes: [] })).toBe(
      '法定幅度尚不能确定；裁量阶次幅度尚不能确定；尚未提出罚款金额；没有可比的类案罚款。',
    );
  });

  it('places a fine on either side of the tier', () => {
    expect(plotSummary({ ...input, proposal: 1_849_999 })).toContain('低于阶次幅度');
    expect(plotSummary({ ...input, proposal: 1_850_000 })).toContain('在阶次幅度以内');
    expect(plotSummary({ ...input, proposal: 3_650_000 })).toContain('高于阶次幅度');
  });
});

describe('plainSvg', () => {
  it('turns style attributes into presentation attributes and escapes words', () => {
    const svg = plainSvg(
      '<svg width="1"><style>.a{}</style><path class="a" style="font-size:12px;cursor:pointer;" ecmeta_data_index="0"></path></svg>',
      '甲<乙',
      () => ({ title: '"丙" & 丁', href: '/x' }),
    );
    expect(svg).toBe(
      '<svg role="group" aria-label="甲&lt;乙" width="1"><a href="/x"><path font-size="12px"><title>&quot;丙&quot; &amp; 丁</title></path></a></svg>',
    );
  });
});
