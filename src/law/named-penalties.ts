import type { PenaltyType } from './penalties.ts';

/** Words that can mean a penalty of the type, taken wide: a type whose words stand nowhere is threatened nowhere. */
const WORDS: Record<PenaltyType, RegExp> = {
  warning: /警告/,
  'public-criticism': /通报/,
  fine: /罚款|罚没/,
  'confiscate-gains': /没收|追缴|收缴/,
  'confiscate-goods': /没收|收缴|销毁/,
  'suspend-permit': /暂扣|扣留|扣押|扣缴|吊扣|中止|暂停(?![^，。；]{0,4}(?:供|用))/,
  downgrade: /降低|降级|取消|核减/,
  revoke: /吊销|撤销|注销|取消|收回|吊扣/,
  'restrict-business': /限制|限产|暂停|停止(?:生产|经营|营业|接受|办理|业务|开展)|禁止|不得/,
  suspend:
    /停产|停业|停工|停办|停运|整顿|歇业|暂停|关闭|停止(?:生产|经营|营业|建设|施工|使用|运营|作业|活动)/,
  close: /关闭|取缔|停办|停业|解散|撤销/,
  'bar-occupation': /不得|禁止|禁入|终身|暂停|取消|限制|从业/,
  detention: /拘留/,
  // What is not on the list can go by any words.
  other: /(?:)/,
};

/** The types that a text may threaten. */
export function namedPenalties(text: string): PenaltyType[] {
  return (Object.keys(WORDS) as PenaltyType[]).filter((type) => WORDS[type].test(text));
}
