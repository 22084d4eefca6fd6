import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { Config } from './config.ts';
import { loadProfiles } from './corpus/profile.ts';
import { reviewersNeeded } from './corpus/reviewers-needed.ts';
import { statisticsDay } from './corpus/statistics-day.ts';
import type { Database } from './db/database.ts';
import { AppError } from './errors.ts';
import { today } from './law/dates.ts';
import { calendarPublished } from './law/working-days.ts';
import { openEmbedder } from './models/embed.ts';
import { builtWhisper, lackingToBuild } from './models/speech/build-whisper.ts';
import { openSpeech } from './models/speech/open-speech.ts';
import { verifyRecords } from './records/verify-records.ts';
import { listPeople } from './staff/find-person.ts';
import type { Role } from './staff/person.ts';

/** One thing that is there (`ok`), not there (`absent`: work goes on, at a cost), or wrong (`broken`). */
export interface Check {
  name: string;
  state: 'ok' | 'absent' | 'broken';
  detail: string;
  remedy: string;
}

const run = promisify(execFile);

/** Looks at everything that Mingcai can use, and says what each absence costs. Never throws for an absence. */
export async function runDoctor(config: Config, database: Database | AppError): Promise<{ checks: Check[] }> {
  const stored =
    database instanceof AppError
      ? [broken('数据库', database.message, '改正后重试。')]
      : [...(await storeChecks(database)), ...(await dutyChecks(config, database))];
  return {
    checks: [
      ...stored,
      await embeddingCheck(config),
      await chatCheck(config),
      await speechCheck(config),
      await ffmpegCheck(),
      await ocrCheck(),
      calendarCheck(),
    ],
  };
}

async function storeChecks(database: Database): Promise<Check[]> {
  const { version, pgvector } = await database.describe();
  const old = database.kind === 'server' && compareVersions(pgvector, '0.8.4') < 0;
  const counts = await sql<{ kind: string; official: number; gist: number }>`
    select e.kind, count(*) filter (where text_is = 'official')::int as official, count(*) filter (where text_is = 'gist')::int as gist
    from entries e join library_sources s on s.id = e.source and s.state = 'live'
    group by e.kind order by e.kind`.execute(database.db);
  const names: Record<string, string> = { law: '法条', benchmark: '裁量基准', case: '案例' };
  const library = counts.rows.map(
    (row) =>
      `${names[row.kind] ?? row.kind} ${row.official + row.gist}${row.kind === 'law' ? `（官方文本 ${row.official}）` : ''}`,
  );
  const official = counts.rows.some((row) => row.kind === 'law' && row.official > 0);
  const records = await verifyRecords(database.db);
  return [
    ok('数据库', `${database.kind === 'embedded' ? '内置' : '服务器'} ${version}`),
    old
      ? broken(
          'pgvector',
          `版本 ${pgvector}，早于 0.8.4 的版本有清理缺陷`,
          '请升级 pgvector 到 0.8.4 或更新。',
        )
      : ok('pgvector', `版本 ${pgvector}`),
    official
      ? ok('法规库', library.join('，'))
      : absent(
          '法规库',
          library.join('，') || '空',
          '尚无官方文本，只能显示要旨；用 mingcai import 导入法规文件。',
        ),
    records.ok
      ? ok('台账', '全过程记录链完整')
      : broken('台账', `第 ${records.at} 条起与哈希链不符`, '停止使用，保全数据文件夹并核对备份。'),
  ];
}

/** What the jurisdiction profile asks of the agency itself: reviewers, and the figures of the year. */
async function dutyChecks(config: Config, { db }: Database): Promise<Check[]> {
  const profile = loadProfiles().get(config.jurisdiction);
  if (!profile) return [broken('地区方案', `没有“${config.jurisdiction}”`, '请检查 MINGCAI_JURISDICTION。')];
  const people = (await listPeople(db)).filter(({ disabled }) => !disabled);
  const count = (role: Role) => people.filter((person) => person.role === role).length;
  const { needed, why } = reviewersNeeded(profile, count('handler'));
  const there = `现有法制审核人员 ${count('reviewer')} 人（按账号计）；${why}`;
  const yearly = statisticsDay(profile, Number(today().slice(0, 4)) - 1);
  const next = yearly && yearly.day < today() ? statisticsDay(profile, Number(today().slice(0, 4))) : yearly;
  return [
    ok('地区方案', profile.name),
    needed !== undefined && count('reviewer') < needed
      ? absent('法制审核人员', there, '请按方案配备；不足的，按方案所列办法补充。')
      : ok('法制审核人员', there),
    ...(next
      ? [ok('年度执法统计', `${next.text}公布，报${next.reportedTo.join('、')}（${next.source}）`)]
      : []),
  ];
}

async function embeddingCheck(config: Config): Promise<Check> {
  if (!config.embeddingModel) {
    return absent(
      '向量模型',
      '已关闭（MINGCAI_EMBEDDING_MODEL=none）',
      '检索只按字词，不按语义；去掉这项设置即用随附的模型。',
    );
  }
  try {
    const embedder = await openEmbedder(config);
    if (!embedder) {
      return absent(
        '向量模型',
        `随附的模型文件夹 ${config.embeddingModel} 不在`,
        '检索只按字词，不按语义；请补回该文件夹，或者用 MINGCAI_EMBEDDING_MODEL 另指一个。',
      );
    }
    const way = embedder.by === 'table' ? '直接查表' : '经 transformers.js';
    return ok('向量模型', `${embedder.model}，${embedder.dimensions} 维，${way}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return broken('向量模型', error.message, '请检查 MINGCAI_EMBEDDING_MODEL；设为 none 则只按字词检索。');
  }
}

async function chatCheck(config: Config): Promise<Check> {
  if (!config.chat) {
    return absent(
      '对话模型',
      '未配置',
      '一切照常，裁量理由由人撰写；设置 MINGCAI_CHAT_MODEL 与 OPENAI_BASE_URL 可由模型起草。',
    );
  }
  if (!config.chat.baseUrl) return ok('对话模型', config.chat.model);
  try {
    const reply = await fetch(`${config.chat.baseUrl.replace(/\/$/, '')}/models`, {
      headers: config.chat.apiKey ? { authorization: `Bearer ${config.chat.apiKey}` } : {},
      signal: AbortSignal.timeout(3000),
    });
    await reply.body?.cancel();
    return ok('对话模型', `${config.chat.model}，服务有应答（${reply.status}）`);
  } catch {
    return broken(
      '对话模型',
      `${config.chat.baseUrl} 没有应答`,
      '请检查模型服务是否在运行；在此之前由人撰写。',
    );
  }
}

async function speechCheck(config: Config): Promise<Check> {
  if (config.speech) return speechServerCheck(config.speech);
  if (!config.whisper) {
    return absent(
      '语音识别',
      '未配置',
      '听证笔录由人录入，或者导入 .srt、.vtt、.txt 转写稿；设置 MINGCAI_WHISPER_MODEL 或 MINGCAI_SPEECH_URL 可转写录音。',
    );
  }
  try {
    const engine = await openSpeech(config);
    const { binary } = config.whisper;
    if (binary !== undefined) {
      return isProgram(binary)
        ? ok('语音识别', `${engine?.model}，由 ${binary} 运行`)
        : broken('语音识别', `${binary} 不是可执行的程序`, '请检查 MINGCAI_WHISPER_BIN。');
    }
    if (existsSync(builtWhisper(config.dataFolder))) return ok('语音识别', `${engine?.model}，引擎已编译`);
    const lacking = lackingToBuild();
    return lacking.length === 0
      ? ok('语音识别', `${engine?.model}，引擎在第一次转写时编译（约半分钟）`)
      : broken(
          '语音识别',
          `有模型，引擎无法编译：缺少 ${lacking.join('、')}`,
          '请安装编译器（如 apt install build-essential），或者用 MINGCAI_WHISPER_BIN 指定已有的程序；在此之前由人录入。',
        );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return broken('语音识别', error.message, '在此之前听证笔录由人录入。');
  }
}

async function speechServerCheck({ url, apiKey }: NonNullable<Config['speech']>): Promise<Check> {
  try {
    const reply = await fetch(`${url.replace(/\/+$/, '').replace(/\/audio\/transcriptions$/, '')}/models`, {
      headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
      signal: AbortSignal.timeout(3000),
    });
    await reply.body?.cancel();
    return ok('语音识别', `转写服务 ${url} 有应答（${reply.status}）`);
  } catch {
    return broken('语音识别', `转写服务 ${url} 没有应答`, '请检查服务是否在运行；在此之前听证笔录由人录入。');
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

async function ffmpegCheck(): Promise<Check> {
  const version = await firstLine('ffmpeg', ['-version']);
  return version
    ? ok('ffmpeg', version.split(' ').slice(0, 3).join(' '))
    : absent(
        'ffmpeg',
        '未安装',
        '只能转写未压缩的 .wav 录音；安装 ffmpeg（如 apt install ffmpeg）后可处理 .mp3、.m4a、.mp4、.amr 等。',
      );
}

async function ocrCheck(): Promise<Check> {
  const languages = await run('tesseract', ['--list-langs'], { timeout: 5000 }).then(
    (result) => result.stdout + result.stderr,
    () => undefined,
  );
  if (languages === undefined)
    return absent(
      '文字识别',
      '未安装 tesseract',
      '扫描件无法读出文字；安装 tesseract-ocr 与 tesseract-ocr-chi-sim。',
    );
  return languages.includes('chi_sim')
    ? ok('文字识别', 'tesseract，含简体中文')
    : absent('文字识别', 'tesseract 缺少简体中文', '安装 tesseract-ocr-chi-sim。');
}

function calendarCheck(): Check {
  const year = Number(today().slice(0, 4));
  if (!calendarPublished(year))
    return broken('工作日历', `没有 ${year} 年的放假安排`, '期限将显示为待查明；请升级明裁。');
  return calendarPublished(year + 1)
    ? ok('工作日历', `已有 ${year}、${year + 1} 年放假安排`)
    : absent(
        '工作日历',
        `已有 ${year} 年，尚无 ${year + 1} 年放假安排`,
        `跨入 ${year + 1} 年的工作日期限显示为待查明；放假通知公布后升级明裁。`,
      );
}

async function firstLine(command: string, args: string[]): Promise<string | undefined> {
  return run(command, args, { timeout: 5000 }).then(
    (result) => result.stdout.split('\n')[0],
    () => undefined,
  );
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let place = 0; place < 3; place += 1) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function ok(name: string, detail: string): Check {
  return { name, state: 'ok', detail, remedy: '' };
}
function absent(name: string, detail: string, remedy: string): Check {
  return { name, state: 'absent', detail, remedy };
}
function broken(name: string, detail: string, remedy: string): Check {
  return { name, state: 'broken', detail, remedy };
}
