import {spawnSync} from 'node:child_process';
import {expect, test} from 'vitest';
import {commandEntries} from '../../source/commands/index.ts';
import {flagsOf} from '../../source/commands/line/flags.ts';
import {manPage} from '../../source/commands/man-page.ts';

/** Of the system, where it has one. */
const formatter = 'groff';

const page = await manPage('1.2.3');
const commands = await Promise.all(commandEntries.map(async ({load}) => await load()));

const hasGroff = spawnSync(formatter, ['--version']).status === 0;

test.each(commands)('$name and its flags are in the manual page', command => {
	expect(page).toMatch(new RegExp(`^\\\\fB${command.name}\\b`, 'm'));
	for (const {name} of flagsOf(command)) expect(page).toContain(`\\-\\-${name.replaceAll('-', '\\-')}`);
});

test('it is plain ASCII', () => {
	expect(page).toMatch(/^[\n -~]*$/);
});

test.skipIf(!hasGroff)('groff finds nothing to warn of', () => {
	const {stdout, stderr} = spawnSync(formatter, ['-man', '-Tutf8', '-ww'], {input: page, encoding: 'utf8'});
	expect(stderr).toBe('');
	expect(stdout).toContain('tautop');
});

test.runIf(!hasGroff)('was left out: groff is not installed here', () => {
	expect(hasGroff).toBe(false);
});
