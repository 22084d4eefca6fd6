import { PAPER_KINDS } from '../../cases/paper-kinds.ts';
import type { Profile } from '../../corpus/profile.ts';
import { AppError } from '../../errors.ts';
import { RULES } from '../criteria.ts';

/**
 * What corpus cannot know of a profile: the rules and the kinds of paper it names exist. Refuses with the profile and the
 * place; an element mapped to a rule that nobody asks would look checked and never be.
 */
export function checkProfiles(
  profiles: Iterable<Profile>,
  rules: string[] = RULES.map(({ id }) => id),
): void {
  for (const profile of profiles) {
    const faults = [...ruleFaults(profile, new Set(rules)), ...paperFaults(profile)];
    if (faults.length === 0) continue;
    throw new AppError(
      'invalid-input',
      `地区方案 ${profile.id} 有误：${faults.map((f) => `${f.path}：${f.expected}`).join('；')}`,
      { faults },
    );
  }
}

function ruleFaults({ criteria }: Profile, rules: Set<string>) {
  return criteria.flatMap((criterion, index) =>
    (criterion.rules ?? []).flatMap((rule, at) =>
      rules.has(rule) ? [] : [{ path: `criteria.${index}.rules.${at}`, expected: `没有审查规则 ${rule}` }],
    ),
  );
}

function paperFaults({ papers, review }: Profile) {
  const listed = [
    ...(papers?.ordinary ?? []).map((kind, index) => ({ kind, path: `papers.ordinary.${index}` })),
    ...(papers?.summary ?? []).map((kind, index) => ({ kind, path: `papers.summary.${index}` })),
    ...(review?.materials ?? []).flatMap((one, index) =>
      typeof one === 'string'
        ? []
        : one.kinds.map((kind, at) => ({ kind, path: `review.materials.${index}.kinds.${at}` })),
    ),
  ];
  return listed.flatMap(({ kind, path }) =>
    kind in PAPER_KINDS ? [] : [{ path, expected: `没有材料种类“${kind}”` }],
  );
}
