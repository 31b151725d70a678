import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {Metric} from '../../source/metrics/family.ts';
import {allMetrics} from './all-metrics.ts';
import {namesIn, scrape} from './scrape.ts';

const document = readFileSync(path.join(import.meta.dirname, '../../docs/grafana.md'), 'utf8');

const rowOf = ({name, type, labels, help}: Metric): string =>
	`| \`${name}\` | ${type} | ${labels.map(label => `\`${label}\``).join(', ')} | ${help} |`;

test('docs/grafana.md has every metric, as it is', () => {
	const table = document.split('\n').filter(line => line.startsWith('| `'));
	expect(table).toEqual(allMetrics.map(rowOf));
});

test('names are unlike, and end as their types and units say', () => {
	expect(new Set(allMetrics.map(({name}) => name)).size).toBe(allMetrics.length);
	for (const {name, type, unit, help} of allMetrics) {
		expect(name).toMatch(/^tautop_[a-z_]+$|^tautulli_[a-z_]+$/);
		expect(name.endsWith('_total'), name).toBe(type === 'counter' || name === 'tautulli_bandwidth_total');
		expect(name.endsWith('_info'), name).toBe(type === 'info');
		expect(name.startsWith('tautulli_'), name).toBe(type === 'untyped');
		if (unit !== undefined) expect(name.replace(/_total$/, '')).toMatch(new RegExp(`_${unit}$`));
		expect(help).toMatch(/^[A-Z].*\.$/);
		expect(help).not.toContain('|');
	}
});

test('nothing is told that the registry does not have', async () => {
	const known = new Set(allMetrics.map(({name}) => name));
	const told = namesIn(await scrape({}, {users: true}));
	expect([...told].filter(name => !known.has(name))).toEqual([]);
	expect(told.size).toBeGreaterThan(40);
});
