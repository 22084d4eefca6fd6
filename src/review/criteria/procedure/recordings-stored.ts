import type { Profile } from '../../../corpus/profile.ts';
import { addDays, chineseDay, dayOf } from '../../../law/dates.ts';
import { hoursBetween } from '../../../law/hours.ts';
import {
  type Answer,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { foreignProfile } from '../../screening/foreign-profile.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';
import type { Recording } from './recorded-occasions.ts';

type Limits = NonNullable<Profile['recording']>;

/** C3-37 音像记录按时入库. */
export const recordingsStored = rule({
  id: 'C3-37',
  criterion: 3,
  question: '音像记录是否在规定时限内存入系统，没有自行保管？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'seed',
  basis: [],
  otherBasis: [
    { document: '地区方案', gist: '音像记录入库的时限。' },
    { document: '示范文件：音像记录的管理', gist: '24小时内存入系统，不自行保管。' },
    {
      document: '广东省行政执法全过程记录办法（2021）第二十三条',
      gist: '一个工作日内存储；异地、偏远的，自能够存储起一个工作日。',
    },
  ],
  reading:
    '自记录结束起算，满时限的一刻在时限以内。按小时计的不除夜间和假日；具备存储条件的时间，只有时限按工作日计的才考虑。同时规定两种时限的，两种都要符合。',
  about: (context) => {
    const { file, profile } = context;
    if (file.recordings?.length === 0) return notApplicable('案卷没有音像记录。', ['recordings']);
    const foreign = foreignProfile(context);
    if (foreign) return foreign;
    const limits = profile.recording;
    if (!limits?.storageHours && !limits?.storageWorkingDays) {
      if (limits?.elsewhere) {
        return unclear(`音像记录入库的时限由《${limits.elsewhere}》规定，尚未载入。`, ['当地的入库时限']);
      }
      return notApplicable('地区方案没有规定音像记录入库的时限。');
    }
    if (!file.recordings) {
      return file.acts?.length && file.acts.every(({ recorded }) => recorded === false)
        ? notApplicable('案卷载明没有音像记录。', ['acts'])
        : unclear('需要核对音像记录的入库时间，案卷没有载明。', ['音像记录的入库时间'], ['recordings']);
    }
    return { recordings: file.recordings, limits };
  },
  decide: ({ recordings, limits }, { today }) => {
    const answers = recordings.flatMap((recording, index) => {
      const path = `recordings.${index}`;
      return [keeping(recording, path), ...storing(recording, path, limits, today)];
    });
    return combine(answers, answers[0]!);
  },
});

function keeping({ id, keptPrivately }: Recording, path: string): Answer {
  const paths = [`${path}.keptPrivately`];
  if (keptPrivately === undefined) {
    return unclear(`音像记录${id}有没有自行保管没有载明。`, [`音像记录${id}有没有自行保管`], paths);
  }
  return keptPrivately
    ? notMet(`音像记录${id}由个人自行保管。`, paths)
    : met(`音像记录${id}没有自行保管。`, paths);
}

function storing(recording: Recording, path: string, limits: Limits, today: string): Answer[] {
  const { id, endedAt, storedAt, storagePossibleAt } = recording;
  const paths = [`${path}.endedAt`, `${path}.storedAt`];
  if (!endedAt) {
    return [unclear(`音像记录${id}的结束时间没有载明。`, [`音像记录${id}的结束时间`], paths)];
  }
  if (!storedAt) {
    const days = Math.ceil((limits.storageHours ?? 0) / 24) || (limits.storageWorkingDays ?? 0);
    return today < addDays(dayOf(endedAt), days)
      ? [notApplicable(`音像记录${id}的入库期限尚未届满。`, paths)]
      : [unclear(`音像记录${id}的入库时间没有载明。`, [`音像记录${id}的入库时间`], paths)];
  }
  if (storedAt < endedAt) {
    return [
      unclear(`音像记录${id}的入库时间早于结束时间，时间有误。`, [`音像记录${id}的结束和入库时间`], paths),
    ];
  }
  const found = `音像记录${id}于${momentText(endedAt)}结束，${momentText(storedAt)}入库`;
  const answers: Answer[] = [];
  if (limits.storageHours !== undefined) {
    const hours = limits.storageHours;
    const within = hoursBetween(endedAt, storedAt) <= hours;
    answers.push(
      within ? met(`${found}，在${hours}小时内。`, paths) : notMet(`${found}，超过${hours}小时。`, paths),
    );
  }
  if (limits.storageWorkingDays !== undefined) {
    const late = storagePossibleAt !== undefined && storagePossibleAt > endedAt;
    const start = dayOf(late ? storagePossibleAt : endedAt);
    const from = late ? [...paths, `${path}.storagePossibleAt`] : paths;
    const count = withinWorkingDays(start, limits.storageWorkingDays, dayOf(storedAt), from);
    if (isAnswer(count)) answers.push(count);
    else {
      const steps = { steps: count.steps };
      answers.push(
        count.within
          ? met(`${found}，在${count.last}的期限内。`, from, steps)
          : notMet(`${found}，应于${count.last}前入库。`, from, steps),
      );
    }
  }
  return answers;
}

function momentText(moment: string): string {
  return `${chineseDay(dayOf(moment))}${moment.slice(11)}`;
}
