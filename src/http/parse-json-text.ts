import { AppError } from '../errors.ts';

/** Parsed JSON; refuses with `invalid-input` and the place of the fault. */
export function parseJsonText(text: string): unknown {
  if (text.trim() === '') {
    throw new AppError('invalid-input', '没有收到内容，请选择文件，或把文件内容粘贴进来。', {
      faults: [{ path: 'text', expected: '案件文件的内容' }],
    });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const place = /position (\d+)/.exec(String(cause));
    const line = place ? text.slice(0, Number(place[1])).split('\n').length : undefined;
    throw new AppError(
      'invalid-input',
      `内容不是完整的 JSON${line ? `，第 ${line} 行附近有误` : ''}，请检查括号、引号和逗号。`,
      { faults: [{ path: 'text', expected: '完整的 JSON' }], cause },
    );
  }
}
