import type { Benchmark } from '../../../corpus/benchmark.ts';
import { chineseDay } from '../../../law/dates.ts';
import { benchmarkFault } from '../../benchmark/benchmark-fault.ts';
import { benchmarkNotHeld } from '../../benchmark/benchmark-not-held.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  type Context,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { plainWords } from '../../steps/plain-words.ts';
import { wholeDecisionText } from '../../steps/whole-decision-text.ts';
import { benchmarkVersions } from './benchmark-versions.ts';
import { lighterBenchmark } from './lighter-benchmark.ts';
import { withoutTier } from './without-tier.ts';

export const benchmarkValid = rule({
  id: 'C5-17',
  criterion: 5,
  question: '裁量基准是否已引用、已公布、有效并适用于本地？',
  severity: 'major',
  consequence: 'correctable',
  basis: [penaltyLaw('34', '可以制定裁量基准，基准要向社会公布。')],
  otherBasis: [{ document: '国务院办公厅关于裁量基准的文件（文本待确认）', gist: '基准应当公布。' }],
  reading:
    '案卷自己写明所引基准已经失效、尚未施行、没有公布或者是外地基准的，不符合，不论库中有无该基准。以决定日（尚未决定的以审查日）核对效力；行为后修改而行为时的版本不重于新版本的，行为时的版本以行为日核对（C5-03.benchmark）。全国性基准的地区写“全国”。',
  about: (context) => {
    const { file, book } = context;
    const fault = benchmarkFault(context);
    if (fault) return fault;
    if (file.benchmarkItem) {
      return (
        book.benchmarkItem(file.benchmarkItem)?.benchmark ??
        unclear(`裁量基准库中没有事项“${file.benchmarkItem}”。`, ['裁量基准的文本'], ['benchmarkItem'])
      );
    }
    const unpunished = withoutTier(file);
    if (unpunished) return unpunished;
    const other = benchmarkNotHeld(context);
    if (other) return other;
    const code = file.violation.itemCode;
    if (!code) return unclear('本案适用哪一裁量基准没有写明。', ['裁量基准事项'], ['benchmarkItem']);
    const exists = book.benchmarks().some((entry) => entry.items.some((item) => item.itemCode === code));
    return exists
      ? unclear('本案事项有裁量基准，案卷没有写明适用哪一项。', ['裁量基准事项'], ['benchmarkItem'])
      : notApplicable('库中没有本案事项的裁量基准，只按法定幅度裁量。', ['violation.itemCode']);
  },
  decide: (benchmark, context) => {
    const answers = [cited(benchmark, context), published(benchmark, context), inForce(benchmark, context)];
    return combine([...answers, region(benchmark, context)], answers[0]!);
  },
});

function cited({ name }: Benchmark, { file }: Context): Answer {
  const paths = ['benchmarkItem', 'decision.benchmark'];
  if (!file.decision) return met(`已选定《${name}》。`, ['benchmarkItem']);
  const named = file.decision.benchmark;
  const whole = wholeDecisionText(file);
  if (!named && whole) {
    const seen = [...paths, whole.path];
    if (plainWords(whole.text).includes(plainWords(name))) return met(`决定书引用《${name}》。`, seen);
    if (file.decision.result === 'penalty' && !/基准|裁量/.test(whole.text))
      return notMet(`应引用《${name}》，决定书通篇没有提到裁量基准。`, seen);
  }
  if (!named) return unclear('决定书是否引用裁量基准没有写明。', ['决定书引用的裁量基准'], paths);
  return plainWords(named).includes(plainWords(name))
    ? met(`决定书引用《${name}》。`, paths)
    : notMet(`应引用《${name}》，决定书引用的是“${named.replaceAll(/[《》]/g, '')}”。`, paths);
}

function published({ name, publishedOn }: Benchmark, context: Context): Answer {
  const on = dayOfUse(context);
  if (!on) return unclear('需要知道决定日期，案卷没有载明。', ['决定日期'], ['decision']);
  if (!publishedOn)
    return unclear(`《${name}》是否公布没有写明。`, [`《${name}》的公布日`], ['benchmarkItem']);
  const found = `《${name}》${chineseDay(publishedOn)}公布`;
  const paths = ['benchmarkItem', 'decision.date'];
  return publishedOn <= on ? met(`${found}。`, paths) : notMet(`${found}，晚于${chineseDay(on)}。`, paths);
}

function inForce(benchmark: Benchmark, context: Context): Answer {
  const {
    name,
    inForce: { from, to },
  } = benchmark;
  const former = formerVersionDay(benchmark, context);
  const on = former ?? dayOfUse(context);
  if (!on) return unclear('需要知道决定日期，案卷没有载明。', ['决定日期'], ['decision']);
  const found = `《${name}》自${chineseDay(from)}${to ? `至${chineseDay(to)}` : ''}有效`;
  const paths = ['benchmarkItem', former ? 'violation.endedOn' : 'decision.date'];
  const versions = benchmarkVersions(context);
  const isOld =
    !isAnswer(versions) && versions.old.benchmark === benchmark && versions.now.benchmark !== benchmark;
  if (isOld && isAnswer(lighterBenchmark(context))) {
    return unclear(
      `${found}，行为后已修改，哪一版本较轻尚无结论，见 C5-03.benchmark。`,
      ['新旧裁量基准的比较结论'],
      paths,
    );
  }
  return from <= on && (!to || on <= to)
    ? met(`${found}。`, paths)
    : notMet(`${found}，${chineseDay(on)}不在其中。`, paths);
}

/** The day of the act, where this is its version of a benchmark that changed and the later one is not lighter. */
function formerVersionDay(benchmark: Benchmark, context: Context): string | undefined {
  const chosen = lighterBenchmark(context);
  if (isAnswer(chosen) || chosen.old.benchmark === chosen.now.benchmark) return undefined;
  return chosen.due.benchmark === benchmark && chosen.comparison !== 'lighter' ? chosen.old.on : undefined;
}

function region(benchmark: Benchmark, { file }: Context): Answer {
  const here = file.agency.region;
  const paths = ['benchmarkItem', 'agency.region'];
  if (benchmark.region === '全国') return met('该基准适用于全国。', ['benchmarkItem']);
  if (!here) return unclear('本机关的管辖区域没有写明。', ['本机关的管辖区域'], paths);
  return here.startsWith(benchmark.region)
    ? met(`该基准适用于${benchmark.region}。`, paths)
    : notMet(`该基准适用于${benchmark.region}，本机关在${here}。`, paths);
}

function dayOfUse({ file, today }: Context): string | undefined {
  return file.decision ? file.decision.date : today;
}
