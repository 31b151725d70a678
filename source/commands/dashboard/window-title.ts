import {cleanText} from '../../domain/text/text.ts';
import type {Dashboard} from '../../ui/dashboard.ts';

/** Keeps the old title on the terminal's own stack, and brings it back. */
const [pushTitle, popTitle] = ['\u001B[22;0t', '\u001B[23;0t'];

/** Gives the window the dashboard's title, anew only when that changes. Returns what brings the old one back. */
export const keepTitle = (dashboard: Dashboard, write: (text: string) => void): (() => void) => {
	let told = '';
	const tell = (): void => {
		const title = dashboard.title();
		if (title === told) return;
		told = title;
		write(`\u001B]2;${cleanText(title)}\u0007`);
	};
	write(pushTitle);
	tell();
	const unsubscribe = dashboard.subscribe(tell);
	return () => {
		unsubscribe();
		write(popTitle);
	};
};
