import { defineConfig } from 'vitest/config';

/** Unit tests need no engine; integration tests (`*.docker.test.ts`) need a Docker engine and fail without one. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.docker.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/**/*.docker.test.ts'],
          globalSetup: ['test/docker.setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
