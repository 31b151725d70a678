import {expect, test} from 'vitest';
import {commandEntries, findCommand} from '../../source/commands/index.ts';
import {flagsOf, programFlags} from '../../source/commands/line/flags.ts';
import {commandHelp, commandLines, flagLines} from '../../source/commands/line/help.ts';
import {programHelp} from '../../source/commands/line/program-help.ts';

const commands = await Promise.all(commandEntries.map(async ({load}) => await load()));

test('the registry names every command as it names itself', async () => {
	expect(commands.map(({name}) => name)).toEqual(commandEntries.map(({name}) => name));
	expect(await findCommand('hours')).toMatchObject({name: 'hours'});
	expect(await findCommand('nope')).toBeNull();
});

test.each(commands)('$name has help that fits a terminal', command => {
	const help = commandHelp(command);
	expect(help.replaceAll('\n', ' ')).toContain(`tautop ${command.name}: ${command.summary}`);
	for (const flag of command.flags) expect(help).toContain(`--${flag.name}`);
	for (const line of Object.keys(command.examples ?? {})) expect(help).toContain(`  ${line}`);
	for (const line of help.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
	expect(help).toContain('\nExamples\n');
	expect(command.summary).not.toMatch(/\.$|^[A-Z]/);
});

test.each(commands)('no flag of $name is named twice', command => {
	const names = flagsOf(command).map(({name}) => name);
	expect(names).toEqual([...new Set(names)]);
});

test('flags and commands stand in columns', () => {
	expect(flagLines([...programFlags].slice(0, 2))).toEqual([
		'  --config FILE  the configuration file',
		'  --demo         a made-up server; your own database is not opened',
	]);
	expect(commandLines(commands, 18)).toContain('  stats KEY           plays and time of one item or collection');
});

test('the help of the program fits a terminal', async () => {
	for (const line of (await programHelp()).split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
});
