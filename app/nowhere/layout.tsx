import type { ReactNode } from 'react';
import { Document } from '../document';
import { leaveMoved } from '../leave-moved';
import { preferred } from './preferred';

export default async function NowhereLayout({ children }: { children: ReactNode }) {
  await leaveMoved();
  return <Document locale={await preferred()}>{children}</Document>;
}
