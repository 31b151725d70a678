import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';

const file = path.join(import.meta.dirname, '..', '..', 'source', 'engine', 'give-way.ts');

const script = `
import {getPriority} from 'node:os';
import {giveWay} from ${JSON.stringify(file)};
const before = getPriority();
giveWay();
console.log(JSON.stringify([before, getPriority()]));
`;

test('a process that gives way has a lower priority', () => {
	const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {encoding: 'utf8'});
	const [before, after]: number[] = JSON.parse(printed);
	expect(after).toBe(Math.min(19, Number(before) + 5));
});
