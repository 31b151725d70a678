import {expect, test} from 'vitest';
import {allMetrics} from './all-metrics.ts';
import {board, expressions} from './examples.ts';

const known = new Set(allMetrics.map(({name}) => name));

const namesOf = (text: string): readonly string[] =>
	[...text.matchAll(/\b(?:tautop|tautulli)_\w+/g)].map(([name]) => name);

test('the board and the alarms ask for metrics that there are', () => {
	const asked = expressions.flatMap(namesOf);
	expect(asked.length).toBeGreaterThan(30);
	expect(asked.filter(name => !known.has(name))).toEqual([]);
});

test('the fields of the board are the data source and the server, by a metric that there is', () => {
	const {list} = board.templating;
	expect(list.map(({name, type}) => `${name}: ${type}`)).toEqual(['datasource: datasource', 'server: query']);
	expect(list.flatMap(({definition = ''}) => namesOf(definition)).filter(name => !known.has(name))).toEqual([]);
});
