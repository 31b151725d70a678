#!/usr/bin/env node
'use strict';

// Old syntax on purpose: this file has to run, and say its sentence, under any Node.js (better-sqlite3 crashes an old one).
// Node.js would open the port of its debugger, and whoever reaches that port reads every secret.
process.on('SIGUSR1', function () {});

var wanted = [22, 19];
var found = process.versions.node.split('.').map(Number);

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
	process.stderr.write(
		'tautop needs Node.js ' +
			wanted.join('.') +
			' or newer; this is ' +
			process.versions.node +
			'. In a checkout, `npm start` brings its own.\n',
	);
	process.exitCode = 1;
} else {
	// Before anything is loaded: the development build of React doubles the work.
	process.env.NODE_ENV = process.env.NODE_ENV || 'production';
	try {
		require('../dist/cli.cjs');
	} catch (error) {
		process.stderr.write('tautop could not start: ' + (error && error.stack ? error.stack : error) + '\n');
		process.exitCode = 1;
	}
}
