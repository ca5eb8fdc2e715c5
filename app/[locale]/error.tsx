'use client';
import { useParams } from 'next/navigation';
import { FailurePage } from '@/components/site/FailurePage.client';

/** Shown in the place of a page that failed by a fault of ours. */
export default function PageError() {
  return <FailurePage segment={useParams()['locale']} />;
}
