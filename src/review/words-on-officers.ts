import type { CaseFile } from '../cases/case-file.ts';
import { deniedWords, type PaperOf, type PlainPaper } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const RECORDS = ['inspection-record', 'interview-record'];
/** 是否只有一人询问 asks; what it is answered is not read. */
const ASKS = /是否|有没有|有无|不是|并非|吗/;
const DOING = '(?:实施|检查|询问|讯问|问|执法|调查|勘验|到场|在场|进行)';

/** Officers who, as a record or an on-the-spot decision itself says, were not there or signed by another's hand. */
export function wordsOnOfficers(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const names = new Map((file.officers ?? []).map(({ id, name }) => [id, name.normalize('NFKC')]));
  const decided = file.procedure === 'summary' ? paperOf(file.decision?.paper) : undefined;
  return (file.acts ?? []).flatMap((act, index): OtherWords[] => {
    const own = paperOf(act.paper);
    const told = [
      ...(own && RECORDS.includes(own.kind) ? [own] : []),
      ...(decided && act.date === file.decision?.date ? [decided] : []),
    ];
    const there = act.officers ?? [];
    const signed = act.officersSigned ?? [];
    return told.flatMap((paper) => [
      ...without(`acts.${index}.officers`, there, paper, (id) => awayIn(paper, id, there, names)),
      ...without(`acts.${index}.officersSigned`, signed, paper, (id) => byProxyIn(paper, names.get(id))),
    ]);
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
  there: readonly string[],
  names: ReadonlyMap<string, string>,
): string | undefined {
  const name = names.get(id);
  if (!name) return undefined;
  const others = there.flatMap((one) => (one === id ? [] : (names.get(one) ?? [])));
  const away = new RegExp(
    `${name}(?:同志)?(?:(?:当[日天时]|因|去|在|外出|出差|请|临时|有事)[^,。;\\n、:]{0,14})?(?:并?没有|未)(?:到场|在场|到现场|参加检查|参加询问|参与检查|参与询问)`,
  );
  const alone = others.map(
    (other) =>
      new RegExp(
        `(?:只有|仅有|仅由|都?由|是)${other}(?:同志)?(?:一人|1人|一个人|独自|单独)(?!记录|送达)${DOING}`,
      ),
  );
  return clausesOf(text).find(
    (clause) => !ASKS.test(clause) && [away, ...alone].some((pattern) => pattern.test(clause)),
  );
}

function byProxyIn({ text }: PlainPaper, name: string | undefined): string | undefined {
  if (!name) return undefined;
  const proxy = new RegExp(
    `代${name}(?:签名|签字|签署)|${name}的?(?:签名|签字)?(?:系|是)?由[^,。;\\n]{1,10}代签`,
  );
  return clausesOf(text).find((clause) => !ASKS.test(clause) && proxy.test(clause));
}

const clausesOf = (text: string) => text.split(/[。;?？\n()]/);
