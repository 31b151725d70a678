import type {OpenSources, Sources, SourcesEvent} from '../../source/questions/sources.ts';
import {createDashboard, type Dashboard} from '../../source/ui/dashboard.ts';
import type {ExportFile} from '../../source/ui/exporting.ts';
import type {Hooks, Terminal} from '../../source/ui/terminal.ts';
import {fakeNow, fakeSources} from '../helpers/fake-sources.ts';
import {type FakeClock, fakeClock, settled} from './fake-clock.ts';
import {evening} from './world.ts';

/** A dashboard on a fake clock, without a terminal. */
export type Stage = {
	readonly dashboard: Dashboard;
	readonly clock: FakeClock;
	/** Presses keys by name, one after the other, and lets everything settle. */
	readonly press: (...keys: readonly string[]) => Promise<void>;
	/** Presses letters so fast that the screen is drawn once. */
	readonly type: (letters: string) => Promise<void>;
	/** The screen as text. */
	readonly text: () => string;
	readonly quits: number[];
	/** How often the user wanted to connect a server. */
	readonly inits: true[];
	/** What was asked of the mouse. */
	readonly mouse: boolean[];
	/** What was copied. */
	readonly copied: string[];
	readonly hear: (heard: Parameters<Dashboard['hear']>[0]) => Promise<void>;
	/** What was exported. */
	readonly saved: ExportFile[];
	/** Something comes from the engine by itself. */
	readonly emit: (event: SourcesEvent) => Promise<void>;
};

export type StageOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly ascii?: boolean;
	/** Absent: nothing is connected yet. */
	readonly sources?: Partial<Sources>;
	readonly isStalled?: () => boolean;
	readonly ring?: Terminal['ring'];
	/** The other servers. */
	readonly openServer?: (name: string) => OpenSources;
	readonly burstSeconds?: number;
};

const strip = (line: string): string => line.replaceAll(/\u001B\[[\d;]*m/g, '');

export const setStage = async ({
	columns = 80,
	rows = 24,
	ascii = false,
	sources,
	isStalled = () => false,
	ring = () => undefined,
	openServer = () => fakeSources(),
	burstSeconds = 0,
}: StageOptions): Promise<Stage> => {
	const clock = fakeClock(fakeNow);
	const dashboard = createDashboard(
		{
			size: {columns, rows},
			ascii,
			colors: 'none',
			colorFgBg: undefined,
			zone: 'Europe/Prague',
			isStalled,
			burstSeconds,
			ring,
		},
		clock,
	);
	const opened = fakeSources({...evening, ...sources});
	if (sources) await dashboard.connect(opened, openServer);
	for (let turn = 0; turn < 4; turn += 1) await settled();
	const quits: number[] = [];
	const inits: true[] = [];
	const mouse: boolean[] = [];
	const copied: string[] = [];
	const saved: ExportFile[] = [];
	const hooks: Hooks = {
		quit: code => quits.push(code),
		init: () => inits.push(true),
		suspend: () => {},
		repaint: () => {},
		copy: text => {
			copied.push(text);
			return null;
		},
		hearMouse: on => mouse.push(on),
		save: file => {
			saved.push(file);
			return `Exported to ${file.name}`;
		},
	};
	return {
		dashboard,
		clock,
		quits,
		inits,
		mouse,
		copied,
		hear: async heard => {
			dashboard.hear(heard, hooks);
			for (let turn = 0; turn < 4; turn += 1) await settled();
		},
		saved,
		emit: async event => {
			opened.emit(event);
			for (let turn = 0; turn < 4; turn += 1) await settled();
		},
		press: async (...keys) => {
			for (const key of keys) {
				dashboard.press(key, hooks);
				for (let turn = 0; turn < 4; turn += 1) await settled();
			}
		},
		type: async letters => {
			for (const letter of letters) dashboard.press(letter, hooks);
			for (let turn = 0; turn < 4; turn += 1) await settled();
		},
		text: () => dashboard.lines().map(strip).join('\n'),
	};
};
