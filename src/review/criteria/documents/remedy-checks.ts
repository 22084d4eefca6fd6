import type { CaseFile } from '../../../cases/case-file.ts';
import { type Answer, met, notMet, unclear } from '../../rules/rule.ts';
import { plainName } from '../../steps/agency-names.ts';
import { decisionText } from '../../steps/penalty-decision.ts';
import { type OwnPeriod, ownSuitPeriod, toldSuitPeriod } from '../../steps/suit-period.ts';

type Remedies = NonNullable<NonNullable<CaseFile['decision']>['remedies']>;
const AT = 'decision.remedies';
/** 某县人民政府: a shorter name is no name of a body. */
const MIN_NAME = 6;

/** The government of the same level; the next higher department for vertical bodies; itself for ministries. */
export function reconsiderationBody({ reconsiderationBody: body }: Remedies, file: CaseFile): Answer {
  const { agency } = file;
  const path = `${AT}.reconsiderationBody`;
  const paths = [path, 'agency.government', 'agency.system', 'agency.level'];
  const choice = body ? undefined : departmentAtChoice(file);
  if (choice) return choice;
  if (!body) return unclear('决定书的复议机关没有载明。', ['决定书的复议机关'], paths);
  const superior = superiorDepartment(body, agency);
  if (superior) return superior;
  if (!agency.system || !agency.level) {
    return unclear('本机关的层级和所属系统没有载明，不能核对复议机关。', ['本机关的层级和所属系统'], paths);
  }
  if (agency.system === 'state-council') {
    return body === agency.name
      ? met('国务院部门的复议由本部门受理。', [path, 'agency.system', 'agency.name'])
      : notMet(`复议机关应为${agency.name}，决定书写“${body}”。`, paths);
  }
  if (agency.system === 'vertical') {
    return body === agency.government || body === agency.name
      ? notMet(`垂直领导机关的复议机关应为上一级主管部门，决定书写“${body}”。`, paths)
      : unclear(`复议机关应为上一级主管部门，“${body}”是否正确需要人核对。`, ['上一级主管部门名称'], paths);
  }
  if (agency.level === 'town') {
    return body === agency.name
      ? notMet(`乡镇、街道的复议机关应为县级人民政府，决定书写“${body}”。`, paths)
      : unclear(`复议机关应为县级人民政府，“${body}”是否正确需要人核对。`, ['县级人民政府名称'], paths);
  }
  if (!agency.government) return unclear('本级人民政府名称没有载明。', ['本级人民政府名称'], paths);
  const same = sameBody(body, agency.government, agency.region);
  if (same === undefined)
    return unclear(`“${body}”与“${agency.government}”是否同一机关需要人核对。`, ['复议机关的全称'], paths);
  return same
    ? met(`复议机关为${body}。`, paths)
    : notMet(`复议机关应为${agency.government}，决定书写“${body}”。`, paths);
}

/** Departments of a local government that no vertical system leads; courts of reconsideration of their own (司法行政) stand apart. */
const LOCAL =
  /(?:市场监督管理|市场监管|城市管理|综合行政执法|综合执法|农业农村|农业|卫生健康|卫生和计划生育|交通运输|文化和旅游|文化广电|水利|水务|林业|草原|自然资源|规划|人力资源和社会保障|住房|城乡建设|应急管理|安全生产监督管理|教育|民政|发展和改革|商务|体育|医疗保障|园林|绿化|生态环境|环境保护|知识产权|药品监督管理|粮食|畜牧|渔业)[\p{sc=Han}]{0,12}(?:局|委员会|委|厅)$/u;
const NOT_LOCAL = /分局$|直属|国家|调查队|海事|海关|税务|烟草|邮政管理|气象|消防|管理委员会$|管委会/;
const DEPARTMENT = /(?:局|厅|委|部|支队|总队|大队|主管部门)$|(?<!管理)委员会$/;

/**
 * A higher department named where only the government of the same level may decide (行政复议法 24, 27, since 2024).
 * `undefined` where the agency may belong to a vertical system, or the body is no department.
 */
function superiorDepartment(body: string, agency: CaseFile['agency']): Answer | undefined {
  const own = plainName(agency.name);
  const named = plainName(body).replace(/\([^()]*\)$/, '');
  if ((agency.system && agency.system !== 'local') || !LOCAL.test(own) || NOT_LOCAL.test(own))
    return undefined;
  if (agency.kind && agency.kind !== 'administrative') return undefined;
  if (/政府|复议/.test(named) || !DEPARTMENT.test(named)) return undefined;
  return notMet(`地方政府工作部门的复议机关应为本级人民政府，决定书写“${body}”。`, [
    `${AT}.reconsiderationBody`,
    'agency.name',
    'agency.system',
    'agency.kind',
  ]);
}

const CHOSEN = /向([^。；\n]{2,60}?)(?:依法)?(?:申请|提起|提出)(?:行政)?复议/;
const NAMELESS = /上一?级(?:行政|业务)?主管(?:部门|机关)$/;

/** 向某县人民政府或者某市某局申请行政复议, 向上一级主管部门申请行政复议: a department at choice, or without a name. */
function departmentAtChoice(file: CaseFile): Answer | undefined {
  const said = CHOSEN.exec(decisionText(file) ?? '')?.[1];
  if (!said) return undefined;
  for (const one of said.split(/或者?|、|及|和|，|,|向/)) {
    const found = superiorDepartment(NAMELESS.test(one) ? '上一级主管部门' : one, file.agency);
    if (found?.answer === 'not-met') {
      return { ...found, paths: [...found.paths, 'decision.paper'] };
    }
  }
  return undefined;
}

/**
 * Whether two names mean one government or court: equal, or one has the province or city before it. `undefined` where
 * the agency's region is not known and nobody can tell whose district it is. A note in brackets is no part of a name.
 */
function sameBody(one: string, other: string, region: string | undefined): boolean | undefined {
  const [short, long] = [one, other]
    .map((name) =>
      plainName(name)
        .replace(/\([^()]*\)$/, '')
        .replace(/(?<!人民)法院$/, '人民法院'),
    )
    .sort((a, b) => a.length - b.length) as [string, string];
  if (short === long) return true;
  if (!long.endsWith(short) || short.length < MIN_NAME) return false;
  return region === undefined ? undefined : plainName(region).includes(long.slice(0, -short.length));
}

/** Sixty days; a longer period needs a special law, which a person names. */
export function daysNamed({ reconsiderationDays: days }: Remedies): Answer {
  const paths = [`${AT}.reconsiderationDays`];
  if (days === undefined) return unclear('决定书的复议期限没有载明。', ['决定书的复议期限'], paths);
  if (days === 60) return met('复议期限为六十日。', paths);
  return days < 60
    ? notMet(`复议期限应为六十日，决定书写 ${days} 日。`, paths)
    : unclear(`复议期限写 ${days} 日，长于六十日须有法律规定。`, ['更长复议期限的法律依据'], paths);
}

/** 检察院 takes no suits against a decision. */
const NO_COURT = /向[\p{sc=Han}]{2,30}?检察院[^。；\n]{0,6}(?:提起|起诉)/u;

export function courtNamed({ court }: Remedies, file: CaseFile): Answer {
  const { agency } = file;
  const paths = [`${AT}.court`, 'agency.court'];
  const wrong = court ? undefined : NO_COURT.exec(decisionText(file) ?? '')?.[0];
  if (wrong) return notMet(`诉讼应向人民法院提起，决定书写“${wrong}”。`, [...paths, 'decision.paper']);
  if (!court) return unclear('决定书的诉讼法院没有载明。', ['决定书的诉讼法院'], paths);
  if (!agency.court) return unclear('有管辖权的法院没有载明，不能核对。', ['有管辖权的人民法院'], paths);
  const same = sameBody(court, agency.court, agency.region);
  if (same === undefined)
    return unclear(`“${court}”与“${agency.court}”是否同一法院需要人核对。`, ['诉讼法院的全称'], paths);
  return same
    ? met(`诉讼法院为${court}。`, paths)
    : notMet(`诉讼法院应为${agency.court}，决定书写“${court}”。`, paths);
}

/** Six months, or the period of a special law under which the decision stands. */
export function monthsNamed({ litigationMonths: months }: Remedies, file: CaseFile): Answer {
  const paths = [`${AT}.litigationMonths`];
  const own = ownSuitPeriod(file);
  const due = own ? `六个月（或者《${own.law}》所定的${ownLength(own)}）` : '六个月';
  const told = months === undefined ? toldSuitPeriod(file) : undefined;
  if (told) {
    const read = [...paths, 'decision.paper', 'provisions'];
    if (own?.days !== undefined && told.days === own.days) {
      return met(`诉讼期限为${ownLength(own)}，《${own.law}》另有规定。`, read);
    }
    if (told.named && !own) {
      return unclear(
        `诉讼期限写“${told.words}”，《${told.named}》是否另有规定需要人核对。`,
        ['另定诉讼期限的法律依据'],
        read,
      );
    }
    return notMet(`诉讼期限应为${due}，决定书写“${told.words}”。`, read);
  }
  if (months === undefined) return unclear('决定书的诉讼期限没有载明。', ['决定书的诉讼期限'], paths);
  if (months === 6) return met('诉讼期限为六个月。', paths);
  return own?.months === months
    ? met(`诉讼期限为${months}个月，当时《${own.law}》另有规定。`, [...paths, 'provisions'])
    : notMet(`诉讼期限应为${due}，决定书写 ${months} 个月。`, paths);
}

const ownLength = ({ days, months }: OwnPeriod) => (days === undefined ? `${months}个月` : `${days}日`);
