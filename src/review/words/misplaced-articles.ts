import { findCitations } from '../../corpus/citations/find-citations.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import { PENALTY_LAW, REVISED_ON } from '../rules/penalty-law.ts';
import { ABOUT_NOW, GENERAL, GENERAL_FORMER, LAST_FORMER, TOPICS } from '../rules/stale-articles.ts';
import { daysInText } from './days-in-text.ts';

/** Which text of 行政处罚法 was in force when a paper was made. */
export type Era = 'former' | 'revised';

export interface MisplacedArticle {
  /** `stale`: the former number after 15 July 2021; `premature`: the later one before it; `wrong`: neither. */
  fault: 'stale' | 'premature' | 'wrong';
  topic: string;
  /** The citation and the sentence that holds it, as written. */
  quote: string;
  sentence: string;
  /** The articles of the text in force that carry the topic. */
  due: number[];
  substance: boolean;
}

const HISTORY =
  /(?:修订|修正|修改)(?:以)?前|旧法|旧版|[原旧]的?《?(?:中华人民共和国)?行政处罚法|当时|行为时|行为发生时|已(?:经|被)*(?:修改|修订|废止|失效)|(?:1996|2009|2017)\s*年?(?:修正|修订|修改|版|文本)|(?:修订|修正|修改)后|现(?:行|为)?第/;
/** 《…法》（2021年1月22日修订）: the day is the norm's and not the sentence's. */
const REVISION_NOTE = /[（(][^（()）]*(?:修订|修正|修改|通过|公布)[^（()）]*[）)]/g;
const SPEECH = /^\s*(?:答|当事人|申请人|(?:委托)?代理人|被询问人|陈述人)\s*[:：]/;
/** What a party is told to have said: 当事人辩称：“… up to the citation. */
const QUOTED =
  /(?:当事人|申请人|代理人|陈述人)[^，。；]{0,12}(?:称|认为|主张|提出|辩解)[:：,，]?[“"「][^”"」]*$/;
const LONGEST = 120;

/**
 * Citations of 行政处罚法 whose number does not fit the topic of their sentence, for a paper made under one of its texts.
 * Sentences that tell of the other text, of an earlier day, or what somebody else said are left alone; so is a number
 * that also fits, and a sentence without a topic.
 */
export function misplacedArticles(text: string, era: Era): MisplacedArticle[] {
  const characters = [...text];
  const atOnce = /当场(?:作出)?(?:行政)?处罚|简易程序/.test(text);
  return findCitations(text, (name) => (isPenaltyLaw(name) ? PENALTY_LAW : undefined)).flatMap(
    (citation): MisplacedArticle[] => {
      if (!citation.law || !isPenaltyLaw(citation.law)) return [];
      const { sentence, before, line } = around(characters, citation.start, citation.end);
      if (SPEECH.test(line) || QUOTED.test(before) || HISTORY.test(sentence) || earlier(before, era))
        return [];
      if (citation.version && Number(citation.version.slice(0, 4)) < 2021 === (era === 'revised')) return [];
      const number = Number(citation.article);
      const topics = TOPICS.filter(({ words }) => words.test(sentence));
      const found = era === 'revised' ? stale(topics, number, sentence, atOnce) : premature(topics, number);
      if (!found || (found.fault === 'wrong' && beside(sentence, found.about))) return [];
      const { about, fault } = found;
      const due = era === 'revised' ? about.now : about.old;
      const shown = clipped(sentence, citation.quote);
      const { topic, substance = false } = about;
      return [{ fault, topic, quote: citation.quote, sentence: shown, due, substance }];
    },
  );
}

type Topic = (typeof TOPICS)[number];
type Found = { about: Topic; fault: MisplacedArticle['fault'] } | undefined;

function stale(topics: Topic[], number: number, sentence: string, atOnce: boolean): Found {
  if (topics.length === 0 || topics.some(({ now }) => now.includes(number))) return undefined;
  if (ABOUT_NOW[number]?.test(sentence)) return undefined;
  const about = topics.find(({ old }) => old.includes(number));
  if (about) return { about, fault: 'stale' };
  // With several topics in one sentence a number that fits none of them proves nothing, nor does a general one.
  const [only] = topics;
  if (atOnce && AT_ONCE.includes(number)) return undefined;
  return topics.length > 1 || !only || only.incidental || GENERAL.includes(number)
    ? undefined
    : { about: only, fault: 'wrong' };
}

/** The procedure on the spot: a decision made so may name it beside whatever it orders. */
const AT_ONCE = [51, 52];

/** Of several articles cited for one sentence (第四十四条、第四十五条、第六十三条), one that carries its topic is enough. */
function beside(sentence: string, { now }: Topic): boolean {
  return numbersIn(sentence).some((number) => now.includes(number));
}

const numbersIn = (sentence: string) =>
  [...sentence.matchAll(/第([〇零一二三四五六七八九十百\d]{1,5})条/g)].map(([, number = '']) =>
    /^\d+$/.test(number) ? Number(number) : chineseValue(number),
  );

function premature(topics: Topic[], number: number): Found {
  if (topics.length === 0 || topics.some(({ old }) => old.includes(number))) return undefined;
  const about = topics.find(({ now }) => now.includes(number));
  if (!about || (number <= LAST_FORMER && (topics.length > 1 || GENERAL_FORMER.includes(number)))) {
    return undefined;
  }
  return { about, fault: 'premature' };
}

function isPenaltyLaw(name: string): boolean {
  return name === PENALTY_LAW || name === '行政处罚法';
}

/** A day or a document number of before the revision, told ahead of the citation: the sentence reports what was then. */
function earlier(before: string, era: Era): boolean {
  if (era === 'former') return false;
  const told = before.replaceAll(REVISION_NOTE, '');
  const years = [...told.matchAll(/[〔[【(（]\s*((?:19|20)\d{2})\s*[〕\]】)）]|((?:19|20)\d{2})年/g)];
  const days = daysInText(told);
  return days.some((day) => day < REVISED_ON) || years.some(([, one, other]) => Number(one ?? other) < 2021);
}

/** The sentence that holds the citation, its words before it, and its line up to there; offsets are in code points. */
function around(
  characters: string[],
  start: number,
  end: number,
): { sentence: string; before: string; line: string } {
  const stops = '。；！？\n';
  let from = start;
  while (from > 0 && !stops.includes(characters[from - 1]!)) from -= 1;
  let to = end;
  while (to < characters.length && !stops.includes(characters[to]!)) to += 1;
  let lineFrom = from;
  while (lineFrom > 0 && characters[lineFrom - 1] !== '\n') lineFrom -= 1;
  const slice = (one: number, other: number) => characters.slice(one, other).join('');
  return { sentence: slice(from, to), before: slice(from, start), line: slice(lineFrom, end) };
}

/** A sentence longer than a reason should be, cut around its citation. */
function clipped(sentence: string, quote: string): string {
  const whole = sentence.trim();
  if (whole.length <= LONGEST) return whole;
  const room = Math.max(0, LONGEST - quote.length) / 2;
  const at = whole.indexOf(quote);
  const from = Math.max(0, Math.floor(at - room));
  const to = Math.min(whole.length, Math.ceil(at + quote.length + room));
  return `${from > 0 ? '……' : ''}${whole.slice(from, to)}${to < whole.length ? '……' : ''}`;
}
