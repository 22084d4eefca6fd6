import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { daysIn } from '../../law/days-in.ts';
import { sumsIn } from '../../law/sums-in.ts';
import { plainText } from './denied-words.ts';

const NOTICES: PaperKind[] = ['prior-notice', 'hearing-right-notice'];
/** 另查, 还查明, 此外, 当事人还曾: what is found beside what was told. */
const BESIDE =
  /(?:另|还|又|并|同时|此外)[,]?(?:经)?(?:查|查明|查实|核实)|(?:另|此外|除此之外)[,]?(?:有|于|在|经|当事人)|还(?:曾|于\d|在\d)|(?:曾|又)于\d{4}年/;
/** To the party's advantage, of the procedure, or an earlier penalty: no other act is found. */
const NO_ACT =
  /整改|改正|退还|退款|退赔|补办|补缴|补种|配合|主动|消除|停止|履行|告知|送达|听证|陈述|申辩|立案|处罚|从轻|减轻|谅解|赔偿|取得|办理|变更登记|注册|成立|不予|没有|未发现|举报|投诉|检查|抽样|检验|鉴定|另案|另行处理|(?:已|曾)[^,]{0,12}处理/;

/** An act of another day that the decision finds beside the one told, and that no notice tells; its words and path. */
export function addedFacts({ papers = [], decision }: CaseFile): { quote: string; path: string } | undefined {
  const index = papers.findIndex(({ id, kind }) =>
    decision?.paper ? id === decision.paper : kind === 'decision',
  );
  const made = papers[index]?.text;
  const notices = papers.flatMap(({ kind, text }) => (NOTICES.includes(kind) ? [text] : []));
  if (!made || !BESIDE.test(plainText(made)) || notices.length === 0) return undefined;
  const told = notices.map((text) => plainText(text ?? '')).join('\n');
  // A notice that was not taken down whole may tell it.
  if (notices.some((text) => !text) || !/拟/.test(told) || !/查|发现/.test(told)) return undefined;
  const days = new Set(daysIn(told).map(({ day }) => day));
  const sums = new Set(sumsIn(told).map((sum) => sum.fen));
  const quote = plainText(made)
    .split(/[。;\n]/)
    .find((sentence) => {
      if (!BESIDE.test(sentence) || NO_ACT.test(sentence)) return false;
      const own = daysIn(sentence).filter(({ relative }) => !relative);
      return (
        own.length > 0 &&
        own.every(({ day }) => !days.has(day)) &&
        sumsIn(sentence).every((sum) => !sums.has(sum.fen))
      );
    });
  return quote ? { quote: quote.slice(0, SHOWN), path: `papers.${index}.text` } : undefined;
}

const SHOWN = 70;
