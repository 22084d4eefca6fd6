/** 处罚种类, in the order of 行政处罚法 9, lightest first. `correction-order` is not a penalty but is decided with it. */
export const PENALTY_TYPES = {
  warning: '警告',
  'public-criticism': '通报批评',
  fine: '罚款',
  'confiscate-gains': '没收违法所得',
  'confiscate-goods': '没收非法财物',
  'suspend-permit': '暂扣许可证件',
  downgrade: '降低资质等级',
  revoke: '吊销许可证件',
  'restrict-business': '限制开展生产经营活动',
  suspend: '责令停产停业',
  close: '责令关闭',
  'bar-occupation': '限制从业',
  detention: '行政拘留',
  other: '法律、行政法规规定的其他行政处罚',
} as const;

export type PenaltyType = keyof typeof PENALTY_TYPES;

export const PENALTY_TYPE_NAMES = Object.keys(PENALTY_TYPES) as PenaltyType[];

/** 裁量等级, mildest first. There is no 加重 (above the maximum) in penalty law. */
export const GRADES = {
  'no-penalty': '不予处罚',
  mitigated: '减轻处罚',
  lighter: '从轻处罚',
  ordinary: '一般处罚',
  heavier: '从重处罚',
} as const;

export type Grade = keyof typeof GRADES;

export const GRADE_NAMES = Object.keys(GRADES) as Grade[];

/** 规范层级. Normative documents can give reasons but no basis for a penalty (行政处罚法 16). */
export const NORM_LEVELS = {
  law: '法律',
  'administrative-regulation': '行政法规',
  'local-regulation': '地方性法规',
  'department-rule': '部门规章',
  'government-rule': '地方政府规章',
  'judicial-interpretation': '司法解释',
  'normative-document': '规范性文件',
} as const;

export type NormLevel = keyof typeof NORM_LEVELS;
export const NORM_LEVEL_NAMES = Object.keys(NORM_LEVELS) as NormLevel[];
