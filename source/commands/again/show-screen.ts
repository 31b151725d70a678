import type {AppError} from '../../domain/app-error.ts';
import type {Context} from '../command.ts';
import {frameOf, linesOf, type PrintSettings} from '../run/report.ts';
import type {ViewAnswer} from '../views/view-report.ts';
import {screenRows} from './screen-rows.ts';
import type {Shown} from './watch-view.ts';

/** Before anything was opened. */
const noSettings: PrintSettings = {ascii: false, timezone: null};

/** Answers in place, on a screen of their own; null: there is no terminal for that. */
export const showScreen = async (context: Context, every: number, command: string): Promise<Shown | null> => {
	const screen = await context.screen();
	if (!screen) return null;
	const held: string[] = [];
	let last: ViewAnswer | null = null;
	let settings = noSettings;
	let answeredAt: number | null = null;
	let trouble: AppError | null = null;

	const paint = (): void => {
		const now = context.now();
		screen.paint(({columns, rows}) => {
			const frame = {...frameOf(context, settings, columns), now};
			const drawn = last?.report.draw(frame) ?? null;
			const watched = {command, every, rows: drawn, answeredAt, trouble};
			return linesOf(screenRows(watched, frame, rows), context, frame.glyphs);
		});
	};

	paint();
	return {
		opened: given => {
			settings = given;
		},
		answer: answer => {
			last = answer;
			settings = answer.settings;
			answeredAt = context.now();
			trouble = null;
			paint();
		},
		trouble: error => {
			trouble = error;
			paint();
		},
		left: screen.left,
		// Whatever is said meanwhile stands below the shell's line afterwards.
		stderr: {...context.stderr, write: text => void held.push(text)},
		close: () => {
			screen.close();
			for (const text of new Set(held)) context.stderr.write(text);
		},
	};
};
