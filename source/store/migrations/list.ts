import type {Migration} from '../migrate.ts';
import {firstTables} from './first-tables.ts';

/** All migrations, oldest first. */
export const migrations: readonly Migration[] = [firstTables];
