import { defineConfig } from 'vitest/config';

/**
 * With TEST_DATABASE_URL the suite runs against that server. These open the embedded database in a folder of their
 * own, or use none: a second run of them would only repeat the first.
 */
const EMBEDDED_ONLY = [
  'tests/commands/**',
  'tests/db/durability.test.ts',
  'tests/db/guard-engine.test.ts',
  'tests/db/lock-folder.test.ts',
  'tests/signing/kill.test.ts',
  'tests/review/properties.test.ts',
];
const server = Boolean(process.env.TEST_DATABASE_URL);
if (server)
  console.info(
    `针对数据库服务器运行；只涉及内置数据库、已在前一轮运行的测试不再重复：${EMBEDDED_ONLY.join('、')}`,
  );

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/browser/**', ...(server ? EMBEDDED_ONLY : [])],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
});
