import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { daysIn } from '../../law/days-in.ts';
import { deniedWords, type PaperOf } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const OWN_DEVICE =
  /(?:存放|保存|保管|存储|存在|留存|储存)(?:在|于|至|到)?[^,。;\n]{0,10}(?:个人|私人|本人|自己的?|自用)(?:的)?(?:手机|电脑|[uU]盘|硬盘|移动硬盘|存储卡|网盘|微信)|(?:个人|私人|本人|自己的?|自用)(?:的)?(?:手机|电脑|[uU]盘|硬盘|移动硬盘|存储卡|网盘)(?:内|中|里|上)?(?:自行)?(?:存放|保存|保管|存储|留存|储存)|由[^,。;\n]{1,10}(?:个人|自行)(?:保管|保存|存放)/;
const DENIES = /(?:未|没有|不得|不存在|严禁|无|不曾|并非|禁止)[^,。;\n]{0,10}(?:个人|私人|本人|自己|自行)/;
const STORED_ON =
  /^(?:\d{1,2}(?:时|:)\d{0,2}分?)?(?:才|方|始|后)?(?:补)?(?:将?[^,。;\n]{0,6})?(?:导入|上传|存入|入库|录入|转存|移交)/;
const OCCASIONS: Record<string, RegExp> = {
  inspection: /检查|勘验/,
  interview: /询问/,
  hearing: /听证/,
  service: /送达/,
  sampling: /抽样|取样/,
};
const UNHASHED =
  /(?:未|没有)(?:进行|予以|作)?(?:计算|生成|提取|记载|记录|载明|写明|标明|注明)?(?:其|数据|文件|完整性|电子数据|哈希|的)*(?:校验值|哈希值|散列值|MD5|SHA)|(?:校验值|哈希值|散列值)(?:均)?(?:未|没有)(?:计算|生成|记载|记录|载明|写明)/;
const NO_MAKER =
  /制作人(?:员)?(?:均)?(?:未|没有)(?:载明|写明|注明|记载|签名|署名)|(?:未|没有)(?:载明|写明|注明|记载)[^,。;\n]{0,8}制作人/;
const FOUND: PaperKind[] = ['recordings-index', 'remarks', 'other'];

/** Recordings that lay in somebody's own device or came late into the system; data that was neither sealed by a sum nor signed for. */
export function wordsOnKeeping(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  return [...recordings(file, paperOf), ...media(file, paperOf)];
}

function recordings({ recordings: list = [], papers = [] }: CaseFile, paperOf: PaperOf): OtherWords[] {
  return papers.flatMap(({ id, kind }): OtherWords[] => {
    const own = FOUND.includes(kind) ? paperOf(id) : undefined;
    if (!own || !/录像|录音|音像|视频/.test(own.text)) return [];
    return own.text.split(/[。;\n]/).flatMap((sentence): OtherWords[] => {
      const at = recordingOf(list, sentence);
      const one = at === undefined ? undefined : list[at];
      if (!one) return [];
      const kept = one.keptPrivately !== true && !DENIES.test(sentence) ? OWN_DEVICE.exec(sentence) : null;
      const late = daysIn(sentence).find(
        ({ day, end, relative }) =>
          !relative &&
          one.storedAt !== undefined &&
          day > one.storedAt.slice(0, 10) &&
          STORED_ON.test(sentence.slice(end)),
      );
      return [
        ...(kept
          ? [deniedWords(`recordings.${at}.keptPrivately`, one.keptPrivately, true, own, kept[0])]
          : []),
        ...(late
          ? [
              deniedWords(
                `recordings.${at}.storedAt`,
                one.storedAt,
                `${late.day}T00:00`,
                own,
                sentence.slice(late.start, late.end + SHOWN),
              ),
            ]
          : []),
      ];
    });
  });
}

const SHOWN = 10;

/** The only recording, or the only one of the occasion that the sentence names. */
function recordingOf(list: NonNullable<CaseFile['recordings']>, sentence: string): number | undefined {
  if (list.length === 1) return 0;
  const named = list.flatMap(({ of }, index) => (of && OCCASIONS[of]?.test(sentence) ? [index] : []));
  return named.length === 1 ? named[0] : undefined;
}

/** What the record of taking data says of its own want. */
function media({ evidence = [] }: CaseFile, paperOf: PaperOf): OtherWords[] {
  return evidence.flatMap(({ kind, media: made, paper }, index): OtherWords[] => {
    const own = kind === 'electronic' || kind === 'audiovisual' ? paperOf(paper) : undefined;
    if (!own) return [];
    const sum = made?.checksum ? null : UNHASHED.exec(own.text);
    const maker = made?.maker ? null : NO_MAKER.exec(own.text);
    const lacking = { ...(sum ? { checksum: false } : {}), ...(maker ? { maker: false } : {}) };
    const words = [sum?.[0], maker?.[0]].flatMap((one) => one ?? []);
    if (words.length === 0) return [];
    const at = `evidence.${index}.media`;
    // Nobody noted anything of how it was made: the whole is what the words tell.
    if (!made) return [deniedWords(at, undefined, lacking, own, words.join('；'))];
    return Object.keys(lacking).map((field, which) =>
      deniedWords(`${at}.${field}`, undefined, false, own, words[which] ?? ''),
    );
  });
}
