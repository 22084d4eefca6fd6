/** 提供不真实资料（《示例法》第四十四条：…）: the violation, and in brackets or on the next line the provision that punishes it. */
const IN_BRACKETS =
  /^(?<violation>[^《]{4,}?)\s*[（(](?:处罚依据[:：]?)?(?<basis>《[^》]+》(?:[（(][^）)]*[）)])?第[\s\S]*?条[\s\S]*)[）)]$/;
const ON_NEXT_LINE =
  /^(?<violation>[^《\n]{4,}?)\s*\n\s*(?:(?:处罚|法律)?依据[:：])?(?<basis>《[^》]+》(?:[（(][^）)]*[）)])?第[\s\S]*?条[\s\S]*)$/;

/** Takes apart a cell that names the violation and then its provision, in a table without a column for that. */
export function provisionInName(cell: string): { violation: string; basis: string } | undefined {
  const { violation, basis } = (IN_BRACKETS.exec(cell) ?? ON_NEXT_LINE.exec(cell))?.groups ?? {};
  return violation && basis ? { violation: violation.trim(), basis: basis.trim() } : undefined;
}
