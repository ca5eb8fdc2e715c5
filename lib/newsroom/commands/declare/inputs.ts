/** Parts of the inputs of several commands. */
import { z } from 'zod';
import { CATEGORY_SLUGS } from '../../../content/categories.ts';
import { LOCALES } from '../../../i18n/locales.ts';

export const version = z.number().int().min(1);
export const rowId = z.number().int().min(1);
export const nothing = z.strictObject({});
export const category = z.enum(CATEGORY_SLUGS);
export const locale = z.enum(LOCALES);
/** A time in ISO 8601 with its offset; a Date for the command. */
export const moment = z.iso.datetime({ offset: true }).transform((value) => new Date(value));
