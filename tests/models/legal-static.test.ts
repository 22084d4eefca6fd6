import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { readStatutes } from '../../src/corpus/read-statute-file.ts';
import { type Embedder, openEmbedder } from '../../src/models/embed.ts';

const FOLDER = resolve(import.meta.dirname, '../../models/legal-static');

/** Vectors that the training program made of three sentences, as float32 in base64. */
function referenceVectors(): [string, Float32Array][] {
  const file = JSON.parse(readFileSync(resolve(FOLDER, 'reference-vectors.json'), 'utf8'));
  return Object.entries<string>(file).map(([sentence, text]) => {
    const bytes = Buffer.from(text, 'base64');
    return [
      sentence,
      new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
    ];
  });
}

/** Texts on which two tokenizers are likely to differ. */
const ODD = [
  '',
  '  \n',
  '，。！',
  '😀👍🏽',
  '罚款😀一百元',
  'abc DEF １２３ｘｙｚ',
  '𠮷野家的𠮷',
  '[PAD]罚款[UNK]一百[CLS]',
  '٣٤ १२ ½ Ⅳ级 ⅓ 2⁄3',
  '㍿ ㎏ 5㎡ ﷺ ﷽',
  'İstanbul ß ſ éàü a\u0301b',
  '罚\ud800款',
  '〇〇一五年，二〇二一年',
  'ｱｲｳ가각 ไทย',
  '第３７条之一第（二）项',
  '\u0000罚\u200b款\ufeff',
];

/** The gists of the bundled laws, some hundreds of them. */
function lawfulTexts(): string[] {
  return readStatutes()
    .flatMap(({ title, versions }) =>
      versions.flatMap(({ entries }) => [...entries.values()].map(({ gist }) => `${title}\n${gist ?? ''}`)),
    )
    .filter((_, index) => index % 4 === 0);
}

const inner = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

let embedder: Embedder;
beforeAll(async () => {
  embedder = (await openEmbedder(readConfig({ MINGCAI_EMBEDDING_MODEL: FOLDER })))!;
});

describe('the bundled legal embedding model', () => {
  it('gives the vectors that its training program gave', async () => {
    const references = referenceVectors();
    expect(references).toHaveLength(3);
    const vectors = await embedder.embed(references.map(([sentence]) => sentence));
    for (const [index, [, reference]] of references.entries()) {
      expect(vectors[index]).toHaveLength(reference.length);
      for (const [at, value] of reference.entries())
        expect(Math.abs(vectors[index]![at]! - value)).toBeLessThan(1e-3);
    }
  });

  it('looks up what transformers.js works out, for any text', async () => {
    const { env, pipeline } = await import('@huggingface/transformers');
    env.allowRemoteModels = false;
    env.localModelPath = dirname(FOLDER);
    const extract = await pipeline('feature-extraction', basename(FOLDER), {
      local_files_only: true,
      dtype: 'q8',
    });
    const texts = [...ODD, ...lawfulTexts()];
    expect(texts.length).toBeGreaterThan(300);
    for (const text of texts) {
      const [vector] = await embedder.embed([text]);
      const output = await extract([text], { pooling: 'mean', normalize: true });
      const other = output.data as Float32Array;
      const apart = vector!.reduce((most, value, at) => Math.max(most, Math.abs(value - other[at]!)), 0);
      expect(apart, JSON.stringify(text.slice(0, 40))).toBeLessThan(1e-5);
    }
  });

  it('gives unit vectors, the same for full-width and half-width signs, whatever stands beside them in the batch', async () => {
    const long = '当事人逾期不履行行政处罚决定的，可以每日按罚款数额的百分之三加处罚款。'.repeat(80);
    const [wide, narrow, beside] = await embedder.embed(['处罚款１２０元ＡＢ', '处罚款120元ab', long]);
    for (const vector of [wide!, narrow!, beside!]) expect(inner(vector, vector)).toBeCloseTo(1, 4);
    expect(inner(wide!, narrow!)).toBeCloseTo(1, 5);
    const [alone] = await embedder.embed(['处罚款120元ab']);
    expect(inner(alone!, narrow!)).toBeCloseTo(1, 5);
  });

  it.each([
    [
      '买到不合格的食品能要求赔偿吗',
      '消费者因不符合食品安全标准的食品受到损害的，可以向经营者要求赔偿损失。',
      '拍卖人应当于拍卖日七日前发布拍卖公告。',
    ],
    [
      '一件事能不能被罚两次款',
      '对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚。',
      '自然人的出生时间和死亡时间，以出生证明、死亡证明记载的时间为准。',
    ],
    [
      '打工的老板不给加班费',
      '用人单位安排劳动者延长工作时间的，支付不低于工资的百分之一百五十的工资报酬。',
      '国家实行耕地保护补偿制度，严格控制耕地转为非耕地。',
    ],
    [
      '偷偷往河里倒脏水',
      '禁止利用渗井、渗坑、裂隙、溶洞，私设暗管等逃避监管的方式排放水污染物。',
      '票据的签章，为签名、盖章或者签名加盖章。',
    ],
  ])(
    'puts “%s” near the article that answers it and far from one that does not',
    async (question, near, far) => {
      const [asked, right, wrong] = await embedder.embed([question, near, far]);
      expect(inner(asked!, right!)).toBeGreaterThan(inner(asked!, wrong!) + 0.1);
      expect(Math.abs(inner(asked!, wrong!))).toBeLessThan(0.25);
    },
  );
});
