import { describe, expect, it } from 'vitest';
import { readOne } from './support/read-one.ts';

const page = (body: string, head = '') =>
  Buffer.from(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);

async function outcome(bytes: Buffer): Promise<{ reason?: string; text?: string; ms: number }> {
  const begun = performance.now();
  try {
    const { text } = await readOne('材料.html', bytes);
    return { text: text.text, ms: performance.now() - begun };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error), ms: performance.now() - begun };
  }
}

describe('为难读者的网页', () => {
  it.each([
    ['套得极深的标签', page('<div>'.repeat(500_000)), '套了 1000 层'],
    ['几百万个标签', page('<p>示</p>'.repeat(2_000_000)), '超过 100 万个'],
    ['几百万个不显示的标签', page('<br>'.repeat(3_000_000)), '超过 100 万个'],
    ['几百万个转义的字', page('示&amp;'.repeat(2_000_000)), '超过 100 万个'],
    ['极长的样式', page(`<p style="${'/*'.repeat(2_000_000)}">示例</p>`), '超过 2 万字'],
    ['极长的类名', page(`<p class="${'a '.repeat(2_000_000)}">示例</p>`), '超过 2 万字'],
    [
      '成千上万条样式规则',
      page('<p>示例</p>', `<style>${'p,div{color:red}'.repeat(100_000)}</style>`),
      '超过 20000 条',
    ],
    [
      '每个标签都用上几千条规则',
      page('<p>示</p>'.repeat(20_000), `<style>${'p{color:red}'.repeat(9000)}</style>`),
      '超过 100 万个',
    ],
  ])(
    '%s：很快拒绝，说明原因',
    async (_, bytes, words) => {
      const { reason, ms } = await outcome(bytes);
      expect(reason).toContain(words);
      expect(reason).toContain('重新放入');
      expect(ms).toBeLessThan(8000);
    },
    30_000,
  );

  it.each([
    ['没有收尾的样式表', page('<p>示例文字</p>', '<style>'.repeat(300_000))],
    ['没有收尾的样式注释', page('<p>示例文字</p>', `<style>${'/*'.repeat(1_000_000)}</style>`)],
    ['没有括号的样式表', page('<p>示例文字</p>', `<style>${'a'.repeat(3_000_000)}</style>`)],
    ['没有收尾的注释里全是尖括号', page(`<p>示例文字</p><!--${'<'.repeat(3_000_000)}-->`)],
    ['极长的图片', page(`<p>示例文字</p><img src="data:image/png;base64,${'A'.repeat(20_000_000)}">`)],
    [
      '一个标签有几十万个属性',
      page(`<p>示例文字</p><p ${Array.from({ length: 300_000 }, (_, at) => `a${at}=1`).join(' ')}>示例</p>`),
    ],
  ])(
    '%s：不拖时间',
    async (_, bytes) => {
      const { text, reason, ms } = await outcome(bytes);
      expect(reason ?? text).toMatch(/^$|示例文字|通常的文书/);
      expect(ms).toBeLessThan(8000);
    },
    30_000,
  );

  it('通常的长表格、长正文照读', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `<tr><td>第${at}行</td><td>示例</td></tr>`).join(
      '',
    );
    const table = await outcome(page(`<table>${rows}</table>`));
    expect(table.text?.split('\n')).toHaveLength(20_000);
    expect(table.text).toContain('第19999行\t示例');
    const framed = await outcome(
      page(`<table><tr><td>${'<p>示例一行</p>'.repeat(150_000)}</td></tr></table>`),
    );
    expect(framed.text?.split('\n')).toHaveLength(150_000);
  }, 30_000);

  it('样式表里的规则照旧管用', async () => {
    const head =
      '<style>/* 说明 */ .no{display:none} @media print { #x { color: black } } p.white, td.white { color:#fff }</style>';
    const { text } = await outcome(
      page(
        '<p>看得见的字</p><p class="a no">不显示的字</p><p class="white">白色的字</p><div class="white">仍是黑字</div>',
        head,
      ),
    );
    expect(text).toBe('看得见的字\n仍是黑字');
  });
});
