import { defineConfig } from 'vitest/config';
import { filesWithDatabase } from './tests/support/files-with-database.ts';

// With TEST_DATABASE_URL the suite runs against that server. What opens no test database cannot tell the difference: a
// second run of it would only repeat the first.
const again = process.env.TEST_DATABASE_URL ? filesWithDatabase() : undefined;
if (again)
  console.info(
    `针对数据库服务器运行 ${again.length} 个用到数据库的测试文件；其余与数据库无关，已在前一轮运行。`,
  );

export default defineConfig({
  test: {
    include: again ?? ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/browser/**'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
});
