import {readFileSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import * as z from 'zod';

export const examples = path.join(import.meta.dirname, '../../examples');

const read = (name: string): string => readFileSync(path.join(examples, name), 'utf8');

const panel = z.object({
	title: z.string(),
	targets: z.array(z.object({expr: z.string()})).default([]),
});

const boardShape = z.object({
	panels: z.array(panel),
	templating: z.object({
		list: z.array(z.object({name: z.string(), type: z.string(), definition: z.string().optional()})),
	}),
});

const alertsShape = z.object({
	groups: z.array(z.object({rules: z.array(z.object({alert: z.string(), expr: z.string()}))})),
});

/** The board for Grafana. */
export const board = boardShape.parse(JSON.parse(read('grafana-dashboard.json')));

/** Everything that the board and the alarms ask, as Prometheus understands it: Grafana's variables stand for all. */
export const expressions: readonly string[] = [
	...board.panels.flatMap(({targets}) => targets.map(({expr}) => expr.replaceAll('$server', '.*'))),
	...alertsShape.parse(parse(read('alerts.yml'))).groups.flatMap(({rules}) => rules.map(({expr}) => expr)),
];
