import type { CaseFile } from '../../cases/case-file.ts';
import { plainText } from './denied-words.ts';

export interface LeftOtherwise {
  evidence: number;
  paper: number;
  /** 余5盒, as the paper has it. */
  told: string;
  /** 余11盒, as it is said to prove. */
  found: string;
}

const LEFT =
  /(?<lead>剩余|结余|库存|余|剩)(?:下|有)?(?<number>\d+(?:,\d{3})*(?:\.\d+)?)(?<unit>[\p{sc=Han}]{1,2})/gu;

/** What is left of the goods, where a piece of evidence is said to prove another number than its own paper tells. */
export function leftOtherwise({ evidence = [], papers = [] }: CaseFile): LeftOtherwise[] {
  return evidence.flatMap(({ proves, paper }, index): LeftOtherwise[] => {
    const at = papers.findIndex(({ id }) => id === paper);
    const text = plainText(papers[at]?.text ?? '');
    if (!proves || !text) return [];
    const [said, ...more] = leftIn(plainText(proves));
    if (!said || more.length > 0) return [];
    // Other goods in the same paper have a rest of their own.
    const named = figuresIn(plainText(proves));
    const there = text
      .split(/[。\n]/)
      .filter((sentence) => figuresIn(sentence).some((one) => named.includes(one)))
      .flatMap(leftIn)
      .filter(({ unit }) => unit === said.unit);
    const [first] = there;
    const known = new RegExp(`(?<![\\d.,])${said.number}${said.unit}`).test(
      text.replaceAll(/(?<=\d),(?=\d{3})/g, ''),
    );
    return first && there.length === 1 && first.number !== said.number && !known
      ? [{ evidence: index, paper: at, told: first.words, found: said.words }]
      : [];
  });
}

const leftIn = (text: string) =>
  [...text.matchAll(LEFT)].map(({ 0: words, groups }) => ({
    words,
    number: String(Number(groups!.number!.replaceAll(',', ''))),
    unit: groups!.unit![0] ?? '',
  }));

const figuresIn = (text: string): string[] => text.match(/\d[\d,]*(?:\.\d+)?[\p{sc=Han}]/gu) ?? [];
