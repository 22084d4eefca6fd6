import { type BareTitle, bareTitle, type Known } from './bare-title.ts';
import { NUMERAL } from './read-numeral.ts';
import { PARENS, readAlias, readNotes } from './title-notes.ts';
import { versionBefore } from './version-before.ts';

/** A norm as a text names it. Offsets in UTF-16; `name` is absent where a pronoun refers to nothing. */
export interface NamedLaw {
  from: number;
  to: number;
  name?: string;
  /** A year, a day, or `former` (原…, 修订前的…). */
  version?: string;
}

/** 第三编第二章, 合同编, 分则 between a title and its article. */
const PART = `(?:第${NUMERAL}(?:分编|[编章节])|[总分附]则|[\\u4e00-\\u9fa5]{2,6}编)`;
const AFTER_NAME = new RegExp(
  String.raw`(${PARENS}{0,2})\s*[的中之]?\s*(?:${PART}\s*){0,3}[的中之]?\s*(?=第|${NUMERAL}\s*条)`,
  'y',
);
const NOTES = new RegExp(`${PARENS}{0,2}`, 'y');
const ALIAS_NOTE = /[（(](?:以下|下文?|统)?[^（）()\n]{0,6}?简?称[^（）()\n]{1,40}[）)]/y;
const BEFORE_PLACE = new RegExp(String.raw`\s*[的中之]?\s*(?:${PART}\s*){0,3}[的中之]?\s*$`);
const KIND = /(法典|法|条例|规定|办法|解释|细则|规则|决定|规范|意见|通知)(?:（[^）]{1,6}）)?$/;
/** 本法, 该条例; not the end of 基本法, 合同法, 应该. */
const PRONOUN =
  /((?<!(?<![构造完达])成|[基资日版文样标原根剧])本|(?<![合共相不])同|(?<!应)该|此)(?:实施)?(法典|法|条例|规定|办法|解释|细则|规则|决定|规范|意见|通知)$/;
const STATE = '中华人民共和国';
/** The text of a norm says so: 制定本法, 本条例自…起施行. */
const NORM_ITSELF =
  /制定本(?:实施)?(法|条例|规定|办法|解释|细则|规则|规范)|(?:^|[。\s])本(?:实施)?(法|条例|规定|办法|解释|细则|规则|规范)自[^。\n]{1,30}起(?:施行|实施)/;
const SET_APART = /[\u4e00-\u9fa5]{0,60}(?:[^\S\n]{1,2}[\u4e00-\u9fa5]){3,60}\s*$/;
const LAST_APART = /[^\S\n][\u4e00-\u9fa5]\s*$/;
/** A name this short that is no title is an abbreviation, and may end other words. */
const SHORT = 4;
const LONGEST = 110;
const TITLE_END = /[法典例定则释法范见知]/;

/** The norms that one text names, as far as it has been read: titles, the short names given to them, and pronouns. */
export class LawNames {
  readonly #titleOf: (name: string) => string | undefined;
  readonly #aliases = new Map<string, string>();
  /** The norm named last, by the last word of its title: 该条例 is not the law named after it. */
  readonly #lastOf = new Map<string, string>();
  readonly #kinds = new Map<string, Known>();
  readonly #own: string | undefined;
  readonly #ownKind: string | undefined;
  /** 本法 in the text of a norm is that norm, whether or not anybody has told its title. */
  readonly #isNorm: boolean;

  /** `own`: the norm that the text itself belongs to, so that 本法 is known. */
  constructor(text: string, titleOf: (name: string) => string | undefined, own?: string) {
    this.#titleOf = titleOf;
    this.#own = own;
    const told = NORM_ITSELF.exec(text);
    this.#isNorm = own !== undefined || told !== null;
    this.#ownKind = kindOf((own === undefined ? (told?.[1] ?? told?.[2]) : KIND.exec(own)?.[1]) ?? '');
  }

  /** 《…》 with what stands in parentheses after it. */
  bracketed(text: string, at: number): NamedLaw | undefined {
    const end = closing(text, at);
    if (end === undefined) return undefined;
    const title = text.slice(at + 1, end - 1);
    const pronoun = /[本该此]/.test(text[at - 1] ?? '')
      ? this.#pronoun(`${text[at - 1]}${title}`)
      : undefined;
    if (pronoun?.from === 0 && !this.#aliases.has(title)) {
      return { from: at - 1, to: end, ...(pronoun.name ? { name: pronoun.name } : {}) };
    }
    const name = this.#full(title);
    return this.#named(text, { from: at, to: end, name, ...versionBefore(text, at) });
  }

  /** The norm named without brackets directly before the place at `at`, its words not before `floor`. */
  before(text: string, at: number, floor: number, knownOnly = false): NamedLaw | undefined {
    const start = Math.max(floor, at - LONGEST);
    const window = text.slice(start, at);
    // Looked at closely only where something like the end of 第三编的 stands between title and place.
    const between = /[\s的中之编章节则]$/.test(window) ? BEFORE_PLACE.exec(window)![0].length : 0;
    const head = window.slice(0, window.length - between);
    const title = this.#bare(head);
    const found = title?.known ? title : (this.#pronoun(head) ?? title);
    if (!found || (knownOnly && !found.known)) return undefined;
    const { from, to, name } = { ...found, from: start + found.from, to: start + found.to };
    if (name === undefined) return { from, to: at };
    return {
      ...this.#named(text, { from, to, name: this.#full(name), ...versionBefore(text, from) }),
      to: at,
    };
  }

  /** As `bareTitle`, of the words that signs set apart by a scan make together: 行 政 处 罚 法. */
  #bare(head: string): BareTitle | undefined {
    const known = (name: string) => this.#known(name);
    const apart = LAST_APART.test(head) ? SET_APART.exec(head) : null;
    if (!apart) return bareTitle(head, known);
    const signs = [...apart[0].matchAll(/\S/g)];
    const found = bareTitle(signs.map(([sign]) => sign).join(''), known);
    if (!found) return undefined;
    const from = apart.index + signs[found.from]!.index;
    return { ...found, from, to: apart.index + signs[found.to - 1]!.index + 1 };
  }

  /** A short name given in parentheses away from brackets: 食品安全法（以下简称食品法）. Its end, where one stands here. */
  note(text: string, at: number): number | undefined {
    ALIAS_NOTE.lastIndex = at;
    const match = ALIAS_NOTE.exec(text);
    const alias = match && readAlias(match[0]);
    if (!match || !alias) return undefined;
    if (!TITLE_END.test(text[at - 1] ?? '')) return undefined;
    const start = Math.max(0, at - LONGEST);
    const found = bareTitle(text.slice(start, at), (name) => this.#known(name));
    if (!found?.known) return undefined;
    this.#remember(this.#full(found.name!), alias);
    return at + match[0].length;
  }

  #pronoun(head: string): (Omit<BareTitle, 'name'> & { name?: string }) | undefined {
    const match = PRONOUN.exec(head);
    if (!match) return undefined;
    const kind = kindOf(match[2]!);
    const own = match[1] === '本' && (!this.#ownKind || this.#ownKind === kind);
    const name = own && this.#isNorm ? this.#own : this.#lastOf.get(kind);
    return { from: match.index, to: head.length, known: true, ...(name ? { name } : {}) };
  }

  /** The notes after a title, its version among them; what it is called from here on. */
  #named(text: string, law: NamedLaw & { name: string }): NamedLaw {
    AFTER_NAME.lastIndex = law.to;
    NOTES.lastIndex = law.to;
    const words = (AFTER_NAME.exec(text) ?? NOTES.exec(text))![0];
    const { version = law.version, alias } = readNotes(words);
    this.#remember(law.name, alias);
    return { from: law.from, to: law.to + words.length, name: law.name, ...(version ? { version } : {}) };
  }

  #remember(name: string, alias: string | undefined): void {
    if (alias && alias !== name) this.#aliases.set(alias, name);
    for (const title of alias ? [name, alias] : [name]) {
      const kind = KIND.exec(title)?.[1];
      if (kind) this.#lastOf.set(kindOf(kind), name);
    }
  }

  #known(name: string): Known {
    if (this.#aliases.has(name)) return 'short';
    if (!this.#kinds.has(name)) {
      const title = this.#titleOf(name);
      const whole = title === name || title === `${STATE}${name}`;
      const kind = whole || name.length > SHORT ? 'title' : 'short';
      this.#kinds.set(name, title === undefined ? undefined : kind);
    }
    return this.#kinds.get(name);
  }

  #full(name: string): string {
    const plain = name.replaceAll('〈', '《').replaceAll('〉', '》').replaceAll(/\s/g, '');
    return this.#aliases.get(plain) ?? plain;
  }
}

/** A code calls itself 本法. */
function kindOf(word: string): string {
  return word === '法典' ? '法' : word;
}

/** The end of 《…》, with titles inside titles. */
function closing(text: string, from: number): number | undefined {
  let depth = 0;
  const last = Math.min(text.length, from + 150);
  for (let at = from; at < last; at++) {
    if (text[at] === '《') depth += 1;
    else if (text[at] === '》' && --depth === 0) return at + 1;
  }
  return undefined;
}
