import type { CaseFile } from '../../cases/case-file.ts';
import type { Fen } from '../../law/money.ts';
import { sumsIn } from '../../law/sums-in.ts';

/** 依据《某办法》第四十三条“……可并处1000元以下的罚款”的规定，决定…… in one sentence. */
const QUOTED =
  /(?:依据|根据|依照|按照?)[^。“”"「」\n]{0,80}第[^。“”"「」\n]{1,20}(?:条|款|项|[)）])[^。“”"「」\n]{0,12}[“"「](?<words>[^”"」\n]{6,300})[”"」](?<after>[^。；;“”"「」\n]{0,200})/g;
/** 依据某条例第六十三条第一项，应处3000元以上1万元以下的罚款，决定…… without quotation marks. */
const RETOLD =
  /(?:依据|根据|依照|按照?)[^。“”"「」\n]{0,60}第[^。“”"「」，,\n]{1,20}(?:条|款|项)(?<words>[^。；;“”"「」\n]{0,80}?处以?(?:不超过[^，。；,;\n]{1,14}|[^，。；,;\n]{1,16}(?:以下|以内))(?:的)?罚款)(?<after>[^。；;“”"「」\n]{0,200})/g;
const SPAN_OF_FINE = /元(?:以下|以内)(?:的)?罚款|不超过[^，。；,;\n]{1,14}元(?:的)?罚款/g;
/** Any quotation that speaks of a fine. */
const OF_FINE = /[“"「][^”"」\n]{0,200}罚款[^”"」\n]{0,100}[”"」]/g;
const IMPOSED = /(?:决定|给予|处以?|作出)[^。；\n]{0,60}罚款/;
const CAP =
  /处以?(?:人民币)?(?:不超过(?<most>[^，。；,;\n]{1,14}?元)|(?<sum>[^，。；,;\n]{1,14}?元)(?:以下|以内))(?:的)?罚款/g;

export interface QuotedCap {
  limit: Fen;
  /** The words that set the limit. */
  quote: string;
  path: string;
}

/**
 * The highest fine in the words of the one provision that the decision quotes where it imposes its fine. `undefined` where
 * it quotes several, where the words have several spans, or count on a base.
 */
export function quotedCap({ papers = [], decision }: CaseFile): QuotedCap | undefined {
  const index = papers.findIndex(({ id, kind }) =>
    decision?.paper ? id === decision.paper : kind === 'decision',
  );
  const text = papers[index]?.text?.normalize('NFKC').replaceAll(/[ \t]/g, '');
  if (!text) return undefined;
  const { words = '', after = '' } = spanTold(text)?.groups ?? {};
  if (!IMPOSED.test(after)) return undefined;
  if ((words.match(/罚款/g) ?? []).length !== 1 || /倍|每|%|百分之|千分之/.test(words)) return undefined;
  const [cap] = words.matchAll(CAP);
  const [sum, more] = sumsIn((cap?.groups?.most ?? cap?.groups?.sum ?? '').replace(/^.*以上/, ''));
  if (!cap || !sum || more) return undefined;
  return { limit: sum.fen, quote: cap[0], path: `papers.${index}.text` };
}

/** The provision's words, in quotation marks or without; `undefined` where the paper tells several spans. */
function spanTold(text: string): RegExpMatchArray | undefined {
  const [only] = [...text.matchAll(QUOTED)].filter(({ groups }) => /罚款/.test(groups?.words ?? ''));
  const quotes = (text.match(OF_FINE) ?? []).length;
  if (only || quotes > 0) return quotes === 1 ? only : undefined;
  return (text.match(SPAN_OF_FINE) ?? []).length === 1 ? [...text.matchAll(RETOLD)][0] : undefined;
}
