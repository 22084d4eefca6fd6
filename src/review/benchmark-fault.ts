import { chineseDay } from '../law/dates.ts';
import { daysIn } from '../law/days-in.ts';
import { agencyTexts } from './agency-texts.ts';
import { type Answer, type Context, notMet } from './rule.ts';

const TITLE = /《(?<title>[^《》\n]{2,60}?裁量[^《》\n]{0,40})》/g;
const PROVINCE = /^(?:[\u4e00-\u9fa5]{2,3}(?:省|自治区)|(?:北京|上海|天津|重庆)市)/;
const UNPUBLISHED =
  /征求意见稿|送审稿|讨论稿|草案|(?:尚)?未(?:向社会)?(?:公布|公开|印发|发布)|内部(?:掌握|资料|参考|使用|文件)/;
const DENIED = /(?:没有|未|不是|并非|尚未)$/;

/**
 * What the papers themselves say against the benchmark that they cite: out of force on the day of the decision, not yet
 * in force, never published, or that of another province. `undefined` where they say nothing of the kind.
 */
export function benchmarkFault({ file, today }: Context): Answer | undefined {
  const day = file.decision ? file.decision.date : today;
  const cited = agencyTexts(file).flatMap(({ kind, text, title: paper, path }) =>
    [...text.matchAll(TITLE)].map(({ 0: quote, index, groups }) => ({
      kind,
      paper,
      path,
      title: groups!.title!,
      about:
        (/[^。;,\n》]{0,24}$/.exec(text.slice(0, index))?.[0] ?? '') +
        quote +
        (/^[^。\n《]{0,80}/.exec(text.slice(index + quote.length))?.[0] ?? ''),
    })),
  );
  for (const { paper, path, about, title } of cited) {
    const why = (day && outOfForce(about, day)) ?? unpublished(about);
    if (why) {
      return notMet(`《${paper}》引用的《${title}》${why}。`, [path, 'decision.date']);
    }
  }
  return foreign(cited, file.agency.region);
}

function outOfForce(about: string, day: string): string | undefined {
  for (const one of daysIn(about)) {
    if (one.relative) continue;
    const before = about.slice(Math.max(0, one.start - 14), one.start);
    const after = about.slice(one.end, one.end + 12);
    const told = chineseDay(one.day);
    if (/(?:有效期|有效|施行|适用|执行|效力)(?:期限)?(?:截?至|到|止于)$/.test(before) && one.day < day) {
      return `有效期至${told}，决定时已经失效`;
    }
    if (
      /^(?:起|之日起)?(?:予以|已)?(?:予以)?(?:废止|失效|停止(?:执行|施行|适用))/.test(after) &&
      one.day <= day
    ) {
      return `已于${told}废止`;
    }
    if (/^(?:起|之日起)(?:正式)?(?:施行|实施|执行|生效|适用)/.test(after) && one.day > day) {
      return `自${told}起施行，决定时尚未施行`;
    }
  }
  const ended = /(?:已|业已)(?:经)?(?:被[^,。;]{0,20})?(?:废止|失效|过期|停止执行|替代|取代)/.exec(about);
  return ended && daysIn(about).length === 0 && !DENIED.test(about.slice(0, ended.index))
    ? '已经失效'
    : undefined;
}

function unpublished(about: string): string | undefined {
  const found = UNPUBLISHED.exec(about);
  return found && !DENIED.test(about.slice(0, found.index)) ? `没有公布（“${found[0]}”）` : undefined;
}

/** The decision's benchmark is of another province than the agency, or than the benchmark of the other papers. */
function foreign(
  cited: { kind: string; paper: string; path: string; title: string }[],
  region: string | undefined,
): Answer | undefined {
  const of = (title: string) => PROVINCE.exec(title)?.[0];
  const decided = cited.find(({ kind, title }) => kind === 'decision' && of(title));
  if (!decided) return undefined;
  const own = region === undefined ? undefined : of(region);
  const other = cited.find(
    ({ kind, title }) => kind !== 'decision' && of(title) && of(title) !== of(decided.title),
  );
  if (own && own !== of(decided.title)) {
    return notMet(`决定书引用的《${decided.title}》不是本地的裁量基准，本机关在${region}。`, [
      decided.path,
      'agency.region',
    ]);
  }
  return !own && other
    ? notMet(`决定书引用《${decided.title}》，《${other.paper}》引用的是《${other.title}》。`, [
        decided.path,
        other.path,
      ])
    : undefined;
}
