import {formatClock, formatDay} from '../../canvas/clock.ts';
import {formatCount, formatHours} from '../../canvas/format.ts';
import type {ChangesAnswer, WindowSpan} from '../../domain/plays/changes.ts';
import {percentMore} from '../../stats/changes.ts';
import type {Scene} from '../plan/scene.ts';
import {amountWords, sentence} from '../plan/words.ts';
import {changeRows} from './rows.ts';

const zoneOf = ({graphZone, zone}: Scene): Scene['zone'] => graphZone ?? zone;

const dates = ({from, to}: WindowSpan, scene: Scene): string => {
	const [first, last] = [formatDay(from, zoneOf(scene)), formatDay((to ?? scene.now + 1) - 1, zoneOf(scene))];
	return first === last ? first : `${first.split(' ')[0]}-${last}`;
};

/** "1-26 Nov against 1-26 Oct, both to 21:36": what is compared with what. */
export const monthWords = (data: ChangesAnswer | null, scene: Scene): string => {
	if (data === null) return 'this month';
	const {now, before} = data.spans;
	const clock = formatClock((now.to ?? scene.now + 1) - 1, zoneOf(scene));
	// Of a shorter month all is taken, so that there is no such time.
	const both = before.to !== null && before.to < now.from ? `, both to ${clock}` : '';
	return `${dates(now, scene)} against ${dates(before, scene)}${both}`;
};

/** "25 % less"; '' where there is too little to say so. */
const moreWords = (now: number, before: number): string => {
	const percent = percentMore(now, before);
	if (percent === null) return '';
	if (percent === 0) return 'about as many';
	return percent > 0 ? `${percent} % more` : `${-percent} % less`;
};

/** What changed, in two sentences: plays and hours, people, transcodes, the most at once. */
export const monthSentences = (data: ChangesAnswer, scene: Scene): readonly string[] => {
	const {now, before} = data;
	const {glyphs} = scene;
	const more = moreWords(now.plays, before.plays);
	const plays = `${amountWords(now.plays, 'plays', glyphs)} this month, ${formatCount(before.plays, glyphs)} in the same days of last month${more === '' ? '' : `: ${more}`}`;
	const hours = `${formatHours(now.playedSeconds, glyphs)}, before ${formatHours(before.playedSeconds, glyphs)}`;
	const users = `${amountWords(now.users, 'users', glyphs)}, before ${before.users}`;
	const share = changeRows(data, 'plays', 'all', 0).find(({key}) => key === 'transcoded');
	const transcoded =
		share?.now == null || share.before == null ? '' : `transcoded ${share.now} %, before ${share.before} %`;
	const most = now.most === null ? '' : `most at once ${now.most.count}, before ${before.most?.count ?? 0}`;
	return [sentence(plays), sentence([hours, users, transcoded, most].filter(Boolean).join('; '))];
};
