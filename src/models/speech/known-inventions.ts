/**
 * What speech models write where nobody speaks: the closing words of the films they learned from. Where the whole of a
 * sentence is such a line it is taken for invented; a sentence that only contains one may have been said.
 */
const WHOLE: RegExp[] = [
  /^(?:请)?不吝点赞.*(?:订阅|转发|打赏).*$/,
  /^.*(?:明镜|点点)(?:与|和)?(?:明镜|点点)?栏目$/,
  /^明镜需要您的支持.*$/,
  /^(?:请|欢迎|记得)?(?:大家)?(?:点赞|订阅|转发|关注|打赏|分享|按赞)+(?:我们?的?|本)?(?:频道|栏目|节目)?(?:谢谢|哦|吧)?$/,
  /^(?:谢谢|感谢)(?:您|你|大家)?(?:们)?的?(?:观看|收看|收听|聆听|欣赏)(?:再见|下期再见|我们下期再见)?$/,
  /^(?:我们)?下(?:期|次|集)(?:节目|视频)?(?:再见|再会|见)$/,
  /^(?:优优|优酷)独播剧场.*$/i,
  /^(?:本)?(?:中文)?字幕(?:由|志愿者|组|制作|校对|翻译|提供|by).*$/i,
  /^由.{0,12}(?:社区|社群|字幕组)提供的?字幕$/i,
  /^.*amara\.?org.*$/i,
  /^(?:作?词|作?曲|编曲|演唱|词曲|制作人|混音|监制)[:：]?.{1,8}(?:(?:作?词|作?曲|编曲|演唱)[:：]?.{1,8})*$/,
  /^(?:mingpao(?:canada|toronto)?)+$/i,
  /^以下是普通话的句子.*$/,
  /^(?:背景)?(?:音乐|掌声|笑声|静音|无声|噪音|鼓掌)$/,
  /^(?:music|applause|silence|blankaudio|inaudible|bgm)$/i,
];

/** Whether a text is one that models are known to invent. `prompt`: what the engine was told, which it may repeat. */
export function isKnownInvention(text: string, prompt: string): boolean {
  const plain = lettersOf(text);
  if (plain === '') return true;
  if (WHOLE.some((pattern) => pattern.test(plain))) return true;
  // The opening line of the prompt is ours; its vocabulary may well be said.
  const opening = lettersOf(/^[^。：]*[。：]/.exec(prompt)?.[0] ?? '');
  return opening !== '' && plain.startsWith(opening);
}

/** A text without signs and spaces. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}.]/gu, '').replace(/^\.+|\.+$/g, '');
}
