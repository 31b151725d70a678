// Small changes to what must be exact: each has to fail a test. `npm run mutate` looks at all of it.
export default {
	testRunner: 'vitest',
	vitest: {configFile: 'vitest.mutate.config.ts'},
	plugins: ['@stryker-mutator/vitest-runner'],
	mutate: [
		'source/stats/**/*.ts',
		'source/store/mirror/{play-columns,play-rows,play-owners,play-quarters,collection-keys}.ts',
		'source/domain/plays/title-of-play.ts',
		'source/canvas/table/*.ts',
		'source/ui/layout.ts',
	],
	coverageAnalysis: 'perTest',
	ignoreStatic: true,
	concurrency: 2,
	thresholds: {high: 95, low: 90, break: 85},
	reporters: ['clear-text', 'progress'],
	clearTextReporter: {allowColor: false, reportTests: false},
	// It would rewrite the paths in it with an API that TypeScript 7 has no more; nothing of it is needed.
	tsconfigFile: 'none',
	tempDirName: '.mutants',
	allowEmpty: true,
};
