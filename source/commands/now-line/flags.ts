import type {Flag} from '../command.ts';
import {lineFields} from './format.ts';

/** Flags of `tautop now` for a status bar. */
export const lineFlags: readonly Flag[] = [
	{name: 'line', type: 'boolean', summary: 'one line, for a status bar or a prompt; ? where nothing is known'},
	{
		name: 'format',
		type: 'string',
		value: 'TEXT',
		summary: `what --line prints; its fields: ${Object.keys(lineFields)
			.map(name => `{${name}}`)
			.join(' ')}`,
	},
	{
		name: 'idle',
		type: 'string',
		value: 'TEXT',
		mayBeEmpty: true,
		summary: 'what --line prints while nobody watches; "" is an empty line',
	},
];
