import type {ServerResponse} from 'node:http';
import {onTestFinished} from 'vitest';
import {type SeenRequest, startFaultServer} from './fault-server.ts';

/** A server in front of another: it notes requests, and puts the other's own secret in the place of the canary. */
export type KeyChangingProxy = {readonly url: string; readonly requests: readonly SeenRequest[]};

type Exchange = {
	readonly target: string;
	readonly canary: string;
	readonly secret: string;
	/** How many seconds its clock is ahead of this machine's; absent: not at all. */
	readonly aheadSeconds?: number;
};

const exchanged = (text: string, {canary, secret}: Exchange): string => text.replaceAll(canary, secret);

const exchangedForm = (body: string, exchange: Exchange): string => {
	const fields = Array.from(new URLSearchParams(body), ([name, value]): [string, string] => [
		name,
		exchanged(value, exchange),
	]);
	return new URLSearchParams(fields).toString();
};

/** Headers of one hop, and those that fetch sets itself. */
const own = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);

/** Starts it on a free port of this machine; it is gone when the test has finished. */
export const startKeyChangingProxy = async (exchange: Exchange): Promise<KeyChangingProxy> => {
	const pass = async ({method, url, headers, body}: SeenRequest, signal: AbortSignal): Promise<Response> => {
		const passed = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
			own.has(name) || value === undefined ? [] : [[name, exchanged(String(value), exchange)]],
		);
		const sent = method === 'GET' ? {} : {body: exchangedForm(body, exchange)};
		return await fetch(`${exchange.target}${url}`, {method, headers: passed, signal, ...sent});
	};
	/** Piece by piece: a stream of events has no end. */
	const answer = async (response: ServerResponse, request: SeenRequest): Promise<void> => {
		const gone = new AbortController();
		response.on('close', () => gone.abort());
		const {status, headers, body} = await pass(request, gone.signal);
		const date = new Date(Date.now() + (exchange.aheadSeconds ?? 0) * 1000).toUTCString();
		response.writeHead(status, {'content-type': headers.get('content-type') ?? '', date});
		for await (const piece of body ?? []) response.write(piece);
		response.end();
	};
	const server = await startFaultServer((response, request) => {
		answer(response, request).catch(() => response.destroy());
	});
	onTestFinished(server.close);
	return {url: server.url, requests: server.requests};
};
