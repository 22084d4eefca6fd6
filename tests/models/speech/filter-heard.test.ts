import { describe, expect, it } from 'vitest';
import { filterHeard } from '../../../src/models/speech/filter-heard.ts';
import { hearingPrompt } from '../../../src/models/speech/hearing-prompt.ts';
import type { Placed } from '../../../src/models/speech/place-heard.ts';
import { readEngineJson } from '../../../src/models/speech/read-engine-json.ts';
import { simplifyText } from '../../../src/models/speech/simplify-text.ts';

const PROMPT = hearingPrompt(['示例公司', '行政处罚法']);

const at = (start: number, text: string, rest: Partial<Placed> = {}): Placed => ({
  segment: { start, end: start + 2, text },
  voiced: 2,
  silent: false,
  ...rest,
});
const texts = (placed: Placed[]) => filterHeard(placed, PROMPT).segments.map(({ text }) => text);
const reasons = (placed: Placed[]) => filterHeard(placed, PROMPT).dropped.map(({ text, why }) => [text, why]);

describe('what nobody said', () => {
  it.each([
    '请不吝点赞 订阅 转发 打赏支持明镜与点点栏目',
    '字幕由Amara.org社区提供',
    '中文字幕志愿者 李宗盛',
    '由 Amara.org 社群提供的字幕',
    '谢谢观看!',
    '感谢大家收看，我们下期再见',
    '优优独播剧场——YoYo Television Series Exclusive',
    '词曲 李宗盛',
    '(音乐)',
    '以下是普通话的句子。',
    '以下是行政执法听证的普通话录音，用简体中文记录。示例公司、行政处罚法。',
  ])('%s', (text) => {
    expect(texts([at(0, text)])).toEqual([]);
    expect(reasons([at(0, text)])).toEqual([[text, 'known-invention']]);
  });

  it.each([
    '谢谢大家。',
    '谢谢主持人。',
    '当事人在视频里请观众点赞订阅。',
    '今天的听证到此结束，谢谢大家的配合。',
    '字幕是我们自己做的，有原始文件。',
    '示例公司、行政处罚法。',
    '我们下次再谈。',
    '音乐是从二楼传出来的。',
    '请把词曲的授权书交给书记员。',
  ])('is not %s', (text) => {
    expect(texts([at(0, text)])).toEqual([text]);
  });

  it('is a sentence where there is no speech, or too little for so many words', () => {
    expect(reasons([at(0, '我们没有意见。', { voiced: 0.05 })])).toEqual([['我们没有意见。', 'silence']]);
    expect(reasons([at(0, '我们对这一项处罚决定没有任何的意见。', { voiced: 0.5 })])).toHaveLength(1);
    expect(texts([at(0, '是。', { voiced: 0.2 })])).toEqual(['是。']);
    expect(filterHeard([at(0, '……', { voiced: 0 })], PROMPT)).toEqual({ segments: [], dropped: [] });
  });
});

describe('repeated sentences', () => {
  it('without a pause are a loop of the engine: the first stays, the others are listed', () => {
    const placed = [0, 2, 4, 6].map((start) => at(start, '我们没有意见。'));
    expect(texts(placed)).toEqual(['我们没有意见。']);
    expect(reasons(placed)).toHaveLength(3);
  });

  it('with a pause before each may have been said by several people: they stay, to be confirmed', () => {
    const placed = [0, 3, 6].map((start) => at(start, '我们没有意见。'));
    const { segments, dropped } = filterHeard(placed, PROMPT);
    expect(dropped).toEqual([]);
    expect(segments.map(({ uncertain }) => uncertain)).toEqual(Array(3).fill([{ from: 0, to: 7 }]));
  });

  it('stay where they are two, or answers of a word', () => {
    expect(texts([at(0, '我们没有意见。'), at(2, '我们没有意见。')])).toHaveLength(2);
    expect(texts([0, 2, 4, 6].map((start) => at(start, '没有。')))).toHaveLength(4);
  });

  it('within a sentence leave one, and what was taken out is listed', () => {
    const stuck = at(0, `当事人说${'没有经营'.repeat(8)}。`, { voiced: 20 });
    const { segments, dropped } = filterHeard([stuck], PROMPT);
    expect(segments[0]).toMatchObject({ text: '当事人说没有经营。', uncertain: [{ from: 0, to: 9 }] });
    expect(dropped).toEqual([expect.objectContaining({ text: '没有经营'.repeat(7), why: 'repeated' })]);
    expect(texts([at(0, '对对对对对，是这样。')])).toEqual(['对对对对对，是这样。']);
  });
});

describe('what the engine wrote', () => {
  const offsets = { from: 500, to: 2500 };
  const json = (tokens: { text: Buffer; id: number; p: number }[]) =>
    Buffer.concat([
      Buffer.from(
        `{"model":{"multilingual":true},"transcription":[{"offsets":${JSON.stringify(offsets)},"text":"`,
      ),
      ...tokens.filter(({ id }) => id < 50_257).map(({ text }) => text),
      Buffer.from('","tokens":['),
      ...tokens.flatMap(({ text, id, p }, index) => [
        Buffer.from(`${index ? ',' : ''}{"text":"`),
        text,
        Buffer.from(`","id":${id},"p":${p},"offsets":${JSON.stringify(offsets)}}`),
      ]),
      Buffer.from(']}]}'),
    ]);

  it('is put together where a token ends within a character', () => {
    const [first, second] = [Buffer.from('听').subarray(0, 2), Buffer.from('听').subarray(2)];
    const heard = readEngineJson(
      json([
        { text: Buffer.from('[_BEG_]'), id: 50_364, p: 1 },
        { text: first, id: 1, p: 0.9 },
        { text: second, id: 2, p: 0.4 },
        { text: Buffer.from('证'), id: 3, p: 0.8 },
        { text: Buffer.from('[_TT_50]'), id: 50_414, p: 1 },
      ]),
    );
    expect(heard).toEqual([
      {
        start: 0.5,
        end: 2.5,
        tokens: [
          { text: '听', start: 0.5, sure: 0.4 },
          { text: '证', start: 0.5, sure: 0.8 },
        ],
      },
    ]);
  });

  it('may hold control characters and bytes that are no text', () => {
    const heard = readEngineJson(json([{ text: Buffer.from([0x0a, 0xff, 0xe5]), id: 1, p: 0.5 }]));
    expect(heard?.[0]?.tokens.map(({ text }) => text)).toEqual([' ']);
  });

  it('is nothing yet while it is cut off', () => {
    const whole = json([{ text: Buffer.from('听'), id: 1, p: 0.5 }]);
    for (let length = 0; length < whole.length; length += 1) {
      expect(readEngineJson(whole.subarray(0, length))).toBeUndefined();
    }
    expect(readEngineJson(whole)).toHaveLength(1);
  });
});

describe('the prompt', () => {
  it('names each word once, the first ones, as many as there is room for', () => {
    const prompt = hearingPrompt([
      '甲公司',
      '甲公司',
      '',
      '  ',
      '张 三',
      ...Array(100)
        .fill(0)
        .map((_, i) => `词语${i}`),
    ]);
    expect(prompt).toMatch(/^以下是行政执法听证的普通话录音，用简体中文记录。甲公司、张三、词语0、/);
    expect([...prompt].length).toBeLessThan(125);
  });
});

describe('simplified characters', () => {
  it.each([
    ['請當事人陳述申辯意見。', '请当事人陈述申辩意见。'],
    ['了解著作權的問題', '了解著作权的问题'],
    ['张乾，于著名商标', '张乾，于著名商标'],
    ['没有意见。', '没有意见。'],
  ])('%s → %s', (text, expected) => {
    expect(simplifyText(text)).toBe(expected);
  });
});
