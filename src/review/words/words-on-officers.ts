import type { CaseFile } from '../../cases/case-file.ts';
import { type Day, dayOf } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import { deniedWords, type PaperOf, type PlainPaper } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const RECORDS = ['inspection-record', 'interview-record', 'sampling-record', 'preservation-notice'];
/** Papers that look back on the acts of a case. */
const ABOUT_ACTS = ['closing-report', 'review-opinion', 'recordings-index'];
const SAID_OF: Record<string, RegExp> = {
  inspection: /检查|勘验/,
  interview: /询问/,
  sampling: /抽样|取样/,
  preservation: /保存/,
};
/** 是否只有一人询问 asks; what it is answered is not read. */
const ASKS = /是否|有没有|有无|不是|并非|不得|应当|吗/;
const DOING = '(?:实施|检查|询问|讯问|问|执法|调查|勘验|到场|在场|进行|抽样|来)';
const ONE = '(?:一人|1人|一名|1名|一个人|独自|单独)';
const SEEN_BY = '(?:检查|询问|勘验|执法|调查|办案|抽样|取样)(?:人员?|员)';
const ELSEWHERE =
  '(?:值班(?![室经人员表])|开会|参会|培训|学习|出差|休假|休息|住院|办公|请假|病假|休病假|办理(?:另|其他|别)|执行(?:另|其他|别))';
/** One of the two was not there, and the paper does not say which. */
const ANYBODY =
  /(?:另一名|另外一名|另一位)(?:执法|检查|办案|调查)?人员[^。;]{0,16}(?:没有到|未到|不在|未参加|没有参加|请假|出差|事后|补签)|(?:只有|仅有?|就)(?:一名|1名|一位)(?:执法|检查|办案|调查)人员(?:到场|在场|实施|进行|参加|检查|询问)|(?:今天|这次|现在)?(?:就|只有|仅)我(?:一个人|一人|自己)(?:来|在|检查|询问|到)/;
const LATER = '(?:补签|补写|补上签名|补办签|补的签|后签(?:名|字)|再签(?:名|字))';
/** 木春花10时30分赶到. */
const CLOCK = String.raw`(?<hour>\d{1,2})(?:时|点|:)(?:(?<minute>\d{1,2})分?)?许?`;
const TAIL = 260;

/** Officers who, as a record or an on-the-spot decision itself says, were not there or signed by another's hand. */
export function wordsOnOfficers(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const names = new Map((file.officers ?? []).map(({ id, name }) => [id, name.normalize('NFKC')]));
  const decided = file.procedure === 'summary' ? paperOf(file.decision?.paper) : undefined;
  return (file.acts ?? []).flatMap((act, index): OtherWords[] => {
    const own = paperOf(act.paper);
    const record = own && RECORDS.includes(own.kind) ? own : undefined;
    const told = [
      ...(record ? [record] : []),
      ...(decided && act.date === file.decision?.date ? [decided] : []),
      ...lookingBack(file, act, paperOf),
    ];
    const there = act.officers ?? [];
    const signed = act.officersSigned ?? [];
    return told.flatMap((paper) => [
      ...without(`acts.${index}.officers`, there, paper, (id) => awayIn(paper, id, act, names)),
      ...without(
        `acts.${index}.officersSigned`,
        signed,
        paper,
        (id) =>
          byProxyIn(paper, names.get(id)) ??
          (paper === record ? signedLaterIn(paper, names.get(id), act) : undefined),
      ),
    ]);
  });
}

type Act = NonNullable<CaseFile['acts']>[number];

/** What later papers say of one act: sentences that name its kind, where it is the only one of its kind. */
function lookingBack({ acts = [], papers = [] }: CaseFile, { kind }: Act, paperOf: PaperOf): PlainPaper[] {
  const said = kind ? SAID_OF[kind] : undefined;
  if (!said || acts.filter((one) => one.kind === kind).length > 1) return [];
  return papers.flatMap((paper) => {
    const own = ABOUT_ACTS.includes(paper.kind) ? paperOf(paper.id) : undefined;
    const text = own?.text
      .split(/(?<=[。;\n])/)
      .filter((sentence) => said.test(sentence))
      .join('');
    return own && text ? [{ ...own, text }] : [];
  });
}

function without(
  path: string,
  noted: readonly string[],
  paper: PlainPaper,
  found: (id: string) => string | undefined,
): OtherWords[] {
  const gone = noted.flatMap((id) => {
    const words = found(id);
    return words ? [{ id, words }] : [];
  });
  const left = noted.filter((id) => !gone.some((one) => one.id === id));
  const [first] = gone;
  return first && left.length > 0 ? [deniedWords(path, noted, left, paper, first.words)] : [];
}

function awayIn(
  { text }: PlainPaper,
  id: string,
  act: Act,
  names: ReadonlyMap<string, string>,
): string | undefined {
  const name = names.get(id);
  if (!name) return undefined;
  const there = act.officers ?? [];
  const others = there.flatMap((one) => (one === id ? [] : (names.get(one) ?? [])));
  const away = new RegExp(
    `${name}(?:同志)?(?:(?:当[日天时]|因|去|在|外出|出差|请|临时|有事)[^,。;\\n、:]{0,14})?(?:并?没有|未)(?:能|有)?(?:到场|在场|到现场|到达现场|参加|参与)`,
  );
  const elsewhere = new RegExp(
    `${name}(?:同志)?(?:当[日天时]|该日|因[^,。;]{1,10},?)?(?:正)?(?:(?:在|去|到|于)[^,。;\\n、:]{0,12})?${ELSEWHERE}|${name}(?:同志)?[^,。;\\n、:]{0,12}(?:不在现场|不在场|缺席|中途离开|提前离开|先行离开|离场)`,
  );
  const alone = others.map(
    (other) =>
      new RegExp(
        `(?:只有|仅有|仅由|都?由|是)${other}(?:同志)?${ONE}(?!记录|送达)${DOING}|(?:只有|仅有?|就)${other}(?:同志)?(?:一人|1人|一个人)|${SEEN_BY}(?:为|是|:)?${other}(?:同志)?(?:一人|1人|一个人|\\(一人\\))`,
      ),
  );
  const anybody = there.length === 2 && there.at(-1) === id ? [ANYBODY] : [];
  return clausesOf(text).find(
    (clause) =>
      !ASKS.test(clause) &&
      ([away, elsewhere, ...alone, ...anybody].some((pattern) => pattern.test(clause)) ||
        partly(clause, name, act)),
  );
}

/** Who came after the beginning or left before the end. */
function partly(clause: string, name: string, { startedAt, endedAt }: Act): boolean {
  const came = new RegExp(
    `${name}(?:于|在|至|直到)?(?:当日|同日)?${CLOCK}(?:才|方)?(?:赶到|到达|到场|赶来|加入)`,
  ).exec(clause);
  const left = new RegExp(
    `${name}(?:于|在|至)?(?:当日|同日)?${CLOCK}(?:先行|提前|即|便|中途)?(?:离开|返回|离场)`,
  ).exec(clause);
  const [from, to] = [startedAt?.slice(11, 16), endedAt?.slice(11, 16)];
  return Boolean((came && from && clockOf(came) > from) || (left && to && clockOf(left) < to));
}

const clockOf = ({ groups }: RegExpExecArray) =>
  `${(groups?.hour ?? '').padStart(2, '0')}:${(groups?.minute ?? '0').padStart(2, '0')}`;

function byProxyIn({ text }: PlainPaper, name: string | undefined): string | undefined {
  if (!name) return undefined;
  const proxy = new RegExp(
    `代${name}(?:签名|签字|签署)|${name}的?(?:签名|签字)?(?:系|是)?由[^,。;\\n]{1,10}代签|${name}[^。;\\n()]{0,24}${LATER}|${LATER}(?:人|者)?[:为]?${name}`,
  );
  return clausesOf(text).find((clause) => !ASKS.test(clause) && proxy.test(clause));
}

/** The day that stands behind an officer's signature, where others signed on the day of the act. */
function signedLaterIn({ text }: PlainPaper, name: string | undefined, act: Act): string | undefined {
  const on: Day | undefined = act.date ?? (act.startedAt ? dayOf(act.startedAt) : undefined);
  if (!name || !on) return undefined;
  const tail = text.slice(-TAIL);
  const days = daysIn(tail).filter(({ relative }) => !relative);
  const own = days.filter(({ start }) =>
    new RegExp(`${name}(?:\\(?(?:签名|签字)\\)?)?[,:\\s]*$`).test(tail.slice(0, start)),
  );
  const [first] = own;
  const ended = act.endedAt ? dayOf(act.endedAt) : on;
  return first && days.some(({ day }) => day === on) && own.every(({ day }) => day > ended)
    ? `${name}${tail.slice(first.start, first.end)}`
    : undefined;
}

const clausesOf = (text: string) => text.split(/[。;?？\n()]/);
