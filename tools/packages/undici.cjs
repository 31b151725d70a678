'use strict';

// What the program uses of undici: agents, and their requests. The whole package (fetch, WebSocket, caches, mocks, proxies)
// takes twice as long to load and some 20 MB of memory. Its files have no promised names; the tests run on this file too, so
// that an upgrade that moves one shows.
const Agent = require('undici/lib/dispatcher/agent.js');
const request = require('undici/lib/api/api-request.js');

Agent.prototype.request = request;

module.exports = {Agent};
