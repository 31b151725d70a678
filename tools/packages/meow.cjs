'use strict';

// As CommonJS has it: what is required is the function.
module.exports = require('meow').default;
