import type { Including } from './amount-ends.ts';
import type { FineRange } from './fine-range.ts';
import { fineRangeIn } from './fine-range-in.ts';
import type { PenaltyType } from './penalties.ts';
import { type ClauseCondition, conditionIn, ELSEWHERE } from './sanction-conditions.ts';

/** One penalty that a clause threatens. */
export interface Threat {
  type: PenaltyType;
  /** 可以, or one of several that the norm lets choose between (或者, 直至). */
  optional: boolean;
  when?: ClauseCondition;
  subject: 'offender' | 'responsible-person' | 'other';
  party?: 'person' | 'unit';
  /** Of a fine; absent where its figures are not read. */
  range?: FineRange;
}

/** How a table that is written like a provision wants to be read; official texts count the number in, and begin with the conduct. */
export interface ClauseReading {
  including?: Including;
  /** The span in the words between 处 and 罚款. */
  spanIn?: (words: string, including?: Including) => FineRange | 'none' | undefined;
  /** No conduct comes first: every …的 is a condition. */
  conditionsOnly?: true;
}

export type Part = 'types' | 'mandatory' | 'fines';

const FINE = /(?:处(?![置理])以?|给予|予以|科以|罚)(?<words>(?:[^处，]|处(?=[置理])){0,60}?)(?:行政)?罚款/g;
const PLAIN: [RegExp, PenaltyType[]][] = [
  [/(?:给予|予以|处以?)?警告/g, ['warning']],
  [/(?:给予|予以)?通报批评/g, ['public-criticism']],
  [/(?:责令(?:其)?|予以)?(?:停业、关闭|停业或者关闭|停产、停业或者关闭|停业关闭)/g, ['suspend', 'close']],
  [
    /责令(?:其|限期)?(?:停产停业(?:整顿|整治)?|停业整顿|停产整顿|停产整治|停业整治|停业|停产|暂停营业)/g,
    ['suspend'],
  ],
  [/(?:责令(?:其)?|予以)关闭/g, ['close']],
  [/(?:直至)?吊销[^，]*/g, ['revoke']],
  [/暂扣[^，]*?(?=直至|或者吊销|并处|或者处|$)/g, ['suspend-permit']],
  [/降低(?:其)?资质等级/g, ['downgrade']],
];
const GAINS = /违法所得|非法所得|违法收入|非法收入|违法获利/;
const CONFISCATE =
  /没收(?<what>[^，]*?)(?=并?处|并?可以|并给予|并?责令|$)|(?:将|对)?(?<before>[^，]{0,30})予以没收/g;
const RESPONSIBLE =
  /对?[^，]{0,30}(?:主管人员|责任人员?|负责人|法定代表人|直接责任者|实际控制人|股东|高级管理人员)/;
const OFFENDER = /^对(?:其|当事人|行为人|违法者|违法行为人|违法单位和个人|责任者)/;
const UNIT = /^(?:对|属于|是)?(?:违法|有关|责任)?(?:单位|企业|法人|组织|法人或者其他组织|企业事业单位)/;
const PERSON = /^(?:对|属于|是)?(?:违法|有关)?(?:个人|公民|自然人)/;
/** 对技术单位处…: one kind of unit, the only one that the words name. */
const KIND_OF_UNIT =
  /(?<=对)(?:建设|技术|施工|监理|设计|勘察|生产|经营|使用|排污|检验|检测|监测|运营)单位(?=可以|并?处|给予|予以|没收|吊销|责令)/g;
/** Words in brackets, save those that punish, number an item, or say of a sum whether it belongs to the span: 二百元（不含）以上. */
const BRACKETS =
  /(?<!(?:[元倍%％]|以[上下内])(?=[（(]不?(?:含|包括|包含)))[（(](?![^）)]*(?:罚|没收|吊销)|[一二三四五六七八九十]+[）)])[^）)]*[）)]/g;
/** 野生动物及其制品价值或者违法所得: two sums to count on, and no norm says here which. */
const OTHER_BASE =
  /(?<!没收[^、，和并或]{0,8})(?:价值|金额|数额|总额|所得|收入|价款|费用|损失|报酬|利润)的?(?:或者|[和、并])$/;
const NOT_CRIME = /不构成(?:犯罪|刑事|违反治安)|不够刑事处罚/;
const DANGER: [RegExp, Part[]][] = [
  [/罚款|\d元|万元/, ['types', 'mandatory', 'fines']],
  [/警告|没收|吊销|暂扣|停产|停业|关闭|拘留|通报/, ['types', 'mandatory']],
  [/收缴|扣留|撤销|取消|降低|限制|禁止|不得|暂停|停止营业|禁入/, ['types']],
];

/** Every penalty that the words of a provision threaten, clause by clause, and the parts where something was not understood. */
export function readClauses(
  given: string,
  how: ClauseReading = {},
): { threats: Threat[]; unread: Set<Part> } {
  const text = given
    .replaceAll(/\s/g, '')
    .replace(/^第[一二三四五六七八九十百]+条(?:之[一二三四五六七八九十]+)?/, '');
  // 对个人处…罚款、对单位处…罚款: two clauses.
  const plain = text
    .replaceAll(BRACKETS, '')
    .replaceAll(/(?<=罚款)(?:[、和及]|以及)(?=对[^，。；]{1,30}处)/g, '，');
  const kinds = new Set(plain.match(KIND_OF_UNIT));
  const told = kinds.size === 1 ? plain.replaceAll(KIND_OF_UNIT, '单位') : plain;
  const state = new Reading(how);
  for (const chunk of told.split(/[。；：;:]/)) if (chunk) state.chunk(chunk);
  return { threats: state.threats, unread: state.unread };
}

/** What the clause before left: 可以 with its penalty (`choice`), or 可以 whose penalty is still to come (`may`). */
type After = 'nothing' | 'choice' | 'may';

class Reading {
  threats: Threat[] = [];
  unread = new Set<Part>();
  /** A measure or penalty has been named: what follows as …的 is a condition, before it is the conduct. */
  private started: boolean;
  private when: ClauseCondition | undefined;
  private amount: 'goods' | 'gains' | undefined;
  private subject: Threat['subject'] = 'offender';
  private party: Threat['party'];
  private how: ClauseReading;

  constructor(how: ClauseReading) {
    this.how = how;
    this.started = how.conditionsOnly ?? false;
  }

  chunk(chunk: string): void {
    const clauses = chunk.split(/[，,](?!\d{3})/).filter(Boolean);
    const before = this.when;
    this.when = undefined;
    this.subject = 'offender';
    this.party = undefined;
    let after: After = 'nothing';
    let conditioned = before === undefined;
    for (const [index, clause] of clauses.entries()) {
      if (NOT_CRIME.test(clause)) {
        this.when = undefined;
        conditioned = true;
        continue;
      }
      if (ELSEWHERE.test(clause)) {
        this.leave(clauses.slice(index + 1).filter((one) => !/刑事责任|赔偿|治安管理/.test(one)));
        return;
      }
      if (/的$/.test(clause) && !/(?:处|没收|吊销|警告).*罚款的$/.test(clause)) {
        this.condition(clause);
        conditioned = true;
        continue;
      }
      const found = this.penalties(clause, after);
      if (found.optional) after = found.count > 0 ? 'choice' : 'may';
      else if (found.count > 0) after = 'nothing';
      if (found.count > 0 && !conditioned && found.offender) {
        // A penalty after a condition that ended with the chunk before: to which of the two it belongs is open.
        for (const part of ['types', 'mandatory', 'fines'] as const) this.unread.add(part);
      }
      if (found.count > 0 || /责令|由.{2,}(?:部门|机关|机构|人民政府)/.test(clause)) this.started = true;
    }
  }

  private leave(clauses: string[]): void {
    for (const [word, parts] of DANGER) {
      if (clauses.some((one) => word.test(one))) for (const part of parts) this.unread.add(part);
    }
  }

  private condition(clause: string): void {
    // Before any measure it is the conduct of a unit, and no tier of its own.
    if (this.started && UNIT.test(clause)) this.party = 'unit';
    else if (this.started && PERSON.test(clause)) this.party = 'person';
    if (
      /^(?:属于|是)(?:单位|个人|法人|企业|组织|公民|自然人)的$|^(?:单位|个人|公民)(?:违反|有前款).*的$/.test(
        clause,
      )
    )
      return;
    const { when, amount } = conditionIn(clause, this.amount);
    if (amount) this.amount = amount;
    const plain = when === 'serious' || amount !== undefined;
    if (this.started || plain) this.when = when;
  }

  private penalties(clause: string, after: After): { count: number; optional: boolean; offender: boolean } {
    this.subjectOf(clause);
    let rest = clause;
    const found: { type: PenaltyType; at: number; range?: FineRange | 'none'; fine?: true }[] = [];
    const take = (match: RegExpMatchArray, types: PenaltyType[]) => {
      for (const type of types) found.push({ type, at: match.index! });
      blank(match.index!, match[0].length);
    };
    const blank = (at: number, length: number) => {
      rest = rest.slice(0, at) + '□'.repeat(length) + rest.slice(at + length);
    };
    for (const match of clause.matchAll(FINE)) {
      const words = match.groups!.words!;
      const cut = Math.max(
        ...['或者', '并', '、', '和'].map(
          (word) => words.lastIndexOf(word) + (words.includes(word) ? word.length : 0),
        ),
      );
      const left = words.slice(0, Math.max(cut, 0));
      const counted = /倍|分之|[%％‰]|等值/.test(words.slice(left.length));
      const whole = /以上|以下/.test(left) || (counted && OTHER_BASE.test(left));
      const own = whole ? words : words.slice(Math.max(cut, 0));
      const range = (this.how.spanIn ?? fineRangeIn)(own, this.how.including);
      found.push({ type: 'fine', at: match.index!, fine: true, ...(range === undefined ? {} : { range }) });
      const from = match.index! + match[0].length - own.length - (/行政罚款$/.test(match[0]) ? 4 : 2);
      blank(Math.max(match.index!, from), match.index! + match[0].length - Math.max(match.index!, from));
    }
    for (const [pattern, types] of PLAIN) for (const match of rest.matchAll(pattern)) take(match, types);
    for (const match of rest.matchAll(CONFISCATE)) {
      const what = (match.groups!.what ?? match.groups!.before ?? '').replaceAll(/[□]/g, '');
      const others = what
        .replace(/^(?:其|全部|其全部)/, '')
        .replaceAll(new RegExp(GAINS, 'g'), '')
        .replaceAll(/[和及、的以与并其]|全部/g, '');
      const types: PenaltyType[] = [
        ...(GAINS.test(what) ? (['confiscate-gains'] as const) : []),
        ...(others.length > 0 ? (['confiscate-goods'] as const) : []),
      ];
      take(match, types.length > 0 ? types : ['confiscate-goods']);
    }
    this.leave([
      rest.replaceAll(/责令(?:立即)?停止(?:违法行为|使用|销售|侵害|侵权|[^，或并、]{0,8}行为)/g, ''),
    ]);
    const first = found.map(({ at }) => at).sort((one, other) => one - other)[0] ?? 0;
    const may = /(?<![许认])可(?:以|(?=并处|单处|处|给予))|有权/.exec(clause);
    const choice = found.length > 1 && /或者|直至|或/.test(clause.slice(first));
    const goesOn = after === 'may' || (after === 'choice' && /^(?:并|同时|或)/.test(clause));
    if (goesOn && found.length > 0 && !may) this.unread.add('mandatory');
    for (const { type, at, range, fine } of found) {
      const optional =
        (may !== null && may.index < at) ||
        choice ||
        /直至|或者/.test(clause.slice(Math.max(0, at - 2), at + 3)) ||
        goesOn;
      if (fine && (range === undefined || range === 'none')) this.unread.add('fines');
      this.threats.push({
        type,
        optional,
        ...(this.when ? { when: this.when } : {}),
        subject: this.subject,
        ...(this.party ? { party: this.party } : {}),
        ...(fine && range !== undefined && range !== 'none' ? { range } : {}),
      });
      if (this.subject === 'other')
        for (const part of ['types', 'mandatory', 'fines'] as const) this.unread.add(part);
    }
    return { count: found.length, optional: may !== null || goesOn, offender: this.subject === 'offender' };
  }

  private subjectOf(clause: string): void {
    const at =
      /(?:^|由[^，]{2,30}(?:部门|机关|机构|人民政府)|并|同时|可以|应当)(对[^，]{1,60}?)(?=可以|并?处|给予|予以|没收|吊销|暂扣|责令|依法|$)/.exec(
        clause,
      );
    const words = at?.[1] ?? (/^其(?:直接|主要|法定)/.test(clause) ? clause : undefined);
    if (!words) return;
    this.party = undefined;
    if (RESPONSIBLE.test(words)) this.subject = 'responsible-person';
    else if (UNIT.test(words)) [this.subject, this.party] = ['offender', 'unit'];
    else if (PERSON.test(words)) [this.subject, this.party] = ['offender', 'person'];
    else this.subject = OFFENDER.test(words) ? 'offender' : 'other';
  }
}
