import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

// zod/mini brings no words: without these, all that is said of a wrong answer is "Invalid input".
z.config(en());
