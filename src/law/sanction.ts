import type { Citation } from './citation.ts';
import type { Condition } from './condition.ts';
import type { Day } from './dates.ts';
import type { FineRange } from './fine-range.ts';
import { PENALTY_TYPES, type PenaltyType } from './penalties.ts';

/** One fine span of a provision, with the switch that selects it (货值金额不足一万元 …). */
export interface SanctionFine {
  /** Over the case's amounts in yuan (`goods`, `gains` …) and its other factors. Absent: always. */
  when?: Condition;
  /** Who is fined: the offender, or the responsible person besides it. Default: the offender. */
  subject?: 'offender' | 'responsible-person';
  /** Which offender the span is written for, where the provision tells persons and units apart. */
  party?: 'person' | 'unit';
  /** The fine of the persons responsible may, and need not, be imposed (可以处). */
  may?: true;
  range: FineRange;
}

/** 罚则: what one provision allows and demands. `mandatory` must all be imposed (并处, 没收); the rest may be. */
export interface Sanction {
  id: string;
  provision: Citation;
  inForce: [from: Day, to?: Day];
  types: PenaltyType[];
  mandatory: PenaltyType[];
  /**
   * Types that only follow when the condition holds (情节严重的，可以吊销许可证); with `must` they are then due (拒不改正的，责令停产停业).
   */
  conditional?: ConditionalType[];
  /** Of several, one must be chosen (责令停产停业，直至吊销许可证; 停业整顿或者吊销执照). Its types stand in `types` as well. */
  oneOf?: OneOfTypes[];
  /** Where a type, or the fine of the persons responsible, stands in another place than `provision` (数额写在第二款). */
  places?: Partial<Record<PenaltyType | 'responsible', SanctionPlace>>;
  /** What others do beside the penalty (由公安机关处拘留), told and no penalty of the agency. Absent `when`: always. */
  also?: { text: string; when?: Condition | 'serious' }[];
  fines: SanctionFine[];
  /** On which side 个体工商户 stands where the spans tell persons and units apart; absent: the provision does not say. */
  individualBusinessAs?: 'person' | 'unit';
  correctionOrder?: boolean;
  /** The entry of the provision that came after this one, where it was renumbered or replaced. */
  followedBy?: string;
  /** What a reading of the official text left open; absent for provisions that people entered. */
  reading?: SanctionReading;
}

export interface ConditionalType {
  type: PenaltyType;
  when: Condition | 'serious';
  must?: true;
}

/** `others`: measures that are no penalty and would do as well (责令停止建设). `words`: how the provision puts the choice. */
export interface OneOfTypes {
  types: PenaltyType[];
  others?: string[];
  when?: Condition | 'serious';
  words?: string;
}

/** The place within the same article; with `article` within the same norm. */
export interface SanctionPlace {
  article?: string;
  paragraph?: number;
  item?: number;
}

/** `责令停产停业或者吊销许可证件（选择其一）`: the choice as people read it. */
export function oneOfText({ types, others = [], words }: OneOfTypes): string {
  const all = [...others, ...types.map((type) => PENALTY_TYPES[type])];
  return words ?? `${all.join('或者')}${all.length > 1 ? '（选择其一）' : ''}`;
}

/** The place in which a provision gives a type. */
export function placeOf(
  { provision, places }: Pick<Sanction, 'provision' | 'places'>,
  type: PenaltyType | 'responsible',
): Citation {
  const place = places?.[type];
  return place ? { law: provision.law, article: provision.article, ...place } : provision;
}

/** The condition of a type as one over the facts of a case. */
export function conditionOf({ when }: Pick<ConditionalType, 'when'>): Condition {
  return when === 'serious' ? { factor: 'serious', op: '=', value: true } : when;
}

/** How far a machine read a provision. What is open was left out, and nothing is `met` on it. */
export interface SanctionReading {
  open: ('types' | 'mandatory' | 'fines')[];
  /** Every type that the words of the article may mean, wherever they stand: what is not here is threatened nowhere. */
  named: PenaltyType[];
  /** The highest and the lowest sum in yuan that any reading of the place allows; absent where sums are not all there is. */
  most?: number;
  least?: number;
}

/** 处罚, proposed or decided. `amount` in yuan for fines and confiscations. */
export interface Penalty {
  type: PenaltyType;
  amount?: number;
  text?: string;
}
