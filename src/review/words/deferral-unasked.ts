import type { CaseFile } from '../../cases/case-file.ts';
import { plainText } from './denied-words.ts';

/** 当事人没有提出分期缴纳的书面申请. */
const UNASKED =
  /(?:未|没有|并未|从未)(?:曾)?(?:主动)?(?:提出|提交|递交|书面|口头|收到|申请)[^,。;\n]{0,16}(?:申请|延期|分期|暂缓)|(?:未经|没有经过?|无)(?:当事人|其)?(?:的)?申请/;
/** 由承办人提出分期, 依职权准予延期. */
const BY_OFFICE =
  /由(?:承办人|承办机构|办案人员|办案机构|执法人员|本局|本机关|我局|机关)(?:主动|直接)?(?:提出|代为|代其|代当事人|建议)[^,。;\n]{0,6}(?:延期|分期|暂缓|申请)|(?:代当事人|代为|代其)(?:填写|提出|提交|办理)[^,。;\n]{0,6}(?:申请|延期|分期)|(?:依职权|主动(?:为其|给予|准予))[^,。;\n]{0,8}(?:延期|分期|暂缓)/;
const NO_HARDSHIP =
  /(?:未|没有|并未)(?:说明|反映|载明|写明|主张|提出|陈述|存在|发生)(?:有)?[^,。;\n]{0,8}困难|(?:不存在|不属于|不具有)[^,。;\n]{0,6}困难|(?:经营|财务|经济|资金)(?:状况|情况)?(?:良好|正常|宽裕)|有能力(?:一次性?|按期|足额|全额)?(?:缴|支付)|为(?:了)?便于(?:按期|按时|尽快|及时)?结案/;
const ASKED =
  /申请(?:日期|时间|理由|事项|内容):|(?:提出|提交|递交|书面|口头)[^,。;\n]{0,12}申请|以[^,。;\n]{0,20}困难为由/;
const ELSEWHERE = /此前|以前|曾经|首次|其他|再次|逾期未|虽|除|如果?|是否|应当/;

/** Where the form of a deferral or of instalments says that nobody asked for it or that there was no hardship. */
export function deferralUnasked({ papers = [] }: CaseFile): { quote: string; path: string } | undefined {
  for (const [index, { kind, title, text }] of papers.entries()) {
    if (!text || !(kind === 'deferral-approval' || (kind === 'other' && /延期|分期|暂缓/.test(title))))
      continue;
    const own = plainText(text);
    const clauses = own.split(/[。;\n,]/).filter((clause) => !ELSEWHERE.test(clause));
    const asked = clauses.some((clause) => ASKED.test(clause) && !UNASKED.test(clause));
    const quote = clauses.find(
      (clause) => UNASKED.test(clause) || NO_HARDSHIP.test(clause) || (!asked && BY_OFFICE.test(clause)),
    );
    if (quote) return { quote, path: `papers.${index}.text` };
  }
  return undefined;
}
