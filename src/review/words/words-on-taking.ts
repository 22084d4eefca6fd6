import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { deniedWords, type PlainPaper } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

/** 承认了就不罚款: what the law itself promises to those who cooperate (依法从轻) is none. */
const PROMISED =
  /(?:承认|交代|交待|认了|认下来|签了?字|签了?名|配合我们)[^。\n]{0,24}?(?:不(?:予)?(?:罚款|罚你|处罚|追究|立案|移送|通知公安)|免(?:予)?(?:罚款|处罚)|算了|放你一马|网开一面|少罚)/;
const THREATENED =
  /不(?:承认|交代|交待|签字|签名|认|说实话)[^。\n]{0,14}?(?:停(?:你们?)?的?业|关(?:你们?)?的?(?:店|门)|查封|扣(?:你|车|货|人)|拘留|抓(?:人|你)|吊销|重罚|加倍罚|不(?:让|许)(?:你)?(?:走|离开|回家))/;
/** 不会因为你承认就不处罚: neither promised nor threatened. */
const DENIED = /不会?因|不是说|不等于|不意味|绝不会/;
const LAWFUL = /依法|依照|根据|《|法律规定/;
/** 未见原件, 原件没有调取核对, 未经核对, 没有注明与原件一致. */
const COPY_UNCHECKED =
  /(?:未|没有|无法|不能)(?:经|能|再|予以?|进行)*(?:与|同|和)?原(?:件|本|物)(?:进行)?(?:核对|比对|核实|核验)|(?:未|没有)(?:见到?|出示|提供|调取|查看|查验|索取)(?:过)?原(?:件|本)|无原(?:件|本)(?:可供?|供)?(?:核对|比对|对照)?|原(?:件|本)[^,。;\n]{0,10}(?:未|没有)(?:予以?|经|进行|能|再)*(?:核对|核实|比对|出示|调取|提供|见到?)|(?:未|没有)(?:予以?|经|进行|作)*(?:任何)?核对(?!出|到)|(?:未|没有)(?:加注|注明|签注|写明|标注|批注)[^,。;\n]{0,8}(?:与原件|核对|出处)/;
const CHECKED =
  /(?<!未|没有|未经|无法|不能|未予|注明|加注)(?:经?与原(?:件|本)|经?核对)(?:核对)?(?:一致|无误|相符|相同|无异)/;
const UNSIGNED_BY_WITNESS = /证人(?:本人)?(?:没有|未)(?:在[^。;\n]{0,8})?(?:签名|签字|盖章)/;
const NO_IDENTITY = /(?:没有|未)(?:附|提供|留存)(?:有)?(?:本人|证人)?的?(?:居民)?身份证/;
const ALSO_NO_IDENTITY = /(?:没有|未)附身份证明/;

/** How evidence came about as its own words tell it: by promises or threats, a copy unchecked, a testimony unsigned. */
export function wordsOnTaking(
  { evidence = [], papers = [] }: CaseFile,
  shortPaperOf: (id: string | undefined) => PlainPaper | undefined,
): OtherWords[] {
  const weighed = papers.flatMap(({ id, kind }) => (WEIGHING.includes(kind) ? (shortPaperOf(id) ?? []) : []));
  return evidence.flatMap(({ name, paper, flags, copy, copyVerified, testimony }, index): OtherWords[] => {
    const at = `evidence.${index}`;
    const own = shortPaperOf(paper);
    const open = copyVerified === true || (copy === true && copyVerified === undefined);
    const checking = open ? uncheckedIn(own, weighed, name) : [];
    const unchecked = checking.map(({ paper: one, words }) =>
      deniedWords(`${at}.copyVerified`, copyVerified, false, one, words),
    );
    if (!own) return unchecked;
    const { text } = own;
    const told = own.kind === 'interview-record' ? pressed(text) : [];
    const added = told.filter(({ flag }) => !flags?.includes(flag));
    const unsigned = testimony?.signed === true ? UNSIGNED_BY_WITNESS.exec(text) : null;
    const nobody =
      testimony?.identityPaper === true ? (NO_IDENTITY.exec(text) ?? ALSO_NO_IDENTITY.exec(text)) : null;
    const [first] = added;
    return [
      ...(first && flags
        ? [deniedWords(`${at}.flags`, flags, [...flags, ...added.map(({ flag }) => flag)], own, first.words)]
        : []),
      ...unchecked,
      ...(unsigned ? [deniedWords(`${at}.testimony.signed`, true, false, own, unsigned[0])] : []),
      ...(nobody ? [deniedWords(`${at}.testimony.identityPaper`, true, false, own, nobody[0])] : []),
    ];
  });
}

/** What a copy says of itself, else what the agency says of it by its name. */
function uncheckedIn(
  own: PlainPaper | undefined,
  weighed: readonly PlainPaper[],
  name: string,
): { paper: PlainPaper; words: string }[] {
  const itself =
    own && !CHECKED.test(own.text) ? uncheckedWords(own.text, (words) => OF_COPY.test(words)) : undefined;
  if (own && itself) return [{ paper: own, words: itself }];
  const called = name.normalize('NFKC').replace(/\(?(?:复印件|复制件)\)?$/, '');
  return weighed.flatMap((paper) => {
    const words = called.length > 2 ? uncheckedWords(paper.text, (one) => one.includes(called)) : undefined;
    return words ? [{ paper, words }] : [];
  });
}

/** A sentence that says so of the copy, and asks or demands nothing. */
function uncheckedWords(text: string, ofCopy: (words: string) => boolean): string | undefined {
  if (!/未|没有|无/.test(text)) return undefined;
  const sentence = text
    .split(/[。;\n]/)
    .find(
      (one) =>
        COPY_UNCHECKED.test(one) && ofCopy(one) && !CHECKED.test(one) && !/是否|应当|不得|如有/.test(one),
    );
  return sentence && COPY_UNCHECKED.exec(sentence)?.[0];
}

const OF_COPY = /原件|原本|原物|复印|复制|打印|翻拍|扫描|本件|拍照/;
/** Papers in which the agency weighs its evidence. */
const WEIGHING: PaperKind[] = ['closing-report', 'hearing-report', 'remarks'];

/** What those who ask say of it themselves; a complaint of the one asked is for a person to judge. */
function pressed(text: string): { flag: 'inducement' | 'coercion'; words: string }[] {
  const asked = text
    .split('\n')
    .flatMap((line) => line.split(/(?=[问答]:)/))
    .filter((line) => line.startsWith('问:'));
  return asked.flatMap((line) =>
    line.split(/[。;]/).flatMap((clause) => {
      if (LAWFUL.test(clause) || DENIED.test(clause)) return [];
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
