/** A copy of `base` with `change` laid over it: objects deeply, arrays and values replaced, `null` deletes. */
export function mergeCase(base: unknown, change: unknown): unknown {
  if (!isObject(base) || !isObject(change)) return structuredClone(change);
  const merged: Record<string, unknown> = structuredClone(base);
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else merged[key] = isObject(value) ? mergeCase(merged[key] ?? {}, value) : structuredClone(value);
  }
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
