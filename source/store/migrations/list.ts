import type {Migration} from '../migrate.ts';
import {adoptedPlays} from './adopted-plays.ts';
import {catalogue} from './catalogue.ts';
import {catalogueSizes} from './catalogue-sizes.ts';
import {everPlayed} from './ever-played.ts';
import {firstTables} from './first-tables.ts';
import {keptAnswers} from './kept-answers.ts';
import {looks} from './looks.ts';
import {mirrorTables} from './mirror-tables.ts';
import {owners} from './owners.ts';
import {playDetails} from './play-details.ts';
import {rotations} from './rotations.ts';
import {serverZone} from './server-zone.ts';
import {slimIndexes} from './slim-indexes.ts';
import {streamsSeen} from './streams-seen.ts';
import {titleIndex} from './title-index.ts';
import {titleNumbers} from './title-numbers.ts';
import {titlesToIndex} from './titles-to-index.ts';
import {withoutTotals} from './without-totals.ts';

/** All migrations, oldest first. */
export const migrations: readonly Migration[] = [
	firstTables,
	mirrorTables,
	adoptedPlays,
	titleIndex,
	serverZone,
	playDetails,
	withoutTotals,
	catalogue,
	titleNumbers,
	slimIndexes,
	titlesToIndex,
	looks,
	catalogueSizes,
	rotations,
	streamsSeen,
	owners,
	everPlayed,
	keptAnswers,
];
