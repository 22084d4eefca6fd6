import { HTTPException } from 'hono/http-exception';
import { AppError, type ErrorKind, type FieldFault } from '../errors.ts';

/** The only place that knows HTTP status codes. */
const STATUS = {
  'invalid-input': 422,
  'not-found': 404,
  'not-signed-in': 401,
  'not-allowed': 403,
  'wrong-stage': 409,
  conflict: 409,
  limit: 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>;

export type ProblemStatus = (typeof STATUS)[ErrorKind] | 413 | 500;

/** RFC 9457 problem details; `title` is Chinese and says what to do. */
export interface Problem {
  type: string;
  title: string;
  status: ProblemStatus;
  kind: ErrorKind | 'bug';
  faults: FieldFault[];
  requestId?: string;
}

/** What the outside is told of an error: a refusal in its own words, a bug without its inside. */
export function problemOf(error: unknown, requestId?: string): Problem {
  const id = requestId ? { requestId } : {};
  if (error instanceof AppError) {
    return {
      type: `urn:mingcai:problem:${error.kind}`,
      title: error.message,
      status: STATUS[error.kind],
      kind: error.kind,
      faults: error.faults,
      ...id,
    };
  }
  if (error instanceof HTTPException && error.status === 413) {
    return { ...problemOf(new AppError('limit', error.message), requestId), status: 413 };
  }
  // The framework's own refusal of a body that is no JSON.
  if (error instanceof HTTPException && error.status === 400) {
    return problemOf(new AppError('invalid-input', '请求的内容不是完整的 JSON，请检查后重发。'), requestId);
  }
  return {
    type: 'urn:mingcai:problem:bug',
    title: '程序出错，这次操作没有完成，已保存的内容不受影响。请重试；仍不成功的，请把编号告诉系统管理员。',
    status: 500,
    kind: 'bug',
    faults: [],
    ...id,
  };
}
