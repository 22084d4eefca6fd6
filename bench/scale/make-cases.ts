import { readdirSync, readFileSync } from 'node:fs';
import { countTerms, hashTerm, type TermCounts } from '../../src/corpus/lexical-terms.ts';

/** An invented case: its text is put together from phrases of the bundled corpus, and means nothing. */
export interface MadeCase {
  title: string;
  text: string;
  region: string;
  terms: TermCounts;
  vector: Int16Array;
}

export const DIMENSIONS = 512;
/** Each stands at one case in a hundred. */
export const REGIONS = Array.from({ length: 100 }, (_, n) => `示例省第${n + 1}市`);
const TOPICS = 400;
const PER_TOPIC = 60;
/** What a text says beside its phrases, as a share of one of them. */
const NOISE = 0.5;
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const TRADES = [
  '食品店',
  '餐饮店',
  '建材商行',
  '化工厂',
  '养殖场',
  '药房',
  '汽修厂',
  '印刷厂',
  '便利店',
  '物流公司',
];

/** A number 0..1, the same for the same seed and turn (mulberry32). */
export function makeDraw(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Phrase {
  text: string;
  terms: TermCounts;
}

/** Makes cases and questions, always the same for one seed: each topic has phrases of its own. */
export function openCaseMaker(seed: number): {
  make(number: number): MadeCase;
  ask(number: number): { query: string; vector: Float32Array };
} {
  const draw = makeDraw(seed);
  const phrases = readPhrases();
  const cut = new Map<string, Phrase>();
  const phrase = (text: string): Phrase => {
    let found = cut.get(text);
    if (!found) {
      found = { text, terms: countTerms(text) };
      if (cut.size < 100_000) cut.set(text, found);
    }
    return found;
  };
  // Frequent and rare ones, as in real texts: the n-th is drawn with a likelihood near 1/n.
  const zipf = (size: number, next: () => number) => Math.floor(size ** next()) % size;
  const topics = Array.from({ length: TOPICS }, () => ({
    phrases: Array.from({ length: PER_TOPIC }, () => phrases[Math.floor(draw() * phrases.length)]!),
  }));
  const topicOf = (next: () => number) => topics[zipf(TOPICS, next)]!;
  // As a model that averages its words does it: each phrase has a direction, a text lies where its phrases lead.
  const noise = Float32Array.from({ length: 2 ** 18 }, () => gauss(draw));
  const walk = (sum: Float32Array, from: number, step: number, weight: number) => {
    let at = from;
    for (let i = 0; i < DIMENSIONS; i++) {
      at = (at + step) % noise.length;
      sum[i]! += weight * noise[at]!;
    }
  };
  const direct = (said: string[], next: () => number): Float32Array => {
    const sum = new Float32Array(DIMENSIONS);
    for (const text of said) {
      const hash = hashTerm(text);
      walk(sum, hash % noise.length, 1 + 2 * ((hash >>> 12) % 50_000), 1);
    }
    walk(sum, Math.floor(next() * noise.length), 1 + 2 * Math.floor(next() * 50_000), NOISE);
    let square = 0;
    for (const value of sum) square += value * value;
    const length = Math.sqrt(square);
    return sum.map((value) => value / length);
  };
  return {
    make(number) {
      const next = makeDraw(seed * 7919 + number);
      const topic = topicOf(next);
      const who = `${pick(SURNAMES, next)}某${pick(TRADES, next)}`;
      const about = topic.phrases[zipf(PER_TOPIC, next)]!;
      const said = [
        who,
        about,
        '案',
        `${2015 + Math.floor(next() * 10)}年`,
        `第${Math.floor(next() * 9999)}号`,
      ];
      const body = Array.from({ length: 8 + Math.floor(next() * 9) }, () =>
        next() < 0.6 ? topic.phrases[zipf(PER_TOPIC, next)]! : phrases[zipf(phrases.length, next)]!,
      );
      body.push(`罚款${Math.ceil(next() * 500) * 100}元`);
      return {
        title: said.join('，'),
        text: `${body.join('，')}。`,
        region: pick(REGIONS, next),
        terms: joinTerms([...said, ...body].map(phrase)),
        vector: Int16Array.from(direct([about, ...body], next), (value) => Math.round(value * 4096)),
      };
    },
    ask(number) {
      const next = makeDraw(seed * 104_729 + 17 * number + 1);
      const topic = topicOf(next);
      const size = 1 + (number % 3);
      const words = Array.from({ length: size }, () => topic.phrases[zipf(PER_TOPIC, next)]!);
      // A longer text is taken for a case, not for a question.
      return { query: `${words.join('，').slice(0, 44)}怎么处罚`, vector: direct(words, next) };
    },
  };
}

/** What the index makes of phrases between commas: no term reaches over one. */
function joinTerms(phrases: Phrase[]): TermCounts {
  const counts = new Map<string, number>();
  const lengths: TermCounts['lengths'] = [0, 0, 0];
  for (const { terms } of phrases) {
    for (const [term, count] of terms.counts) counts.set(term, (counts.get(term) ?? 0) + count);
    for (const field of [0, 1, 2] as const) lengths[field] += terms.lengths[field];
  }
  return { counts, lengths };
}

/** Runs of Chinese characters from the bundled gists, benchmarks and demonstration cases, each once. */
function readPhrases(): string[] {
  const found = new Set<string>();
  for (const folder of ['laws', 'cases', 'benchmarks']) {
    const path = new URL(`../../corpus/${folder}/`, import.meta.url);
    for (const name of readdirSync(path, { recursive: true }).map(String).sort()) {
      if (!name.endsWith('.yaml')) continue;
      const text = readFileSync(new URL(name, path), 'utf8');
      for (const [run] of text.matchAll(/\p{Script=Han}{5,18}/gu)) found.add(run);
    }
  }
  return [...found];
}

function pick<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)]!;
}

/** Near enough to a normal distribution: the sum of four even ones. */
function gauss(next: () => number): number {
  return (next() + next() + next() + next() - 2) * 1.732;
}
