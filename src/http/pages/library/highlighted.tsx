import type { Child } from 'hono/jsx';

/** A text with every occurrence of the words marked, the longer word first. */
export function Highlighted({ text, words }: { text: string; words: string[] }): Child {
  const patterns = words
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (patterns.length === 0) return <>{text}</>;
  const runs = text.split(new RegExp(`(${patterns.join('|')})`));
  return <>{runs.map((run, index) => (index % 2 ? <mark>{run}</mark> : run))}</>;
}
