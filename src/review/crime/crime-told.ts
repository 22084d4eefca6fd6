import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';

const FACTS: PaperKind[] = [
  'inspection-record',
  'interview-record',
  'expert-opinion',
  'documentary-evidence',
  'closing-report',
  'hearing-record',
];
const NOT = /没有|未发生|未造成|不存在|并未|否认|尚未查实|未达|不属于/;

interface Told {
  offence: string;
  words: string;
  path: string;
}

/**
 * Facts in the words of a paper that reach a threshold by themselves, in a case that was noted to have no related
 * offence: deaths with the main responsibility, heavy metals at four times the limit, wages withheld after an order
 * while money was moved away.
 */
export function crimeTold({ papers = [] }: CaseFile): Told | undefined {
  for (const [index, { kind, text }] of papers.entries()) {
    if (!text || !FACTS.includes(kind)) continue;
    const sentences = text
      .normalize('NFKC')
      .replaceAll(/[ \t]/g, '')
      .split(/[。\n]/);
    for (const words of sentences) {
      const offence = SIGNS.find(({ is }) => is(words))?.offence;
      if (offence) return { offence, words: words.slice(0, SHOWN), path: `papers.${index}.text` };
    }
  }
  return undefined;
}

const SHOWN = 80;
const SIGNS: { offence: string; is: (words: string) => boolean }[] = [
  {
    offence: '重大责任事故罪等',
    is: (words) =>
      /[1-9一二三四五六七八九十]\d*(?:人|名[^,;]{0,6})死亡|死亡[1-9一二三四五六七八九十]\d*人/.test(words) &&
      /负(?:有)?(?:主要|全部)责任|(?:主要|全部)责任(?:者|方)/.test(words) &&
      !NOT.test(words.replaceAll(/未(?:报检|消除|检验|及时|按)/g, '')),
  },
  { offence: '非法行医罪', is: twicePenalised },
  { offence: '污染环境罪', is: metalBeyond },
  // 农药管理条例 44 takes forbidden pesticides for false ones; 刑法 140 begins at sales of 50,000 yuan.
  { offence: '生产、销售伪劣产品罪', is: forbiddenPesticide },
  {
    offence: '拒不支付劳动报酬罪',
    is: (words) =>
      /(?:拖欠|欠(?!条)|没发|未支付|不支付)/.test(words) &&
      /工资|劳动报酬/.test(words) &&
      /限期支付|责令(?:限期)?支付|支付指令|责令改正/.test(words) &&
      /(?:转(?:到|移|入|给|走)|隐匿|逃匿|抽逃|藏匿)/.test(words) &&
      /(?:仍|至今|到今天|到现在|逾期)[^,;]{0,8}(?:没|未|不)/.test(words) &&
      !/没有拖欠|未拖欠|不存在|没有转移|未转移/.test(words),
  },
];

/** 此前已两次因非法行医受过行政处罚: whoever practises again after two penalties. */
function twicePenalised(sentence: string): boolean {
  return sentence.split(/[,;()]/).some(tellsTwo);
}

function tellsTwo(words: string): boolean {
  if (NOT.test(words) || /次以[上后]|是否|规定|标准|追诉/.test(words)) return false;
  return (
    /(?:[两二三四五]|[2-9])次[^,;]{0,8}因[^,;]{0,8}(?:行医|医师资格|诊疗|执业许可)[^,;]{0,10}(?:处罚|罚款)/.test(
      words,
    ) ||
    /因[^,;]{0,8}(?:行医|医师资格|诊疗|执业许可)[^,;]{0,10}(?:处罚|罚款)过?[^,;]{0,3}(?:[两二三四五]|[2-9])次/.test(
      words,
    )
  );
}

/** 卖过国家禁用的某农药，收了13万元货款. */
function forbiddenPesticide(words: string): boolean {
  if (!/(?:卖|销售|出售|经营|售)(?:过|了|出)?[^,;]{0,16}(?:禁用|明令禁止|禁止(?:生产|销售|使用))/.test(words))
    return false;
  if (
    !/农药|甲胺磷|对硫磷|久效磷|磷胺|六六六|滴滴涕|毒杀芬|毒鼠强|百草枯|克百威|杀虫脒|三氯杀螨醇/.test(words)
  )
    return false;
  if (NOT.test(words.replaceAll(/(?:没有|未)(?:记|入|登记|开)/g, ''))) return false;
  return [...words.matchAll(SOLD_FOR)].some(
    ([, figures = '', ten]) => Number(figures.replaceAll(',', '')) * (ten ? 10_000 : 1) >= SALES,
  );
}

const SALES = 50_000;
const SOLD_FOR =
  /(?:收(?:了|取|款|到)?|货款|得款|销售(?:额|金额|收入|款)|卖(?:了|得|出)?)(?:共|合计|大约|约|总共|为|计)*(\d+(?:,\d{3})*(?:\.\d+)?)(万)?(?:多|余)?元/g;

/** 总镉结果为限值的4.2倍: of the metals whose threefold excess is a crime. */
function metalBeyond(words: string): boolean {
  if (!/总?(?:铅|汞|镉|铬|砷|铊|锑)/.test(words) || NOT.test(words)) return false;
  const limit = /(?:铅|汞|镉|铬|砷|铊|锑)[^,;]{0,12}?(?:限值|标准)的?(\d+(?:\.\d+)?)倍/.exec(words)?.[1];
  const excess =
    /(?:铅|汞|镉|铬|砷|铊|锑)[^,;]{0,12}?超(?:标|过[^,;]{0,8}标准|过[^,;]{0,8}限值)(\d+(?:\.\d+)?)倍/.exec(
      words,
    )?.[1];
  return Number(limit ?? 0) >= 4 || Number(excess ?? 0) >= 3;
}
