import type { Config } from '../../config.ts';
import { AppError } from '../../errors.ts';
import { serverEngine } from './server-engine.ts';
import type { SpeechEngine } from './speech-engine.ts';
import { whisperEngine } from './whisper-engine.ts';

/**
 * The engine of the settings, or `undefined` when none is configured. Opening it starts nothing.
 * @throws AppError unavailable when the model that was set is missing or unfit.
 */
export async function openSpeech(
  config: Pick<Config, 'whisper' | 'speech' | 'dataFolder'>,
): Promise<SpeechEngine | undefined> {
  if (config.speech) return serverEngine(config.speech);
  if (config.whisper) return whisperEngine({ ...config.whisper, dataFolder: config.dataFolder });
  return undefined;
}

/** The refusal where a recording is to be transcribed and no engine is configured. */
export function withoutSpeech(): AppError {
  return new AppError(
    'unavailable',
    '没有配置语音识别：请设置 MINGCAI_WHISPER_MODEL（whisper.cpp 的 ggml 模型文件）或 MINGCAI_SPEECH_URL（转写服务的网址）；不配置也可以直接录入、粘贴文字，或者导入 .srt、.vtt、.txt 的转写稿。',
  );
}
