import { Converter } from 'opencc-js/t2cn';

let known: ((text: string) => string) | undefined;

/** 餐飲店無證經營 → 餐饮店无证经营: traditional characters as simplified ones, by OpenCC's phrases (著作权 stays). */
export function foldTraditional(text: string): string {
  const convert: (text: string) => string = known ?? Converter({ from: 't', to: 'cn' });
  known = convert;
  return convert(text);
}
