import { numbersInText } from '../../law/numbers-in-text.ts';

const LOW_AND_HIGH = /([^,。;、]*?)(?:以上|至|到)([^,。;、以]{1,20}?)(?:以下|的?罚款)/g;
const HIGH_ALONE = /(以上)?([^,。;、以]{1,14}?)以下/g;
const LOW = /([^,。;、]*?)以上/g;

/**
 * The spans that the words of a provision state, as `20000-200000`, `-50000` (以下 alone), `10000-` (以上); 等值 is one
 * time the base, and each number also stands alone as `500-500`. Of whatever measure: 三日以上五日以下 is `3-5`.
 */
export function statedSpans(text: string): Set<string> {
  const words = text.normalize('NFKC').replaceAll('等值', '1倍').replaceAll(/\s/g, '');
  const spans = new Set<string>();
  for (const [, low = '', high = ''] of words.matchAll(LOW_AND_HIGH)) {
    const [min, max] = [lastNumber(low), lastNumber(high)];
    if (min !== undefined && max !== undefined) spans.add(`${min}-${max}`);
  }
  for (const [, above, high = ''] of words.matchAll(HIGH_ALONE)) {
    const max = above ? undefined : lastNumber(high);
    if (max !== undefined) spans.add(`-${max}`);
  }
  for (const [, low = ''] of words.matchAll(LOW)) {
    const min = lastNumber(low);
    if (min !== undefined) spans.add(`${min}-`);
  }
  for (const { value } of numbersInText(words)) spans.add(`${Number(value)}-${Number(value)}`);
  return spans;
}

/** 三万 before 以上 is in yuan as the other end is. */
function lastNumber(words: string): number | undefined {
  const found = numbersInText(/(?:元|[倍%‰]|分之.+)$/.test(words) ? words : `${words}元`).at(-1);
  return found && Number(found.value);
}
