import {once} from 'node:events';
import {readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {text} from 'node:stream/consumers';
import {setTimeout as pause} from 'node:timers/promises';
import {type Home, isSettled, startTautop} from './program.ts';

/** What the dashboard asks Tautulli while six panes are on and nobody watches: requests by command, in so many seconds. */
export type Requests = {readonly seconds: number; readonly byCommand: ReadonlyMap<string, number>};

/** Passes requests on to a server, and tells the command of each. */
const startCounter = async (target: string, tell: (command: string) => void) => {
	const server = createServer(async (request, response) => {
		const body = await text(request);
		tell(new URLSearchParams(body).get('cmd') ?? request.url ?? '');
		const headers = {'content-type': request.headers['content-type'] ?? ''};
		const sent = request.method === 'GET' ? {} : {method: request.method ?? 'POST', body, headers};
		const answer = await fetch(`${target}${request.url}`, sent);
		response.writeHead(answer.status, {'content-type': answer.headers.get('content-type') ?? ''});
		response.end(Buffer.from(await answer.arrayBuffer()));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	return {url: `http://127.0.0.1:${port}`, close: () => server.close()};
};

/** `file`: the configuration of servers on which nothing is played. */
export const measureRequests = async (home: Home, file: string, seconds: number): Promise<Requests> => {
	const config = readFileSync(file, 'utf8');
	const target = /^ {2}base_url: (\S+)/m.exec(config)?.[1] ?? '';
	const byCommand = new Map<string, number>();
	let isCounting = false;
	const counter = await startCounter(target, command => {
		if (isCounting) byCommand.set(command, (byCommand.get(command) ?? 0) + 1);
	});
	const counted = path.join(home.folder, 'counted.yaml');
	writeFileSync(counted, config.replaceAll(target, counter.url), {mode: 0o600});
	const env = {...home.env, TAUTOP_DB: path.join(home.folder, 'requests.db')};
	const terminal = await startTautop({...home, env}, '--config', counted);
	await terminal.waitFor(isSettled, 120_000);
	// The first fill ends, and what follows it.
	await pause(60_000);
	isCounting = true;
	await pause(seconds * 1000);
	isCounting = false;
	terminal.type('q');
	await terminal.ended();
	await terminal.close();
	counter.close();
	return {seconds, byCommand};
};
