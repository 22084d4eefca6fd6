import { addDays, addYears, chineseDay, type Day } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import { type Answer, type Context, notMet } from '../rules/rule.ts';
import { agencyTexts } from '../words/agency-texts.ts';
import { benchmarkPapers } from './benchmark-papers.ts';
import { sameBenchmark } from './same-benchmark.ts';

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
  return (day && inExtract(file, day, cited)) || foreign(cited, file.agency.region);
}

/** Why a version out of force was still used: that of the day of the act, or one prolonged. */
const STILL_USED =
  /从旧|行为(?:时|发生时|当时|终了时)(?:有效|施行|适用|的裁量|裁量)|新旧(?:裁量)?基准|延长有效期|有效期延长|继续(?:有效|执行|适用|施行)|延续(?:执行|有效)|顺延/;

/** The period in force that an extract prints of the benchmark which the decision applies. */
function inExtract(file: Context['file'], day: Day, cited: { title: string }[]): Answer | undefined {
  const papers = benchmarkPapers(file);
  const texts = [...agencyTexts(file), ...papers];
  if (texts.some(({ text }) => STILL_USED.test(text))) return undefined;
  const used = [file.decision?.benchmark, ...cited.map(({ title }) => title)].filter(
    (one) => one !== undefined,
  );
  const faults = papers.map((paper) => {
    const title =
      paper.text.match(/《(?<title>[^《》\n]{2,60}?裁量[^《》\n]{0,40})》/)?.groups?.title ?? paper.title;
    const head = ownWords(paper.text.split(TIERS)[0] ?? '');
    const applied =
      used.length === 0 || used.some((one) => sameBenchmark(one, title) || sameBenchmark(title, one));
    return { ...paper, name: title, applied, why: applied ? outOfForce(head, day) : undefined };
  });
  const applied = faults.filter((one) => one.applied);
  const [first] = applied;
  // Of two versions in the file the other one may be the one applied.
  return first?.why && applied.every(({ why }) => why)
    ? notMet(`《${first.title}》写明的《${first.name}》${first.why}。`, [
        first.path,
        'decision.date',
        'decision.benchmark',
      ])
    : undefined;
}

/** Up to the next instrument that is named, as one that this one repeals. */
const ownWords = (head: string) => {
  const [before = '', own = '', ...rest] = head.split('《');
  return rest.length > 0 ? `${before}《${own}` : head;
};

/** Where the table itself begins. */
const TIERS = /\n(?:事项|违法(?:行为|情形)|第?[一1]档|(?:较轻|从轻|轻微|一般)[:|])/;

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
      /^(?:起|之日起)?(?:予以|已)?(?:予以)?(?:废止|失效|停止(?:执行|施行|适用)|被[^,。;]{0,16}(?:替代|取代))/.test(
        after,
      ) &&
      one.day <= day
    ) {
      return `已于${told}废止`;
    }
    if (/^(?:起|之日起)(?:正式)?(?:施行|实施|执行|生效|适用)/.test(after) && one.day > day) {
      return `自${told}起施行，决定时尚未施行`;
    }
    if (/^(?:向社会)?(?:正式)?(?:公布|发布|印发|公开发布)(?!的?(?:决定|案例))/.test(after) && one.day > day) {
      return `${told}公布，决定时尚未公布`;
    }
    if (
      UNTIL.test(about.slice(Math.max(0, one.start - 40), one.start)) &&
      /^(?:止|期满|届满|到期|失效|有效|施行|执行)?(?:$|[)）。;,\n])/.test(after) &&
      one.day < day
    ) {
      return `有效期至${told}，决定时已经失效`;
    }
    const end = endOf(about, one.day, after);
    if (end && end < day) return `自${told}起施行，${chineseDay(end)}届满，决定时已经失效`;
  }
  const ended = /(?:已|业已)(?:经)?(?:被[^,。;]{0,20})?(?:废止|失效|过期|停止执行|替代|取代)/.exec(about);
  return ended && daysIn(about).length === 0 && !DENIED.test(about.slice(0, ended.index))
    ? '已经失效'
    : undefined;
}

/** 有效期：2025年1月1日至2026年3月31日. */
const UNTIL = /(?:有效|执行|施行|试行|适用)(?:期限?|期间|时间)[^。;,]{0,24}(?:至|到|-|—|~)$/;

/** The last day of a period counted from the first: 自2021年6月1日起施行，有效期五年. */
function endOf(about: string, from: Day, after: string): Day | undefined {
  if (!/^(?:起|之日起)(?:正式)?(?:施行|实施|执行|生效|试行)/.test(after)) return undefined;
  const { years } =
    /(?:有效期|试行期|施行期|期限)(?:限|间)?(?:为|是)?(?<years>\d{1,2}|[一二两三四五六七八九十])年/.exec(
      about,
    )?.groups ?? {};
  const { tried } = /试行(?<tried>\d{1,2}|[一二两三四五])年/.exec(about)?.groups ?? {};
  const words = years ?? tried;
  const count = words && (/\d/.test(words) ? Number(words) : chineseValue(words));
  return count ? addDays(addYears(from, count), -1) : undefined;
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
