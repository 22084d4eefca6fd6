import { keptByText } from '../../law/kept-by-text.ts';

/** What a paper states of one party in labelled lines. Values as written, in half width. */
export interface LabelledParty {
  name: string;
  /** What follows the label, without spaces: shows whether the name only broke off at the line's end. */
  onward: string;
  creditCode?: string;
  idNumber?: string;
  address?: string;
}

export interface Labelled {
  parties: LabelledParty[];
  causes: string[];
  caseNumbers: string[];
  /** Short names that the paper introduces itself, each with the full name. */
  shortNames: { short: string; full: string }[];
}

type Role = 'party' | 'representative' | 'other';
type Kind = Role | 'credit-code' | 'id-number' | 'seat' | 'address' | 'cause' | 'case-number' | 'unknown';

interface Label {
  kind: Kind;
  from: number;
  to: number;
}

const PARTY =
  '当事人(?:名称|姓名|名称或者?姓名|姓名或者?名称|信息)?[一二三四五六七八九十甲乙丙丁\\d]{0,2}|被(?:行政)?处罚(?:人|单位|当事人)|行政相对人(?:名称)?|相对人名称|涉案单位|违法行为人';
const REPRESENTATIVE = '法定代表人|主要负责人|负责人|经营者|投资人';
/** Words for other people. They end what is said of the party with or without a colon after them. */
const OTHERS =
  '第三人|证人|见证人|(?:委托|诉讼)?代理人|受委托人|被?委托(?:人|单位)|现场负责人|陪同人|在场人|(?:被)?询问人|被调查人|被检查(?:人|单位)|被?举报人|被?投诉人|申请人|被申请人|利害关系人|监护人|供货(?:人|单位|商|者)|供应商|生产(?:者|厂家|企业|单位)|销售(?:者|方)|购买(?:人|方)|消费者|鉴定(?:人|机构)|检(?:测|验)机构|受送达人|收件人|代收人|送达人|承办人|执法人员|调查人员?|记录(?:人|员)|检查人|(?:听证)?主持人|翻译(?:人员)?|近亲属|同案人';
const LABELS: [Kind, RegExp][] = [
  ['party', new RegExp(`^(?:${PARTY})$`)],
  ['representative', new RegExp(`^(?:${REPRESENTATIVE})(?:姓名)?$`)],
  ['credit-code', /^(?:统一)?社会信用代码/],
  ['id-number', /^(?:公民|居民)?身份(?:证|证件)?号?码?$/],
  ['seat', /^(?:住所地?|注册地址|住所\(住址\)|住所地址)$/],
  ['address', /^(?:住址|地址|家庭住址|住址\(住所\))$/],
  ['cause', /^案由$/],
  ['case-number', /^(?:案号|案件编号|立案编号|立案号)$/],
];
const BOUNDARY = '(^|[\\s,;。|])';
const COUNTER = '(?:\\(?[一二三四五六七八九十\\d]{1,3}\\)?[、.]\\s*)?';
/** Labels that end a value even where nothing stands before them. */
const STRONG =
  /统一社会信用代码|社会信用代码|公民身份号码|身份证号|法定代表人|主要负责人|住所地?:|住址:|地址:|联系电话|性别:|案由:|经营者:/;
/** A number straight after its label, without a colon. */
const BARE_CODE = /(^|[\s,;。|])(统一社会信用代码|公民身份号码|身份证号码?)(?=[0-9A-Z])/gm;
/** Whose signature stands there is no particular of the case: 当事人：示例甲（签名）, 当事人（签字）：示例甲. */
const SIGNED = /\([^()]*(?:签名|签字|签章|签收|盖章|捺印|指印|手印)/;
/** A name with the day on which it was signed: 示例甲 2025年6月5日, 示例甲 6月5日. */
const SIGNED_ON = /\d{4}\s*[年.\-/]\s*\d{1,2}|\d{1,2}月\d{1,2}日|[〇零一二三四五六七八九]{4}年|[_ ]年[_ ]*月/;
/** A person's name on one line with those of the officers who sign too. */
const SIGNED_BESIDE =
  /^ *[\u4e00-\u9fa5]{2,4}(?<![店行厂部社场馆坊铺吧院站所])[ \t,;]+(?:执法|检查|勘验|询问|调查|办案|经办|承办|记录|见证|监察|稽查)(?:人员?|员|证人)? *:/;
/** A sentence this long is running text: what was said of the party in the head of the paper has ended. */
const RUNNING = 80;

/**
 * Reads the plainly labelled lines of a paper's text: 当事人：…, 案由：…, 统一社会信用代码：…, 身份证号：…, 住所：…, 案号：…. A number or
 * address counts only for the party whose label stands before it with no other person between. What is doubtful is
 * left out: blanks to fill in, masked values, speech of a transcript.
 */
export const labelledParticulars: (given: string) => Readonly<Labelled> = keptByText(readParticulars);

function readParticulars(given: string): Labelled {
  const text = given.normalize('NFKC').replaceAll('\r', '');
  const result: Labelled = { parties: [], causes: [], caseNumbers: [], shortNames: shortNames(text) };
  const labels = labelsIn(text);
  let role: Role = 'other';
  let party: LabelledParty | undefined;
  for (const [index, label] of labels.entries()) {
    const end = labels[index + 1]?.from ?? text.length;
    const value = firstLine(text.slice(label.to, end));
    const ofParty = role === 'party' && party;
    if (label.kind === 'party') {
      const name = isSignature(text.slice(label.to)) ? undefined : nameIn(value);
      party = name ? { name, onward: text.slice(label.to, label.to + 200).replaceAll(/\s/g, '') } : undefined;
      if (party) result.parties.push(party);
      role = party ? 'party' : 'other';
    } else if (label.kind === 'representative' || label.kind === 'other') {
      role = label.kind === 'representative' && role !== 'other' ? 'representative' : 'other';
    } else if (label.kind === 'credit-code' && party && role !== 'other') {
      party.creditCode ??= codeIn(value);
    } else if (label.kind === 'id-number' && ofParty) {
      ofParty.idNumber ??= codeIn(value);
    } else if (
      party &&
      ((label.kind === 'seat' && role !== 'other') || (label.kind === 'address' && ofParty))
    ) {
      party.address ??= plainValue(value.split(/[,;。]/)[0]!);
    } else if (label.kind === 'cause') {
      const cause = plainValue(value.split(/[;。]/)[0]!.replace(/,\s*$/, ''));
      if (cause) result.causes.push(cause);
    } else if (label.kind === 'case-number') {
      const number = plainValue(value.split(/[,;。]/)[0]!);
      if (number) result.caseNumbers.push(number);
    }
    if (end - label.to > RUNNING) role = 'other';
  }
  return result;
}

function labelsIn(text: string): Label[] {
  const found: Label[] = [];
  const generic = new RegExp(
    `${BOUNDARY}(${COUNTER})([\\u4e00-\\u9fa5]{2,14}(?:\\([^()\\n]{1,12}\\))?\\d?)[ \\t]*:`,
    'gm',
  );
  for (const match of text.matchAll(generic)) {
    const word = match[3]!;
    const from = match.index + match[1]!.length + match[2]!.length;
    found.push({ kind: kindOf(word), from, to: match.index + match[0].length });
  }
  const others = new RegExp(`${BOUNDARY}(?:${COUNTER})(${OTHERS}|${REPRESENTATIVE})`, 'gm');
  for (const match of text.matchAll(others)) {
    const to = match.index + match[0].length;
    const kind = new RegExp(`^(?:${REPRESENTATIVE})$`).test(match[2]!) ? 'representative' : 'other';
    found.push({ kind, from: to - match[2]!.length, to });
  }
  for (const match of text.matchAll(BARE_CODE)) {
    const from = match.index + match[1]!.length;
    found.push({ kind: kindOf(match[2]!), from, to: from + match[2]!.length });
  }
  return found.sort((one, other) => one.from - other.from);
}

function kindOf(word: string): Kind {
  if (SIGNED.test(word)) return 'other';
  for (const bare of [word, word.replace(/\([^)]*\)\d?$/, '')]) {
    const known = LABELS.find(([, pattern]) => pattern.test(bare));
    if (known) return known[0];
  }
  // Whoever the unknown label names, what follows is said of him and not of the party.
  return new RegExp(`^(?:${OTHERS})`).test(word) || /[人者员商方]$|单位$|机构$|厂家$|企业$/.test(word)
    ? 'other'
    : 'unknown';
}

function firstLine(value: string): string {
  const line = value.split('\n')[0]!;
  const strong = STRONG.exec(line);
  return (strong ? line.slice(0, strong.index) : line).trim();
}

/** Whether a person signs there: with the day, or beside the officers. */
function isSignature(rest: string): boolean {
  const words = firstLine(rest).split(/[,;。|]/)[0]!;
  return SIGNED_BESIDE.test(rest) || (SIGNED_ON.test(words.slice(0, 30)) && !/生\s*$|出生/.test(words));
}

/** A name as it stands after its label; speech, sentences and blanks are none. */
function nameIn(value: string): string | undefined {
  // A bracket left open goes on with a label of its own: 示例小吃店(经营者:…).
  const name = plainValue(value.split(/[,;。!?|]|\s{2,}/)[0]!.replace(/\([^()]*$/, ''));
  if (!name || name.length > 60 || SIGNED.test(name)) return undefined;
  const speech = /^(?:[我你您本该贵是不没有好对无请已能听看知]|同意|可以|清楚|上述|详见)/;
  return speech.test(name) ? undefined : name;
}

function codeIn(value: string): string | undefined {
  const code = /^[^0-9A-Za-z]{0,6}([0-9A-Za-z][0-9A-Za-z ]{13,24})/.exec(value)?.[1]?.replaceAll(' ', '');
  // Fifteen figures are a registration number or an identity card of the old kind.
  return code && code.length >= 16 && code.length <= 19 && !/[X*]{3}/i.test(code)
    ? code.toUpperCase()
    : undefined;
}

function plainValue(value: string): string | undefined {
  const plain = value.trim();
  return plain.length === 0 || /[×*_□]|[xX]{2}|某某|\.{3}|…|^[/\-—无略]+$/.test(plain) ? undefined : plain;
}

function shortNames(text: string): Labelled['shortNames'] {
  const introduced =
    /([^\s,;。:()]{2,60}(?:\([^()]{1,12}\))?)\((?:以下|下)(?:统称|简称|称)(?:为|:)?["“'「《]?([^"”'」》)\n]{1,20})/g;
  return [...text.matchAll(introduced)].map(([, full = '', short = '']) => ({ full, short }));
}
