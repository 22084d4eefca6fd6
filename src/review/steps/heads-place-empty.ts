/** 负责人意见, 局长 and the like: the place of the head on a form of approval. */
const LABEL =
  /^[>\s\u3000]*(?:[一二三四五六七八九十\d]{1,2}[、.．])?(?:行政|执法|处罚)*(?:机关|局|厅|委)?(?:主要|分管)?(?:负责人|领导|局长|主任)(?:审批|审定|审签|批示|签批)?(?:意见|批示)?[ \u3000]*$/;
/** What a blank form holds: lines to sign on, 年 月 日. */
const BLANK = /^(?:[\s\u3000_＿/／—（(）)|:：空未填白无]|签[名字章]?|盖章|年|月|日)*$/;
/** A row or line of its own: 办案机构意见：, 备注\t. */
const NEXT = /^[>\s\u3000]*(?:#|-{3}|[^\n:：\t]{2,16}[:：\t]|$)/;

/**
 * Whether a form of approval has a place for the head and nothing stands in it, though others gave their opinions.
 * What is written in the row, or in the line below it, fills the place.
 */
export function headsPlaceEmpty(text: string): boolean {
  if (!/\d{4}/.test(text)) return false;
  const lines = text.trimEnd().split('\n');
  const places = lines.flatMap((line, index) => placesIn(line, lines[index + 1]));
  return places.length > 0 && places.every((filled) => !filled);
}

/** For each place of the head in a line: whether anything is written there. */
function placesIn(line: string, next = ''): boolean[] {
  const cells = line.split(/[\t:：|｜]/);
  return cells.flatMap((cell, index) => {
    if (!LABEL.test(cell) || (cells.length === 1 && !/[:：\t]/.test(line))) return [];
    const rest = cells.slice(index + 1);
    if (rest.length === 0) return [];
    if (!BLANK.test(rest.join('')))
      return [
        !rest.every((one) => BLANK.test(one) || /^[\s\u3000]*(?:日期|时间|备注)[\s\u3000]*$/.test(one)),
      ];
    return [!NEXT.test(next) && !BLANK.test(next)];
  });
}
