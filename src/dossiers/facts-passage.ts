import type { Sentence } from './words/match-in.ts';
import type { PlainView } from './words/plain-view.ts';

const HEAD =
  /(?:经?(?:本[局机]关?|我局)?(?:依法)?(?:立案)?(?:调查|审理|核实)?(?:现|已)?查明|经查(?:实|证)?|经(?:立案)?调查(?:核实)?|现已查实|(?:违法事实|查明的事实|认定的(?:违法)?事实)(?:及证据|和证据)?)[^,:。;\n]{0,16}[,:]\s*/g;
const END =
  /(?:以上|上述|前述|该)(?:违法)?(?:事实|行为)|证明上述|(?:你|当事人)[^,。;\n]{0,12}(?:上述|以上)?行为|(?:涉嫌)?违反了?《|有(?:以下|下列)证据|(?:主要)?证据(?:有|如下)|(?:根据|依据|依照)《|综上|本(?:局|机关|队)认为|构成[^,。;]{2,40}行为|本[局机]关?于[^。;\n]{4,30}(?:送达|告知)|□/;

/** 认定的违法事实: from 经查明 up to what proves it or what it violates, in plain view. */
export function factsPassage(view: PlainView): Sentence | undefined {
  for (const head of view.text.matchAll(HEAD)) {
    const from = head.index + head[0].length;
    const rest = view.text.slice(from);
    const end = END.exec(rest)?.index ?? -1;
    const words = rest.slice(0, end).replace(/[\s,;、(（\d.一二三四五六]+$/, '');
    if (end > 0 && words.length >= 15) return { text: words, from, ...view.span(from, from + words.length) };
  }
  return undefined;
}
