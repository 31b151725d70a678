import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {patient} from '../helpers/patience.ts';
import {runFake} from '../helpers/run-fake.ts';
import {codeBlocks, headingOf, inlineLines, typedLines, userDocuments} from './code-blocks.ts';
import {filesIn} from './files-in.ts';
import {type Owner, ownerOfDemo} from './owner-of-demo.ts';
import {parseTyped} from './typed-command.ts';

const home = mkdtempSync(path.join(tmpdir(), 'tautop-docs-'));
let owner: Owner | undefined;

beforeAll(async () => {
	owner = await ownerOfDemo(home);
}, patient(60_000));

afterAll(async () => {
	await owner?.leave();
	rmSync(home, {recursive: true, force: true});
});

const here = (): Owner => {
	if (owner === undefined) throw new Error('the demo has not been started yet');
	return owner;
};

const blocks = userDocuments.flatMap(codeBlocks);
const runnable = typedLines(blocks.filter(({language}) => language === 'sh'));
const others = typedLines(blocks.filter(({language}) => language !== 'sh'));

describe('every line of sh runs against the demo, and ends by itself', () => {
	test.each(runnable)('$document: $text', async ({text}) => {
		const {command, args, flags, code, usesShell} = await parseTyped(text);
		expect(usesShell, 'A line with more than tautop in it belongs into ```bash.').toBe(false);
		if (flags.help) return;
		if (command === null) throw new Error('The dashboard does not end by itself: it belongs into ```bash.');
		const {sources, surroundings} = here();
		const ended = await runFake(command, {
			args: filesIn(home, args),
			flags,
			open: sources,
			surroundings,
			signal: AbortSignal.timeout(patient(5000)),
		});
		expect(ended.code, `${ended.stderr}What asks or stays belongs into \`\`\`bash.`).toBe(code);
	});
});

describe('every other line of tautop can be typed', () => {
	test.each([...others, ...userDocuments.flatMap(inlineLines)])('$document: $text', async ({text}) => {
		await parseTyped(text);
	});
});

describe('SQL', () => {
	const queries = blocks.filter(({language}) => language === 'sql');
	const ofSqlite = queries.filter(block => headingOf(block) !== 'DuckDB');
	const ofDuckDb = queries.filter(block => headingOf(block) === 'DuckDB');

	test.each(ofSqlite)('of SQLite runs: $text', ({text}) => {
		const database = new Sqlite(here().database, {readonly: true});
		const rows = database.prepare(text).all();
		database.close();
		expect(Array.isArray(rows)).toBe(true);
	});

	const duck = (sql: string) => spawnSync('duckdb', ['-c', sql], {encoding: 'utf8'});
	const hasDuckDb = duck('LOAD sqlite').status === 0;

	test.skipIf(!hasDuckDb).each(ofDuckDb)('of DuckDB runs; left out where it is not installed: $text', ({text}) => {
		// What is there is not fetched.
		const sql = text.replace(/^INSTALL .*$/m, '').replace('tautop-copy.db', here().database);
		const {status, stderr} = duck(sql);
		expect(status, stderr).toBe(0);
	});
});
