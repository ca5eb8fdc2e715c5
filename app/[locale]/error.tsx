'use client';
import { useParams } from 'next/navigation';
import { FailurePage } from '@/components/site/FailurePage.client';

/** In the place of a page that a fault of ours took away. */
export default function PageError() {
  return <FailurePage segment={useParams()['locale']} />;
}
