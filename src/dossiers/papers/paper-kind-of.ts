import type { PaperKind } from '../../cases/paper-kinds.ts';
import { kindByLabels, labelsOf } from './kind-by-labels.ts';
import { kindOfTitle } from './kind-of-title.ts';
import { titleIn } from './title-in.ts';

const PICTURE = /\.(?:jpe?g|png|tiff?|bmp|heic|gif|webp)$/i;
/** Words of a photographed or scanned paper below which the page is a picture rather than a paper. */
const FEW_WORDS = 30;

/**
 * What a paper is: from the title in its text, else from the title given, the labels of its content, the name of its
 * file. `other` where none of them says; `certain` where a whole title line does.
 */
export function paperKindOf(
  title: string,
  text: string,
  file: string,
): { kind: PaperKind; certain: boolean } {
  const inText = titleIn(text);
  if (inText?.exact) return { kind: sharper(inText.kind, inText.title, text), certain: true };
  const given = title ? kindOfTitle(title) : undefined;
  if (given?.exact) return { kind: sharper(given.kind, given.title, text), certain: true };
  const misread = inText ?? given;
  const named = kindOfFile(file);
  if (misread) {
    const borne = named === misread.kind || labelsOf(misread.kind, text) >= 2;
    return { kind: misread.kind, certain: borne };
  }
  const labelled = kindByLabels(text);
  if (named && named !== 'other') {
    // What a paper says of itself weighs more than what somebody called the file, where it says it plainly.
    const told = labelled && labelsOf(labelled, text) >= 4 && labelsOf(named, text) === 0;
    return { kind: told ? labelled : named, certain: named === labelled };
  }
  if (labelled) return { kind: labelled, certain: false };
  if (isLetterOnNotice(text)) return { kind: 'defence-record', certain: false };
  return { kind: named ?? (isPicture(text, file) ? 'photograph' : 'other'), certain: false };
}

/** The kind that the name of a file or else of its folder gives: 08-询问笔录（示例甲）.docx. */
export function kindOfFile(file: string): PaperKind | undefined {
  const parts = file.split('/').reverse().slice(0, 2);
  for (const part of parts) {
    const name = part.replace(/\.[A-Za-z0-9]{1,5}$/, '');
    for (const piece of [name, ...name.split(/[-—_\s.、，,+&()（）]+/)]) {
      const read = kindOfTitle(piece);
      if (read) return read.kind;
    }
    // A name that says something, though nothing we know, is not overruled by the folder's.
    if (/[\u4e00-\u9fa5]{2}/.test(name)) return undefined;
  }
  return undefined;
}

/** Titles that serve several kinds: the content decides which. */
function sharper(kind: PaperKind, title: string, text: string): PaperKind {
  const bare = title.replace(/\s/g, '');
  if (/有关事项(?:审批|呈批)表$|^(?:内部)?(?:审批|呈批|报批)[表单]$/.test(bare)) return ofMatter(text);
  if (/公告$/.test(bare) && kind === 'other') return ofAnnouncement(text);
  if (/^(?:物品|财物|涉案物品|涉案财物|材料)?清单$/.test(bare)) return ofList(text);
  if (
    /^(?:申请|声明|申诉|异议|请求|意见|回复|答复)[书函]?$|^情况反映$|^(?:放弃|弃权)(?:权利)?(?:声明|承诺)?书$|^当事人(?:的)?意见/.test(
      bare,
    )
  )
    return ofParty(text);
  if (/^情况说明/.test(bare) && NO_DEFENCE.test(text.replace(/\s/g, ''))) return 'defence-record';
  // With a place it is the record of a visit, without one a note.
  if (/^整改.*(?:记录|登记)/.test(bare))
    return /(?:复查|核查|检查)(?:地点|场所)/.test(text) ? 'inspection-record' : kind;
  if (/^(?:整改)?复查(?:情况)?(?:意见书|报告)$/.test(bare) || /检查情况登记(?:表|单)?$/.test(bare))
    return /(?:复查|检查)(?:时间|日期)/.test(text) && /(?:复查|检查)(?:地点|场所|人员|人)|执法人员/.test(text)
      ? 'inspection-record'
      : kind;
  if (kind === 'other' && isLetterOnNotice(text)) return 'defence-record';
  if (kind === 'hearing-right-notice') return tellsOfDefence(text) ? 'prior-notice' : kind;
  if (kind === 'prior-notice' || kind === 'decision') return kind;
  if (/收据$|票据$/.test(bare) && !/罚|没收|非税|财政|代收/.test(bare))
    return /罚|没收/.test(text) ? 'receipt' : 'documentary-evidence';
  return kind;
}

/** A letter of the party to the agency that asks for less than the notice told of, whatever its title. */
function isLetterOnNotice(text: string): boolean {
  const words = text.replace(/[ \u3000\t]/g, '');
  return (
    /(?:^|\n)[^\n:：]{2,30}(?:局|厅|委|委员会|队|政府|办事处)[:：]/.test(words.slice(0, 200)) &&
    /我(?:公司|店|厂|单位|社|司|行|院|校|们)|本(?:公司|店|人|厂|单位)/.test(words) &&
    /告知|拟[^。\n]{0,8}罚|罚款[\d一二三四五六七八九十壹贰叁肆伍陆柒捌玖]/.test(words) &&
    /(?:请求?|希望|恳请|要求)[^。\n]{0,24}(?:从轻|减轻|减少|减免|降低|酌减|免予|免除|不予|少罚)|(?:处罚|罚款)[^。\n]{0,12}(?:过重|过高|偏重|偏高|太重|太高|不服|异议)/.test(
      words,
    ) &&
    !/听证|(?:延期|分期|暂缓)[^。\n]{0,8}缴/.test(words)
  );
}

/** The agency notes that nobody objected. */
const NO_DEFENCE = /(?:未|没有|均不|放弃)[^。；;]{0,12}(?:陈述|申辩)/;

/** What a party asks for or declares. */
function ofParty(text: string): PaperKind {
  const words = text.replace(/\s/g, '');
  const matters: [RegExp, PaperKind][] = [
    [/(?:延期|分期|暂缓)[^。]{0,8}缴/, 'other'],
    [
      /(?:放弃|不(?:再|作|做|提出|进行)?)[^。]{0,12}(?:陈述|申辩)|(?:陈述|申辩)[^。]{0,16}放弃/,
      'defence-record',
    ],
    [/放弃[^。]{0,12}听证/, 'other'],
    [/(?:要求|申请|请求)[^。]{0,16}听证/, 'hearing-request'],
    [
      /申辩|(?:请求|希望|恳请|请)[^。]{0,24}(?:从轻|减轻|减少|减免|降低|酌减|免予|免除|不予)[^。]{0,6}(?:处罚|罚款)/,
      'defence-record',
    ],
  ];
  return matters.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}

/** 听证告知书 that also proposes a penalty and invites a defence is the prior notice. */
function tellsOfDefence(text: string): boolean {
  const words = text.replace(/\s/g, '');
  return (
    /拟/.test(words) &&
    /(?:有权|可以?|权利|提出|进行)[^。]{0,20}(?:陈述|申辩)|陈述、?(?:和|及)?申辩[^。]{0,4}权/.test(words)
  );
}

function ofMatter(text: string): PaperKind {
  const head = text.replace(/\s/g, '').slice(0, 400);
  const matters: [RegExp, PaperKind][] = [
    [/(?:延期|分期|暂缓).{0,6}缴/, 'deferral-approval'],
    [/先行登记保存/, 'preservation-notice'],
    [/查封|扣押|强制措施/, 'seizure-decision'],
    [/抽样/, 'sampling-record'],
    [/责令.{0,6}改正/, 'correction-order'],
    [/处罚(?:决定|建议|意见)|拟(?:作出|处)|罚款|没收|警告/, 'decision-approval'],
  ];
  return matters.find(([words]) => words.test(head))?.[1] ?? 'other';
}

function ofAnnouncement(text: string): PaperKind {
  const words = text.replace(/\s/g, '');
  if (/(?:视为|公告)送达/.test(words)) return 'proof-of-service';
  return /举行听证|听证会/.test(words) ? 'hearing-announcement' : 'other';
}

function ofList(text: string): PaperKind {
  const words = text.replace(/\s/g, '');
  if (/登记保存/.test(words)) return 'preservation-notice';
  if (/查封|扣押/.test(words)) return 'seizure-decision';
  return /抽样/.test(words) ? 'sampling-record' : 'other';
}

function isPicture(text: string, file: string): boolean {
  return PICTURE.test(file) && text.replace(/\s/g, '').length < FEW_WORDS;
}
