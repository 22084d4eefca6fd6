/** What a cell names with labels of its own: 违法行为：… 处罚依据：…. */
export interface LabelledParts {
  violation: string;
  breached?: string;
  basis?: string;
}

const LABEL =
  /(?:^|[\n\s；;。])(?<label>违法行为(?:名称)?|违法事项|事项名称|案由|(?:违反|禁止性)(?:的?规定|条款|依据)|违法依据|定性依据|(?:行政)?处罚(?:的?依据|条款)|法律依据|法定依据|罚则|依据)[：:]/g;

/** Takes a cell apart that holds the violation and the provisions beneath labels; nothing where it begins with no such label. */
export function labelledParts(cell: string): LabelledParts | undefined {
  const labels = [...cell.matchAll(LABEL)];
  if (labels[0]?.index !== 0 || !/违法行为|违法事项|事项名称|案由/.test(labels[0].groups!.label!))
    return undefined;
  const parts: Partial<LabelledParts> = {};
  for (const [at, { groups, index, 0: whole }] of labels.entries()) {
    const words = cell
      .slice(index + whole.length, labels[at + 1]?.index)
      .trim()
      .replace(at === 0 ? /[。；;]$/ : /[；;]$/, '');
    const role =
      at === 0 ? 'violation' : /违反|禁止|违法依据|定性/.test(groups!.label!) ? 'breached' : 'basis';
    // The same label twice: nobody knows which is meant.
    if (parts[role] !== undefined || !words) return undefined;
    parts[role] = words;
  }
  return { ...parts, violation: parts.violation! };
}
