/** Addresses on one case's desk; what is shown stands in the address, so every view can be linked to. */
export function deskLink(
  caseId: string,
  query: Record<string, string | undefined> = {},
  anchor = '',
): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(given).toString();
  return `/cases/${encodeURIComponent(caseId)}${search ? `?${search}` : ''}${anchor ? `#${anchor}` : ''}`;
}
