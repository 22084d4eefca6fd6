import type * as z from 'zod';

/** An item is reckoned in one way, or says why it cannot be. */
export function checkMethods(
  {
    tiers,
    weights,
    perUnit,
    needsRetyping,
  }: {
    tiers: { fine?: unknown; fines?: unknown }[];
    weights?: unknown;
    perUnit?: unknown;
    needsRetyping?: unknown;
  },
  context: z.RefinementCtx,
): void {
  const add = (message: string, path: (string | number)[]) =>
    context.addIssue({ code: 'custom', message, path });
  if (weights && (perUnit || tiers.length > 0)) add('权重累加的事项不能另有阶次或者单位数额', ['weights']);
  if (!weights && !perUnit && tiers.length === 0 && needsRetyping === undefined)
    add('至少应有一个阶次，或者写 weights、perUnit', ['tiers']);
  for (const [index, { fine, fines }] of tiers.entries()) {
    if (fine && fines) add('fine 与 fines 只能写一个', ['tiers', index, 'fines']);
  }
}
