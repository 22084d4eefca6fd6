import type { CaseFile } from '../cases/case-file.ts';
import { deniedWords, type PlainPaper } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

/** 承认了就不罚款: what the law itself promises to those who cooperate (依法从轻) is none. */
const PROMISED =
  /(?:承认|交代|交待|认了|认下来|签了?字|签了?名|配合我们)[^。\n]{0,24}?(?:不(?:予)?(?:罚款|罚你|处罚|追究|立案|移送|通知公安)|免(?:予)?(?:罚款|处罚)|算了|放你一马|网开一面|少罚)/;
const THREATENED =
  /不(?:承认|交代|交待|签字|签名|认|说实话)[^。\n]{0,14}?(?:停(?:你们?)?的?业|关(?:你们?)?的?(?:店|门)|查封|扣(?:你|车|货|人)|拘留|抓(?:人|你)|吊销|重罚|加倍罚|不(?:让|许)(?:你)?(?:走|离开|回家))/;
const LAWFUL = /依法|依照|根据|《|法律规定/;
const COPY_UNCHECKED =
  /(?:未|没有|无法|不能)(?:经|能|再)?(?:与|同|和)?原(?:件|本|物)(?:进行)?(?:核对|比对|核实)|(?:未|没有)(?:见到?|出示|提供|调取)原(?:件|本)/;
const CHECKED = /(?<!未|没有|未经|无法|不能)(?:经?与原件|核对)(?:核对)?(?:一致|无误|相符|相同)/;
const UNSIGNED_BY_WITNESS = /证人(?:本人)?(?:没有|未)(?:在[^。;\n]{0,8})?(?:签名|签字|盖章)/;
const NO_IDENTITY = /(?:没有|未)(?:附|提供|留存)(?:有)?(?:本人|证人)?的?(?:居民)?身份证/;
const ALSO_NO_IDENTITY = /(?:没有|未)附身份证明/;

/** How evidence came about as its own words tell it: by promises or threats, a copy unchecked, a testimony unsigned. */
export function wordsOnTaking(
  { evidence = [] }: CaseFile,
  shortPaperOf: (id: string | undefined) => PlainPaper | undefined,
): OtherWords[] {
  return evidence.flatMap(({ paper, flags, copyVerified, testimony }, index): OtherWords[] => {
    const own = shortPaperOf(paper);
    if (!own) return [];
    const { text } = own;
    const at = `evidence.${index}`;
    const told = own.kind === 'interview-record' ? pressed(text) : [];
    const added = told.filter(({ flag }) => !flags?.includes(flag));
    const unchecked = copyVerified === true && !CHECKED.test(text) ? COPY_UNCHECKED.exec(text) : null;
    const unsigned = testimony?.signed === true ? UNSIGNED_BY_WITNESS.exec(text) : null;
    const nobody =
      testimony?.identityPaper === true ? (NO_IDENTITY.exec(text) ?? ALSO_NO_IDENTITY.exec(text)) : null;
    const [first] = added;
    return [
      ...(first && flags
        ? [deniedWords(`${at}.flags`, flags, [...flags, ...added.map(({ flag }) => flag)], own, first.words)]
        : []),
      ...(unchecked ? [deniedWords(`${at}.copyVerified`, true, false, own, unchecked[0])] : []),
      ...(unsigned ? [deniedWords(`${at}.testimony.signed`, true, false, own, unsigned[0])] : []),
      ...(nobody ? [deniedWords(`${at}.testimony.identityPaper`, true, false, own, nobody[0])] : []),
    ];
  });
}

/** What those who ask say of it themselves; a complaint of the one asked is for a person to judge. */
function pressed(text: string): { flag: 'inducement' | 'coercion'; words: string }[] {
  const asked = text
    .split('\n')
    .flatMap((line) => line.split(/(?=[问答]:)/))
    .filter((line) => line.startsWith('问:'));
  return asked.flatMap((line) =>
    line.split(/[。;]/).flatMap((clause) => {
      if (LAWFUL.test(clause)) return [];
      const [promise, threat] = [PROMISED.exec(clause), THREATENED.exec(`${clause}`)];
      return [
        ...(promise && !promise[0].startsWith('不')
          ? [{ flag: 'inducement' as const, words: promise[0] }]
          : []),
        ...(threat ? [{ flag: 'coercion' as const, words: threat[0] }] : []),
      ];
    }),
  );
}
