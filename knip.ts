import type {KnipConfig} from 'knip';

// In production, what only tests call counts as unused; there an export may serve its tests as long as its own file uses it too.
const isProduction = process.argv.includes('--production');

const config: KnipConfig = {
	entry: [
		'source/cli.ts!',
		'source/commands/{run/headless,dashboard-process,quick/quick-line}.ts!',
		'source/commands/dashboard/ink.tsx!',
		'source/{engine/main,demo/start}.ts!',
		// The build has Ink call it.
		'source/ui/output/line-update.ts!',
		'tools/*.mjs!',
		'tools/packages/*.cjs!',
		'bench/{index,big-home,pictures/index}.ts!',
		'test/**/*.test.{ts,tsx}',
		'test/fixtures/**/*.{cjs,mjs}',
		'test/helpers/{collect-once,import-once,write-hero}.ts',
	],
	project: ['{source,bench,tools}/**!', 'test/**'],
	ignoreBinaries: isProduction ? ['stryker'] : ['mkfifo', 'duckdb', 'prometheus', 'promtool'],
	ignoreDependencies: ['node-runtime'],
	ignoreExportsUsedInFile: isProduction,
};

export default config;
