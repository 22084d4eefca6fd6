import type { CaseFile, Service } from '../../../cases/case-file.ts';
import { chineseDay, type Day, dayOf } from '../../../law/dates.ts';
import { type Answer, isAnswer } from '../../rules/rule.ts';
import { actsOfCase } from '../officers/acts-of-case.ts';

export type Recording = NonNullable<CaseFile['recordings']>[number];

/** One step of the case that must be recorded in sound and picture. */
export interface Occasion {
  of: NonNullable<Recording['of']>;
  name: string;
  path: string;
  act?: string;
  day?: Day | undefined;
  /** 有音像记录, as the step itself notes it. */
  recorded?: boolean | undefined;
}

const OF_ACTS = ['inspection', 'interview', 'sampling', 'preservation', 'seizure'] as const;

/** What a list names by a wider word, and the acts under it. */
const WIDER: Partial<Record<string, readonly (typeof OF_ACTS)[number][]>> = {
  'on-site': ['inspection'],
  evidence: ['inspection', 'interview', 'sampling', 'preservation'],
  compulsion: ['seizure'],
};

/** The services that a list of recorded steps means by each of its words. */
const SERVICES: Record<string, (service: Service) => boolean> = {
  service: () => true,
  'retained-service': ({ method }) => method === 'retained',
  'notice-service': ({ method }) => method === 'public-notice',
};

/** The steps of the kinds in `required` that have taken place; unclear when the file has no account of acts. */
export function recordedOccasions(file: CaseFile, required: readonly string[]): Occasion[] | Answer {
  const named = required.flatMap((word) => WIDER[word] ?? word);
  const kinds = OF_ACTS.filter((kind) => named.includes(kind));
  const acts = kinds.length > 0 ? actsOfCase(file, kinds) : [];
  if (isAnswer(acts)) return acts;
  const occasions: Occasion[] = acts.map(({ act, path, name, day }) => ({
    of: act.kind === 'other' ? 'other' : act.kind,
    name,
    path,
    act: act.id,
    day,
    recorded: act.recorded,
  }));
  const { hearing, services, performance } = file;
  if (required.includes('hearing') && (hearing?.held || hearing?.heldOn)) {
    occasions.push({ of: 'hearing', name: '听证', path: 'hearing', day: hearing.heldOn });
  }
  for (const [index, service] of (services ?? []).entries()) {
    if (!required.some((word) => SERVICES[word]?.(service))) continue;
    const { servedOn, recorded } = service;
    const name = `${servedOn ? `${chineseDay(servedOn)}的` : ''}送达`;
    occasions.push({ of: 'service', name, path: `services.${index}`, day: servedOn, recorded });
  }
  if (required.includes('enforcement') && performance?.enforcedOn) {
    const day = performance.enforcedOn;
    occasions.push({ of: 'enforcement', name: '强制执行', path: 'performance', day });
  }
  return occasions;
}

/** The recordings of one step: those that name it, else those of its kind and day, else of its kind when it is the only one. */
export function recordingsOf(occasion: Occasion, all: Occasion[], recordings: Recording[]): number[] {
  const alone = all.filter(({ of }) => of === occasion.of).length === 1;
  return recordings.flatMap(({ act, of, startedAt }, index) => {
    if (act) return act === occasion.act ? [index] : [];
    if (of !== occasion.of) return [];
    return (startedAt && occasion.day ? dayOf(startedAt) === occasion.day : alone) ? [index] : [];
  });
}
