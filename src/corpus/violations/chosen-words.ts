import type { LikeChoices } from './like-choices.ts';

/** 本机关近三年 7 件类似案件选用（都说到：过期、货架）. */
export function chosenWords({ count, words }: LikeChoices): string {
  return `本机关近三年 ${count} 件类似案件选用（都说到：${words.join('、')}）`;
}
