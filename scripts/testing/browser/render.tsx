import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTranslator, NextIntlClientProvider } from 'next-intl';
import {
  AppRouterContext,
  type AppRouterInstance,
} from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { render } from 'vitest-browser-react';
import en from '../../../messages/en.json';

/** The words of the English newsroom. */
export const words = en;

/** The words of one part of the newsroom that take arguments. */
export const wordsOf = <Namespace extends keyof typeof en>(namespace: Namespace) =>
  createTranslator({ locale: 'en', messages: en, namespace });

/** The framework's router: a component in a test leads nowhere, and notes that it wanted to. */
export const router: AppRouterInstance = {
  bfcacheId: '',
  back: vi.fn(),
  forward: vi.fn(),
  refresh: vi.fn(),
  push: vi.fn(),
  replace: vi.fn(),
  prefetch: vi.fn(),
};

/** Renders a component of the newsroom with its real words. */
export async function show(component: ReactNode) {
  vi.mocked(router.refresh).mockClear();
  const client = new QueryClient({ defaultOptions: { mutations: { retry: 0 } } });
  return render(
    <AppRouterContext value={router}>
      <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
        <QueryClientProvider client={client}>{component}</QueryClientProvider>
      </NextIntlClientProvider>
    </AppRouterContext>,
  );
}
