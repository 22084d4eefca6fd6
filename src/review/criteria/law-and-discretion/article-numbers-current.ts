import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { findCitations } from '../../../corpus/find-citations.ts';
import { chineseNumeral } from '../../../law/citation.ts';
import { PENALTY_LAW, penaltyLaw } from '../../penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rule.ts';
import { GENERAL, TOPICS } from '../../stale-articles.ts';

const OUTGOING: PaperKind[] = [
  'prior-notice',
  'hearing-right-notice',
  'hearing-notice',
  'decision',
  'no-penalty-decision',
];

export const articleNumbersCurrent = rule({
  id: 'C5-29',
  criterion: 5,
  question: '告知书、决定书引用的处罚法条号是否为现行条号？',
  severity: 'major',
  consequence: 'correctable',
  basis: [penaltyLaw('86', '现行文本自 2021 年 7 月 15 日起施行。', { states: ['2021年7月15日'] })],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '1996 年至 2021 年文本的条号。' }],
  reading:
    '从引用所在的句子判断事项，再与条号比较；句子看不出事项的不判断。此前制作的文书用当时的条号，不适用。',
  lawOf: ({ file }) => file.decision?.date ?? file.priorNotices?.[0]?.date,
  about: ({ file }) => {
    const papers = (file.papers ?? []).flatMap((paper, index) =>
      OUTGOING.includes(paper.kind) ? [{ paper, path: `papers.${index}.text` }] : [],
    );
    if (papers.length > 0) return papers;
    return file.decision
      ? unclear('需要核对文书引用的条号，案卷没有文书。', ['告知书、决定书的全文'], ['papers'])
      : notApplicable('尚没有告知书、决定书。', ['papers']);
  },
  decide: (papers) => {
    const answers = papers.flatMap(({ paper, path }): Answer[] =>
      paper.text === undefined
        ? [unclear(`《${paper.title}》没有全文，不能核对条号。`, [`《${paper.title}》的全文`], [path])]
        : judge(paper.title, paper.text, path),
    );
    return combine(
      answers,
      met(
        '文书引用的处罚法条号都是现行条号。',
        papers.map(({ path }) => path),
      ),
    );
  },
});

function judge(title: string, text: string, path: string): Answer[] {
  const characters = [...text];
  return findCitations(text, (name) => (isPenaltyLaw(name) ? PENALTY_LAW : undefined)).flatMap(
    (citation): Answer[] => {
      if (!citation.law || !isPenaltyLaw(citation.law)) return [];
      const sentence = sentenceAround(characters, citation.start, citation.end);
      const topics = TOPICS.filter(({ words }) => words.test(sentence));
      const number = Number(citation.article);
      if (topics.length === 0 || topics.some(({ now }) => now.includes(number))) return [];
      const stale = topics.find(({ old }) => old.includes(number));
      const about = stale ?? topics[0]!;
      // With several topics in one sentence a number that fits none of them proves nothing, nor does a general one.
      if (!stale && (topics.length > 1 || GENERAL.includes(number))) return [];
      const due = about.now.map((article) => `第${chineseNumeral(article)}条`).join('或者');
      const what = stale ? '为旧条号' : '与事项不符';
      return [notMet(`《${title}》就${about.topic}引用“${citation.quote}”，${what}，现行为${due}。`, [path])];
    },
  );
}

function isPenaltyLaw(name: string): boolean {
  return name === PENALTY_LAW || name === '行政处罚法';
}

/** The sentence that holds the citation; offsets are in code points. */
function sentenceAround(characters: string[], start: number, end: number): string {
  const stops = '。；！？\n';
  let from = start;
  while (from > 0 && !stops.includes(characters[from - 1]!)) from -= 1;
  let to = end;
  while (to < characters.length && !stops.includes(characters[to]!)) to += 1;
  return characters.slice(from, to).join('');
}
