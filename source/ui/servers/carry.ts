import type {DashboardSettings} from '../../domain/settings.ts';
import {findView} from '../../views/index.ts';
import type {Own} from '../../views/plan/own.ts';
import {firstState, type Page, type State} from '../state.ts';

/** A page that another server has too: it is about nobody and nothing that this one alone knows. */
const isAnybodys = ({view, where, subject}: Page): boolean => {
	const kind = findView(view)?.takes.subject?.kind;
	const isNarrowed = Object.keys(where ?? {}).some(name => name !== 'text');
	return !isNarrowed && (!subject || kind === 'date' || kind === 'text');
};

/** The pages that go along, from the first on. */
const carriedPages = ({trail}: State): readonly Page[] => {
	const end = trail.findIndex(page => !isAnybodys(page));
	return end < 0 ? trail : trail.slice(0, end);
};

const isSameWay = (one: readonly Page[], two: readonly Page[]): boolean =>
	one.length === two.length && one.every(({view}, index) => view === two[index]?.view);

/** Who comes back the same way finds the page that the other server did not have. */
const trailOf = (from: State, to: State): readonly Page[] => {
	const carried = carriedPages(from);
	return isSameWay(carried, carriedPages(to)) ? to.trail : carried;
};

/** Order, switches and filter go along; the cursor stands where it stood on that server. */
const perViewOf = (from: State, to: State): State['perView'] => {
	const carried = Object.entries(from.perView).map(([view, own]): [string, Own] => [
		view,
		{...own, selection: to.perView[view]?.selection ?? null},
	]);
	return {...to.perView, ...Object.fromEntries(carried)};
};

/** The screen of another server, as it looks at this one: what was chosen goes along, what is known stays where it belongs. */
export const carry = (from: State, to: State): State => ({
	...to,
	size: from.size,
	places: from.places,
	focus: from.focus,
	days: from.days,
	measure: from.measure,
	moment: from.moment,
	mouse: from.mouse,
	trail: trailOf(from, to),
	perView: perViewOf(from, to),
	overlay: 'none',
	scroll: 0,
	typing: null,
	notice: null,
	stopping: null,
});

/** Until a server that was never seen has told its own settings: how the screen looks, and nothing of another server. */
const awaited = (settings: DashboardSettings, server: string): DashboardSettings => ({
	...settings,
	server,
	tautulliUrl: '',
	unverifiedTls: false,
	timezone: null,
	uploadMbps: null,
	warnings: [],
	odd: [],
});

/** The screen of a server that was not looked at yet. */
export const firstOf = ({size, settings}: State, server: string): State => ({
	...firstState(size),
	settings: settings && awaited(settings, server),
});

/** What is said of which server this is: its name; null where there is only one. */
export const serverAmong = ({settings}: Pick<State, 'settings'>): string | null =>
	settings && settings.servers.length > 1 ? settings.server : null;

/** The name of the server behind this one, round and round; null: there is only one. */
export const nextServer = ({settings}: State): string | null => {
	if (!settings || settings.servers.length < 2) return null;
	const {server, servers} = settings;
	return servers[(servers.indexOf(server ?? '') + 1) % servers.length] ?? null;
};
