import type { FactValue } from './paper.ts';

/** `officers[示例甲].name` → `['officers', {key: '示例甲'}, 'name']`. A key holds anything but a closing bracket. */
function segments(path: string): (string | { key: string })[] {
  return [...path.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)].map(([, name, key]) => name ?? { key: key ?? '' });
}

/**
 * Builds a value from keyed paths. Lists keep the order in which their keys first come. Returns the value and the path
 * with list positions (`officers.0.name`) for each keyed path. An entry without value only takes its place.
 */
export function placeValues(entries: readonly { path: string; value?: FactValue }[]): {
  value: Record<string, unknown>;
  pathOf: Map<string, string>;
} {
  const root: Record<string, unknown> = {};
  const positions = new Map<string, string[]>();
  const pathOf = new Map<string, string>();
  for (const { path, value } of entries) {
    let keyed = '';
    let holder: Record<string | number, unknown> = root;
    let last: string | number = '';
    const at: (string | number)[] = [];
    for (const segment of segments(path)) {
      if (at.length > 0) {
        // A list where a key follows, a group where a name does.
        holder[last] ??= typeof segment === 'string' ? {} : [];
        holder = holder[last] as Record<string | number, unknown>;
      }
      if (typeof segment === 'string') {
        last = segment;
        keyed += `.${segment}`;
      } else {
        const keys = positions.get(keyed) ?? [];
        positions.set(keyed, keys);
        if (!keys.includes(segment.key)) keys.push(segment.key);
        last = keys.indexOf(segment.key);
        keyed += `[${segment.key}]`;
      }
      at.push(last);
    }
    if (value !== undefined) holder[last] = value;
    pathOf.set(path, at.join('.'));
  }
  return { value: root, pathOf };
}
