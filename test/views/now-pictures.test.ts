import path from 'node:path';
import {expect, test} from 'vitest';
import {asciiGlyphs} from '../../source/canvas/glyphs.ts';
import {rowText, rowWidth} from '../../source/canvas/row.ts';
import type {Activity} from '../../source/domain/session.ts';
import {titleRule} from '../../source/ui/frames/title-rule.ts';
import {now} from '../../source/views/now/index.ts';
import {firstOwn} from '../../source/views/plan/own.ts';
import type {Canvas} from '../../source/views/plan/scene.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakePlay, fakeSeen} from '../helpers/fake-sources.ts';
import {calm, evening, eveningStrip, nobody} from './evening.ts';
import {fakeCanvas, queryFor, tell} from './scene.ts';

const seen = fakeSeen({sessionKey: 'lena', endedAt: null, stalls: 3, stalledSeconds: 48});

/** The pane with the rule above it. */
const picture = async (activity: Activity, given: Partial<Canvas>, query = queryFor(now)): Promise<string> => {
	const answer = await tell(
		now,
		{
			activity: async () => activity,
			strip: async () => eveningStrip,
			seenStreams: async asked => ('sessionKeys' in asked && asked.sessionKeys.includes('lena') ? [seen] : []),
			memberships: async () => ({lena: ['Awards 2026', 'Hidden Gems']}),
			moment: async ({at}) => ({
				plays: [
					fakePlay({
						rowId: 1,
						user: 'otto',
						transcodeDecision: 'transcode',
						startedAt: at - 600,
						stoppedAt: at + 2160,
						location: 'wan',
					}),
					fakePlay({rowId: 2, user: 'jon', transcodeDecision: 'direct play', startedAt: at - 60, stoppedAt: at + 600}),
				],
				begins: 0,
				coverage: fullCoverage(fakeNow),
			}),
		},
		query,
	);
	const canvas = fakeCanvas({query, ...given});
	const {rows, headings = []} = answer.draw(canvas);
	expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(canvas.width);
	expect(rows.length).toBeLessThanOrEqual(canvas.height);
	const {width, glyphs} = canvas;
	const words = headings.map(({at, text}) => ({at, span: {text}}));
	const rule = titleRule({title: '1 Now playing', focused: true, words, width, glyphs});
	return `${[rule, ...rows].map(row => rowText(row).trimEnd()).join('\n')}\n`;
};

const sizes: ReadonlyArray<readonly [string, Activity, number, number, Partial<Canvas>]> = [
	['evening', evening, 38, 4, {}],
	['evening', evening, 50, 10, {}],
	['evening', evening, 80, 6, {}],
	['evening', evening, 120, 14, {}],
	['evening', evening, 150, 14, {}],
	['evening', evening, 300, 20, {}],
	['evening-page', evening, 200, 57, {form: 'page'}],
	['evening-ascii', evening, 80, 14, {glyphs: asciiGlyphs}],
	['evening-initials', evening, 120, 10, {names: 'initials'}],
	['calm', calm, 50, 10, {}],
	['calm', calm, 80, 6, {}],
	['calm', calm, 120, 14, {}],
	['calm-page', calm, 80, 21, {form: 'page'}],
	['nobody', nobody, 50, 10, {}],
	['nobody', nobody, 80, 6, {}],
	['nobody', nobody, 120, 14, {}],
];

test.each(sizes)('%s, %#', async (name, activity, width, height, given) => {
	const file = path.join(import.meta.dirname, 'pictures', `now-${name}-${width}x${height}.txt`);
	await expect(await picture(activity, {width, height, ...given})).toMatchFileSnapshot(file);
});

test('a past moment: what history alone knows is blank, and the note says so', async () => {
	const query = queryFor(now, {window: {days: 0, at: fakeNow - 3600}});
	const file = path.join(import.meta.dirname, 'pictures', 'now-past-80x8.txt');
	await expect(await picture(evening, {width: 80, height: 8}, query)).toMatchFileSnapshot(file);
});

test('the details are of the selected stream, also where the focus is elsewhere', async () => {
	const own = {...firstOwn, selection: {key: 'marta', index: 1}};
	for (const focused of [true, false]) {
		const text = await picture(evening, {width: 150, height: 14, own, focused});
		expect(text).toContain('hevc 1080p 9.8 → h264 720p 6.0 Mb/s, hardware');
	}
});
