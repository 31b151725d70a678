import path from 'node:path';
import {defineConfig} from 'vitest/config';
import {patience, patient} from './test/helpers/patience.ts';

// Two projects: fast tests on pure code, recorded answers and real SQLite files; and the whole program in a pseudo-terminal.
export default defineConfig({
	// What the bundles have of it: an upgrade of undici that moves its files shows here.
	resolve: {alias: {undici: path.join(import.meta.dirname, 'tools/packages/undici.cjs')}},
	test: {
		// A runner that sets CI would make Ink draw only at exit; NO_COLOR and FORCE_COLOR of the machine must not change what tests see.
		setupFiles: ['test/helpers/after-file.ts'],
		unstubEnvs: true,
		env: {TZ: 'UTC', TEST_PATIENCE: String(patience)},
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					testTimeout: patient(30_000),
					include: ['test/**/*.test.{ts,tsx}'],
					exclude: ['test/e2e/**'],
					// Modules that were read stay; `setupFiles` takes back what a file left in them.
					isolate: false,
					maxWorkers: 2,
					sequence: {groupOrder: 0},
				},
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					globalSetup: 'test/e2e/fill-demo.ts',
					include: ['test/e2e/**/*.test.ts'],
					testTimeout: patient(120_000),
					hookTimeout: patient(60_000),
					isolate: false,
					// They mostly wait for pictures.
					maxWorkers: 3,
					sequence: {groupOrder: 1},
				},
			},
		],
	},
});
