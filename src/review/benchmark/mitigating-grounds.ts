import type { CaseFile } from '../../cases/case-file.ts';

type Ground = NonNullable<NonNullable<CaseFile['circumstances']>['grounds']>[number];

const NAMES: Record<Exclude<Ground['kind'], 'heavier'>, string> = {
  'removed-harm': '主动消除或者减轻危害后果',
  coerced: '受胁迫或者诱骗',
  'confessed-unknown': '主动供述尚未掌握的违法行为',
  meritorious: '有立功表现',
  'minor-age': '已满十四周岁不满十八周岁',
  mental: '尚未完全丧失辨认或者控制能力',
  'other-law': '法律、法规、规章规定的其他情形',
};

export interface MitigatingGrounds {
  state: 'accepted' | 'claimed' | 'none' | 'unknown';
  /** Names of the accepted grounds, else of the claimed ones. */
  names: string[];
  accepted: Ground[];
  /** Names of the claimed grounds that oblige or may oblige (行政处罚法 30, 32), whether or not another ground was accepted. */
  claimed: string[];
}

export const GROUND_PATHS = [
  'circumstances.grounds',
  'circumstances.noGrounds',
  'circumstances.noMitigation',
];

/** What the file says about grounds of 行政处罚法 30 to 32 that lighten a penalty. Nothing said is unknown. */
export function mitigatingGrounds(file: CaseFile): MitigatingGrounds {
  const { grounds, noGrounds, noMitigation } = file.circumstances ?? {};
  const lighter = (grounds ?? []).filter((ground) => ground.kind !== 'heavier');
  const accepted = lighter.filter((ground) => ground.state === 'accepted');
  const open = lighter.filter((ground) => ground.state === 'claimed');
  const claimed = open.filter((ground) => obligationOf(ground) !== 'may').map(nameOfGround);
  if (accepted.length > 0) return { state: 'accepted', names: accepted.map(nameOfGround), accepted, claimed };
  if (open.length > 0) return { state: 'claimed', names: open.map(nameOfGround), accepted, claimed };
  // A list that somebody filled in, or an explicit "none", shows that the question was looked at.
  return {
    state: grounds?.length || noGrounds || noMitigation ? 'none' : 'unknown',
    names: [],
    accepted,
    claimed,
  };
}

/** 行政处罚法 31 allows, 30 and 32 oblige; of another norm its own words decide, and nobody may have told them. */
export function obligationOf({ kind, obliges }: Ground): 'must' | 'may' | 'unsaid' {
  if (kind === 'mental') return 'may';
  if (kind !== 'other-law') return 'must';
  return obliges === undefined ? 'unsaid' : obliges ? 'must' : 'may';
}

export function nameOfGround(ground: Ground): string {
  return NAMES[ground.kind as keyof typeof NAMES];
}
