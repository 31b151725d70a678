import type {Role, Row, Span} from '../canvas/row.ts';
import {textWidth} from '../canvas/widths.ts';
import {wrapWords} from '../canvas/wrap.ts';
import {type Placed, type SectionId, type State, sectionTitles} from '../doctor/finding.ts';
import {AppError} from '../domain/app-error.ts';
import type {DataTable} from '../export/data-table.ts';
import type {Json} from '../export/json.ts';
import type {ExitCode} from './command.ts';
import {exitCodeOf, worstExitCode} from './run/exit-codes.ts';
import type {Frame, Report} from './run/report.ts';

/** A warning stops nothing. What is wrong ends as every other command would that meets it. */
const codeOf = ({state, error}: Placed): ExitCode => {
	if (state !== 'wrong') return 0;
	return error === null ? 1 : exitCodeOf(AppError.fromJSON(error));
};

const codeOfAll = (found: readonly Placed[]): ExitCode => worstExitCode(...found.map(codeOf));

const worstState = (found: readonly Placed[]): State =>
	(['wrong', 'warning'] as const).find(state => found.some(one => one.state === state)) ?? 'well';

const entryOf = ({section, name, state, text, remedy, error, ms}: Placed) => ({
	section,
	name,
	state,
	text,
	remedy,
	code: error?.code ?? null,
	ms,
});

const foundJson = (version: string, found: readonly Placed[]): Json => ({
	tautop: version,
	state: worstState(found),
	exit_code: codeOfAll(found),
	checks: found.map(entryOf),
});

const columns = ['section', 'name', 'state', 'text', 'remedy', 'code', 'ms'] as const;

const foundTable = (found: readonly Placed[]): DataTable => ({
	columns,
	rows: found.map(entryOf).map(entry => columns.map(name => entry[name])),
});

const roles: Readonly<Record<State, Role>> = {well: 'dim', warning: 'bold', wrong: 'bad'};

const [stateWidth, nameWidth] = [9, 13];
const indent = 2 + stateWidth + nameWidth;

const timeText = (ms: number | null): string => (ms === null ? '' : `  ${ms} ms`);

/** Words and their remedy below each other, whatever the width; a path stays whole. */
const findingRows = ({state, name, text, remedy, ms}: Placed, width: number): Row[] => {
	const room = Math.max(20, width - indent);
	const lines = text.split('\n').flatMap(line => wrapWords(line, room));
	const last = lines.at(-1) ?? '';
	const time: Span = {text: timeText(ms), role: 'dim'};
	const hasRoom = textWidth(last) + textWidth(time.text) <= room;
	const head: Row = [{text: `  ${state.padEnd(stateWidth)}`, role: roles[state]}, {text: name.padEnd(nameWidth)}];
	const rows = lines.map(
		(line, index): Row => [
			...(index === 0 ? head : [{text: ' '.repeat(indent)}]),
			{text: line},
			...(index === lines.length - 1 && ms !== null && hasRoom ? [time] : []),
		],
	);
	const remedies = remedy === null ? [] : wrapWords(remedy, room);
	return [...rows, ...remedies.map((line): Row => [{text: ' '.repeat(indent)}, {text: line, role: 'dim'}])];
};

/** "2 wrong: Tautulli key, Database integrity." */
const namedText = (found: readonly Placed[], one: string, many: string): string => {
	const names = new Set(found.map(({section, name}) => `${sectionTitles[section]} ${name}`));
	return found.length === 0 ? '' : `${found.length} ${found.length === 1 ? one : many}: ${[...names].join(', ')}.`;
};

const summaryText = (found: readonly Placed[]): string => {
	const of = (state: State): Placed[] => found.filter(one => one.state === state);
	const parts = [namedText(of('wrong'), 'wrong', 'wrong'), namedText(of('warning'), 'warning', 'warnings')];
	return parts.filter(Boolean).join(' ') || 'All is well.';
};

const draw = (found: readonly Placed[], {width}: Frame): Row[] => {
	const sections = new Map<SectionId, Placed[]>();
	for (const one of found) sections.set(one.section, [...(sections.get(one.section) ?? []), one]);
	return [
		...[...sections].flatMap(([section, ones]): Row[] => [
			[{text: sectionTitles[section], role: 'bold'}],
			...ones.flatMap(one => findingRows(one, width)),
			[],
		]),
		...wrapWords(summaryText(found), width).map((text): Row => [{text, role: 'bold'}]),
	];
};

const sentenceOf = ({section, name, state, text, remedy}: Placed): string => {
	const said = `${sectionTitles[section]}, ${name}: ${state}. ${text}`;
	return [said.replace(/[^.]$/, '$&.'), remedy ?? ''].join(' ').trimEnd();
};

/** What was found, in all its forms, and the exit code that it means. */
export const doctorReport = (version: string, found: readonly Placed[]): Report & {readonly exitCode: ExitCode} => ({
	json: foundJson(version, found),
	table: foundTable(found),
	draw: frame => draw(found, frame),
	says: () => [...found.map(sentenceOf), summaryText(found)],
	exitCode: codeOfAll(found),
});
