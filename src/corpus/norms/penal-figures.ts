import type { Citation } from '../../law/citation.ts';
import type { SanctionInText } from '../../law/sanctions-in-text.ts';

/** What the penal provisions of one version of a norm threaten: penalties, sums and multiples, no words. */
export interface PenalFigures {
  title: string;
  adopted: string;
  /** By article: the different readings, and which of them each place has (`.` the article, `2.` a paragraph, `2.3` an item). */
  articles: Record<string, { readings: SanctionInText[]; places: Record<string, number> }>;
}

/** The key of a place inside an article. */
export function placeKey({ paragraph, item }: Pick<Citation, 'paragraph' | 'item'>): string {
  return `${paragraph ?? ''}.${item ?? ''}`;
}
