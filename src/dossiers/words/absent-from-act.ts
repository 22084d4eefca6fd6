const AWAY =
  '(?:并?没有|未)(?:能|有|曾)?(?:到场|在场|到现场|到达现场|参加|参与|到位|出席)|不在(?:现场|场)|缺席|(?:正在|在|去|到|外出|参加)[^，,。；;\\n]{0,10}(?:培训|开会|会议|出差|学习|值班|值守)|(?:出差|休假|请假|病假|住院|外出)(?=[，,。；;)）\\n]|$)';
const ALONE = '(?:一人|1人|一个人|一名|1名|独自|单独|独立)';
const DOING = '(?:进行|实施|完成|询问|检查|勘验|调查|抽样|制作|到场|在场|开展|负责)';
/** What is asked, and what somebody answers, may be of another act. */
const SPOKEN = /^[ 　]*(?:问|答)[ 　]*[:：]|是否|应当|不得|有没有/;

/**
 * The officers of whom a record itself says that they were not there: 王示外出培训未参加; 本次询问由李示一人进行 leaves out
 * all of `names` but the one. Who is only an auxiliary is no officer in any case and stays.
 */
export function absentFromAct(text: string, names: readonly string[], auxiliaries: readonly string[] = []) {
  const clauses = text.split(/(?<=[。；;\n])/).filter((words) => !SPOKEN.test(words));
  const gone = new Set<string>();
  for (const words of clauses) {
    for (const name of names) {
      const away = new RegExp(
        `${name}(?:同志)?[（(]?[，,]?(?:当日|当天|当时|因[^，,。；;\\n]{1,12}[，,]?|临时|有事)*(?:(?!当事人|负责人|代表人|证人|告知|通知|电话|[对向与和同给])[^，,。；;、:：\\n]){0,10}?(?:${AWAY})`,
      );
      const alone = new RegExp(
        `(?:只有|仅有|仅由|仅|只|都?由|系|是)${name}(?:同志)?${ALONE}(?!记录|送达)${DOING}|${name}(?:同志)?(?:独自|单独)(?:一人)?(?:进行|实施|完成|询问|检查|勘验|调查|抽样)`,
      );
      if (away.test(words)) gone.add(name);
      if (alone.test(words)) {
        for (const other of names) if (other !== name && !auxiliaries.includes(other)) gone.add(other);
      }
    }
  }
  return gone;
}
