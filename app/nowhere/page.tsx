import { absent, absentHead } from '../[locale]/(reader)/absent';
import { preferred } from './preferred';

export const dynamic = 'force-dynamic';

export const generateMetadata = async () => absentHead(await preferred());

/**
 * Every address that is under no locale: `next.config.ts` rewrites it here, since the folder `[locale]` would
 * take it otherwise.
 */
export default async function Page() {
  return absent(await preferred());
}
