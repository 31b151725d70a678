import {defineConfig} from 'vitest/config';

// What `npm run mutate` runs for each change: the exact tests of the counting, the table and the layout, in one process.
export default defineConfig({
	test: {
		setupFiles: ['test/helpers/after-file.ts'],
		env: {TZ: 'UTC'},
		isolate: false,
		include: [
			'test/stats/**/*.test.ts',
			'test/store/play*.test.ts',
			'test/domain/title-of-play.test.ts',
			'test/canvas/**/*.test.ts',
			'test/ui/layout.test.ts',
		],
	},
});
