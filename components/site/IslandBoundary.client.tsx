'use client';
import { Component, type ReactNode } from 'react';

/**
 * Contains the errors of an island. A script that fails to load, because the reader is offline or a blocker
 * stops it, throws where it is used; without this boundary the whole page would fail.
 */
export class IslandBoundary extends Component<
  { /** Rendered in place of a failed island. */ fallback: ReactNode; children: ReactNode },
  { hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
