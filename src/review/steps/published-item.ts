import { validOn } from '../../corpus/valid-on.ts';
import { chineseDay, type Day } from '../../law/dates.ts';
import { type Answer, met, notMet, unclear } from '../rules/rule.ts';
import { plainName } from './agency-names.ts';

interface PublishedList {
  items: { code?: string | undefined; name: string; from?: Day | undefined; to?: Day | undefined }[];
  source: string;
  from?: Day | undefined;
  to?: Day | undefined;
}

/** Whether a published list (检查事项清单, 征收项目清单) holds the item, by its name or code, on the day. */
export function publishedItem(
  list: PublishedList | undefined,
  name: string,
  { item, on, paths }: { item: string; on: Day; paths: string[] },
): Answer {
  if (!list || !validOn(list, on)) {
    return unclear(
      `地区方案没有载入${chineseDay(on)}有效的${name}。`,
      [`${chineseDay(on)}有效的${name}`],
      paths,
    );
  }
  const wanted = plainName(item);
  const listed = list.items.filter((entry) =>
    [entry.name, entry.code].some((one) => one !== undefined && plainName(one) === wanted),
  );
  if (listed.some((entry) => validOn(entry, on))) return met(`“${item}”在${name}内。`, paths);
  return listed.length > 0
    ? notMet(`“${item}”在${chineseDay(on)}不在${name}的有效期内。`, paths)
    : notMet(`“${item}”应在${name}内，清单没有这一项。`, paths);
}
