import type {World} from '../world/world.ts';
import type {Answer} from './answer.ts';
import type {Params} from './params.ts';

/** What a command looks at. The world has been advanced to `now` (Unix seconds). */
export type Context = {
	readonly world: World;
	readonly now: number;
	/** While Plex is away, Tautulli answers from its own database, and empty where it has to ask Plex. */
	readonly plexIsDown: boolean;
};

/** One command of the API. */
export type Command = (context: Context, params: Params) => Answer;

/** Commands by the name that `cmd` calls them. */
export type Commands = Readonly<Record<string, Command>>;
