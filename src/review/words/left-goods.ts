import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';

const NUMBER = String.raw`(?:\d+(?:,\d{3})*(?:\.\d+)?|[一二两三四五六七八九十百千]+)`;
const UNIT = '公斤|千克|吨|袋|盒|只|瓶|箱|包|桶|罐|件|台|套|份|株|条|支|把|个|批|听|板|块|双|部|枚|卷|本|册';
const GOODS = new RegExp(
  String.raw`(?:尚有|尚余|现存|剩余|剩下|还剩|余下|库存|未售出?|未销售|存有|存放|摆放|查获|发现有|货架(?:上)?有|仓库(?:内|里)?有)[^。;\n]{0,40}?(?<left>${NUMBER}(?:${UNIT}))`,
);
const TOTAL = new RegExp(
  String.raw`(?<total>${NUMBER})(?<unit>${UNIT})[^。;\n]{0,12}?(?:其中)?(?:已)?(?:售出|卖出|销售)(?:了)?(?<sold>${NUMBER})\k<unit>`,
);
const FOUND: PaperKind[] = ['decision', 'inspection-record', 'preservation-notice', 'seizure-decision'];
/** What is no longer there, or is somebody else's, cannot be confiscated. */
const GONE =
  /销毁|退回|退还|退货|召回|无害化|售罄|售完|卖完|全部(?:已)?(?:售出|销售)|没有库存|无库存|无剩余|没有剩余|灭失|报废|自行处理|消费完|用完|食用完/;

/** The goods of the act that the papers tell to be still there: 剩余122盒. `undefined` where that is not plain. */
export function leftGoods({ violation, papers = [] }: CaseFile): { words: string; path: string } | undefined {
  const texts = [
    ...(violation.facts ? [{ text: violation.facts, path: 'violation.facts' }] : []),
    ...papers.flatMap(({ kind, text }, index) =>
      text && FOUND.includes(kind) ? [{ text, path: `papers.${index}.text` }] : [],
    ),
  ].map(({ text, path }) => ({ text: text.normalize('NFKC').replaceAll(/\s/g, ''), path }));
  if (texts.some(({ text }) => GONE.test(text))) return undefined;
  for (const { text, path } of texts) {
    const counted = TOTAL.exec(text);
    const { total, sold } = counted?.groups ?? {};
    if (counted && total && sold && numeral(total) > numeral(sold)) return { words: counted[0], path };
  }
  for (const { text, path } of texts) {
    const found = GOODS.exec(text)?.[0];
    if (found) return { words: found.slice(-40), path };
  }
  return undefined;
}

const numeral = (number: string) =>
  /^\d/.test(number) ? Number(number.replaceAll(',', '')) : chineseValue(number);
