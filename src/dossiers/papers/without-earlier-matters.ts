import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { Day } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import { plainView } from '../words/plain-view.ts';
import { signatureIn } from '../words/signature-in.ts';
import { ENDING } from './title-in.ts';

interface Part {
  kind: PaperKind;
  title: string;
  text: string;
}

const COPY = /(?:(?:复印|复制|影印|扫描|打印)(?:件|页)?|存根)[)）]?$/;

/**
 * Papers of a matter that ended before this case was filed are evidence here: of two decisions the one that was signed
 * before the filing, or that is marked a copy beside one that is none. A single paper of its kind is the case's own.
 */
export function withoutEarlierMatters<One extends Part>(parts: readonly One[]): One[] {
  const groups = Map.groupBy(parts, ({ kind }) => kind);
  const several = ENDING.filter((kind) => (groups.get(kind)?.length ?? 0) > 1);
  if (several.length === 0) return [...parts];
  const filed = (groups.get('filing-approval') ?? []).map(lastDay).filter(Boolean).sort().at(-1);
  const earlier = new Set(several.flatMap((kind) => earlierOf(groups.get(kind) ?? [], filed)));
  return parts.map((part) => (earlier.has(part) ? { ...part, kind: 'documentary-evidence' } : part));
}

function earlierOf(group: readonly Part[], filed: Day | undefined): Part[] {
  const days = new Map(group.map((part) => [part, signatureIn(plainView(part.text)).day?.day]));
  const isEarlier = (part: Part) => {
    const day = days.get(part);
    return COPY.test(part.title) || (filed !== undefined && day !== undefined && day < filed);
  };
  const isOwn = (part: Part) => {
    const day = days.get(part);
    return !isEarlier(part) && day !== undefined && (filed === undefined || day >= filed);
  };
  return group.some(isOwn) ? group.filter(isEarlier) : [];
}

/** The last day that a paper's fields give. */
function lastDay({ text }: Part): Day | undefined {
  return daysIn(text)
    .filter(({ relative }) => !relative)
    .map(({ day }) => day)
    .sort()
    .at(-1);
}
