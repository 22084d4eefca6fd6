import type { Paper } from '../paper.ts';

/** 当场行政处罚决定书, 行政处罚决定书（简易程序）: by its title, or by what stands above its body. */
export const isOnTheSpot = ({ kind, title, text }: Paper): boolean =>
  kind === 'decision' &&
  (/当场|简易/.test(title) ||
    /当场(?:行政)?处罚决定书|处罚决定书[（(](?:当场|简易)/.test(text.replaceAll(/\s/g, '').slice(0, 80)));
