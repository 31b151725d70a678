import process from 'node:process';
import {demoConfigText} from '../source/demo/config-text.ts';
import {plexListener} from '../source/demo/plex/server.ts';
import {serve} from '../source/demo/serve.ts';
import {tautulliListener} from '../source/demo/tautulli/server.ts';
import {createCatalog} from '../source/demo/world/catalog.ts';
import type {CollectionRecipe} from '../source/demo/world/collection-recipes.ts';
import {createCollections} from '../source/demo/world/collections.ts';
import {makeDay} from '../source/demo/world/days.ts';
import {createPeople} from '../source/demo/world/people.ts';
import {createPicks} from '../source/demo/world/picks.ts';
import {createPromotions} from '../source/demo/world/promotions.ts';
import {assembleWorld} from '../source/demo/world/world.ts';
import {createZone} from '../source/demo/world/zone.ts';

// The demo's servers over a home with 200 collections of 50 members, until it is killed: node bench/big-home.ts DATABASE.
// Prints a configuration that connects to them.

const seed = 11;
const timeZone = 'UTC';
const days = 730;
const now = Math.floor(Date.now() / 1000);
const startAt = now - days * 86_400;

const recipes = Array.from({length: 200}, (_, index): CollectionRecipe => {
	const isShows = index % 2 === 1;
	return {
		title: `Collection ${index + 1}`,
		sectionId: isShows ? 2 : 1,
		subtype: isShows ? 'show' : 'movie',
		count: 50,
		promotion: index % 20 === 0 ? 'always' : 'never',
		effect: 1,
		smart: false,
		reach: 1,
		season: null,
	};
});

const zone = createZone(timeZone);
const people = createPeople(seed);
const catalog = createCatalog(seed, startAt);
const collections = createCollections(seed, catalog, {founded: now, now}, recipes);
const picks = createPicks(seed, catalog, createPromotions(collections));
const parts = {seed, people, picks, zone};
const world = assembleWorld({
	seed,
	catalog,
	zone,
	people,
	collections,
	startAt,
	plansOf: day =>
		people
			.flatMap(user => makeDay(parts, user, day))
			// Nobody watches now.
			.filter(({stoppedAt}) => stoppedAt < now),
});
// Nothing is played any more, so that every way of counting sees the same plays.
world.advance(now);

const context = () => ({world, now: Math.floor(Date.now() / 1000), plexIsDown: false});
const [apiKey, token] = ['0123456789abcdef0123456789abcdef', 'bench'];
const tautulli = await serve(tautulliListener(apiKey, context));
const plex = await serve(plexListener(token, context));
const running = {tautulliUrl: tautulli.url, plexUrl: plex.url, apiKey, token, timeZone};
process.stdout.write(demoConfigText(running, process.argv[2] ?? 'bench.db'));
