import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { parseYaml } from '../parse-yaml.ts';
import { normaliseText, segmentQuery } from '../segment-text.ts';

const FILE = new URL('../../../corpus/element-words.yaml', import.meta.url);
const schema = z.record(z.string().min(2), z.array(z.string().min(1)).min(1));

let layWords: Record<string, string[]> | undefined;

/** Words of the law behind lay ones that are surer than chance: the learned ones below it lead anywhere. */
const SURE = 0.5;
/** So much of the words of an element has to be said. */
const SPOKEN_OF = 0.65;
/** So many of its pairs of signs stand in the text: then it is said in its own words. */
const VERBATIM = 0.6;

/** In a longer text a single sign stands in other words as well: 印 in 复印件. */
const FEW_SIGNS = 40;
/** Words that every element may hold and that tell nothing of what happened. */
const EMPTY = new Set(
  '从事 属于 进行 实施 当事人 行为 行为人 单位 企业 经营者 生产者 生产经营者 有关 其他 别的 已经 应当 依法 按规定 规定 要求 要做 有效 取得 没有 未经 经过 依据 情形 方式 办法 人员 活动 行业 等等 违法 直接 目的 处于 状态 已过 位于 机构 设施 场所 服务 以上 以下 安排 提供 使用 用于 法律 进入 限定 措施 随意 信息 开展 办法 相应 擅自 继续 合格 产生 造成 符合 标准 资格 条件 需要 发生 场地'.split(
    ' ',
  ),
);
const NEGATED = /没|未(?!成年|来)|无(?!论)|不(?!得|同|特定)|缺少|拒/u;
/** What people say where something lacks, without a word of denial. */
const LACKING = /[没未无不缺拒]|黑车|黑网吧|擅自|私自|过期|过了|撒漏|遗撒|敞着/u;
/** A duty is there though nobody did it. */
const DUE = /应当|需要|依法/u;
/** A part of an element that stands by itself. */
const WHOLE = /^(?:已经?|在|从事)/u;
/** One sign that changes everything: 假农药. */
const TELLING = /(?<!虚)假|劣|毒/u;
const DENIED = /[没未无缺](?:有|办|取得|经|拿|得到)?[^开卖就却还把，。]{0,2}$/u;

/**
 * Whether what was told speaks of an element of an item: its words, the words of the law behind lay ones, or lay words that
 * say the same (corpus/element-words.yaml). Of words joined by 或者 one is enough; an element that something lacks needs
 * a denial, and what the text denies is no element that is there. Not spoken of is not: it did not happen.
 */
export function speaksOf(
  text: string,
  expansion: readonly { word: string; weight: number }[],
  element: string,
): boolean {
  const told = normaliseText(text);
  const behind = expansion.flatMap(({ word, weight }) => (weight >= SURE ? [word] : []));
  const lacks = NEGATED.test(element);
  if (lacks && !LACKING.test(told)) return false;
  const telling = TELLING.exec(element)?.[0];
  if (telling !== undefined && !told.includes(telling) && !told.includes('冒')) return false;
  const { bigrams } = segmentQuery(element);
  const shared = bigrams.filter((pair) => told.includes(pair)).length;
  const isTold = (word: string) => holds(told, behind, word, lacks || DUE.test(element));
  if (!lacks && shared > 1 && shared >= bigrams.length * VERBATIM && groupsOf(element).flat().some(isTold))
    return true;
  return [
    element,
    ...element.split('，或者'),
    ...element.split('或者').filter((part) => NEGATED.test(part) || WHOLE.test(part)),
  ].some((part) => covered(part, isTold));
}

/** Enough of the groups of a phrase are told, and all of them where they are few. */
function covered(phrase: string, isTold: (word: string) => boolean): boolean {
  const groups = groupsOf(phrase);
  const said = groups.filter((words) => words.some(isTold)).length;
  // What is lacking stands last: 没有药品经营许可证 is not told by 药品 and 经营.
  const isObject = !NEGATED.test(phrase) || groups.at(-1)?.some(isTold);
  return said > 0 && said >= groups.length * SPOKEN_OF && isObject === true;
}

const kept = new Map<string, string[][]>();

/** The words of a phrase that tell something; those joined by 或者 or 、 stand for one another. */
function groupsOf(phrase: string): string[][] {
  const known = kept.get(phrase);
  if (known) return known;
  const groups: string[][] = [];
  for (const clause of phrase.split(/[，；]/u)) {
    let open = false;
    for (const part of clause.split(/(?<=或者|、)/u)) {
      const words = segmentQuery(part.replace(/或者|、/gu, '')).words.filter(
        (word) => word.length > 1 && !EMPTY.has(word),
      );
      for (const [at, word] of words.entries()) {
        const last = groups.at(-1);
        if (open && at === 0 && last) last.push(word);
        else groups.push([word]);
      }
      open = words.length > 0 ? /(?:或者|、)$/u.test(part) : open;
    }
  }
  kept.set(phrase, groups);
  return groups;
}

function holds(told: string, behind: readonly string[], word: string, lacks: boolean): boolean {
  if (behind.includes(word)) return true;
  layWords ??= schema.parse(parseYaml(readFileSync(FILE, 'utf8')));
  const same = Object.hasOwn(layWords, word) ? layWords[word]! : [];
  return [word, ...same].some(
    (one) => (one.length > 1 || told.length <= FEW_SIGNS) && stands(told, one, lacks),
  );
}

/** Somewhere in the text, and there not denied, where the element says that it is there. */
function stands(told: string, word: string, lacks: boolean): boolean {
  for (let at = told.indexOf(word); at >= 0; at = told.indexOf(word, at + 1))
    if (lacks || !DENIED.test(told.slice(Math.max(0, at - 5), at))) return true;
  return false;
}
