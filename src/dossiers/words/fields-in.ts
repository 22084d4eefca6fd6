import { keptByText } from '../../law/kept-by-text.ts';
import type { Span } from '../paper.ts';
import { KNOWN_LABELS, LABEL_BEFORE_GAP } from './known-labels.ts';

/**
 * 一栏: a label and what is filled in after it. `label` is without spaces, in half width; `start` and `end` are the
 * offsets of the value in the text, `value` its words as they stand there (never empty).
 */
export interface Field extends Span {
  label: string;
  value: string;
  /** Where the label begins. */
  at: number;
}

/** A label stands at the start of a line or cell, after a space or a stop; spaces inside spread it: 当 事 人. */
const LABEL =
  /(?<=^|[\t\n ,;。，；、|（(　])([ 　]{0,8}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．])?[ 　]{0,8})([\p{sc=Han}A-Za-z][\p{sc=Han}A-Za-z（）()、/／及和或与0-9]{0,120}(?:[ 　]{1,4}[\p{sc=Han}（(][\p{sc=Han}（）()、/／]{0,40}){0,30})[ 　]{0,40}[:：｜]/gmu;
const LONGEST = 24;
/** Marks of a form that was left blank. */
const BLANK = /^[\s_＿/／\\—–－-]*$/;

/**
 * Every filled-in field of a paper: `当事人：示例公司`, several to a line, label and value in neighbouring cells of a
 * table (cells are parted by tabs), `当事人｜示例公司`, or a usual label and a gap: `当事人　示例公司`. A value ends at the next label, the next cell or the line's end; one that begins on
 * the line after its label is found there.
 */
export const fieldsIn: (text: string) => readonly Readonly<Field>[] = keptByText(readFields);

function readFields(text: string): Field[] {
  return [...colonFields(text), ...cellFields(text)].sort((one, other) => one.start - other.start);
}

function colonFields(text: string): Field[] {
  const labels = [...colonLabels(text), ...gapLabels(text), ...framedLabels(text)].sort(
    (one, other) => one.at - other.at,
  );
  return labels.flatMap(({ label, at, from }, index) => {
    const next = labels.slice(index + 1).find((other) => other.at >= from)?.at ?? text.length;
    const value = valueAfter(text, from, next);
    return value ? [{ label, at, ...value }] : [];
  });
}

interface Label {
  label: string;
  at: number;
  /** Where its value begins. */
  from: number;
}

/** 当事人　示例商行: a label of the usual forms, parted from its value by a gap alone. */
function gapLabels(text: string): Label[] {
  return [...text.matchAll(LABEL_BEFORE_GAP)].flatMap((match) => {
    const label = match[1]!.normalize('NFKC').replaceAll(/\s/g, '');
    const at = match.index + match[0].indexOf(match[1]!);
    const from = match.index + match[0].length;
    return [{ label, at, from }];
  });
}

/** 【案由】涉嫌无证经营: a label in heavy brackets. */
function framedLabels(text: string): Label[] {
  return [
    ...text.matchAll(
      /(?<=^|[\t\n 　])【[ 　]*([\p{sc=Han}（）()、/／ 　]{2,16})[ 　]*】[ 　]*(?![:：\s])/gmu,
    ),
  ].flatMap((match) => {
    const label = match[1]!.normalize('NFKC').replaceAll(/\s/g, '');
    return /^(?:示例|样本|模拟)/.test(label)
      ? []
      : [{ label, at: match.index, from: match.index + match[0].length }];
  });
}

function colonLabels(text: string): Label[] {
  return [...text.matchAll(LABEL)].flatMap((match) => {
    const words = match[2]!;
    // 张三 性别：… — of words parted by single spaces only the last is the label, unless each is one character (当 事 人).
    const parts = words.split(/[ 　]+/);
    const spread = parts.filter((part) => part.length === 1).length;
    const own = spread >= parts.length - 1 ? words : parts.at(-1)!;
    const label = own.normalize('NFKC').replaceAll(/\s/g, '');
    const end = match.index + match[0].length;
    const at = end - match[0].slice(match[1]!.length).length + words.lastIndexOf(own);
    return label.length > LONGEST ? [] : [{ label, at, from: end }];
  });
}

function valueAfter(text: string, from: number, next: number): (Span & { value: string }) | undefined {
  const rest = text.slice(from, next);
  const blankUntil = /^[ 　\t]*\n[ 　]*/.exec(rest)?.[0].length ?? 0;
  const line = /^[^\n\t]*/.exec(rest.slice(blankUntil).replace(/^\t/, ' '))?.[0] ?? '';
  return trimmed(text, from + blankUntil, from + blankUntil + line.length);
}

/** Label and value in neighbouring cells of one row, where the label has no colon of its own. */
function cellFields(text: string): Field[] {
  const found: Field[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.includes('\t')) {
      let cell = at;
      const cells = line.split('\t').map((words) => {
        const one = { words, at: cell };
        cell += words.length + 1;
        return one;
      });
      for (const [index, { words, at: start }] of cells.entries()) {
        const next = cells[index + 1];
        const label = words.normalize('NFKC').replaceAll(/\s/g, '');
        if (!next || !isLabel(label)) continue;
        const value = trimmed(text, next.at, next.at + next.words.length);
        // 当事人 | 名称 | 示例商行: the label of a group is followed by labels.
        if (value && !KNOWN_LABELS.has(value.value.normalize('NFKC').replaceAll(/\s/g, '')))
          found.push({ label: label.replace(/:$/, ''), at: start, ...value });
      }
    }
    at += line.length + 1;
  }
  return found;
}

const isLabel = (words: string) =>
  words.length >= 2 && words.length <= 14 && /^[\p{sc=Han}A-Za-z()/、]+:?$/u.test(words) && !/:$/.test(words);

function trimmed(text: string, from: number, to: number): (Span & { value: string }) | undefined {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const value = words.trim().replace(/[，,；;、\s]+$/, '');
  return BLANK.test(value) ? undefined : { value, start, end: start + value.length };
}
