'use client';
import { Component, type ReactNode } from 'react';

/**
 * Keeps what fails in an island inside it. A script that does not come, since the reader is offline or a
 * blocker stands between, throws where it was wanted; without this it would take the whole page with it.
 */
export class IslandBoundary extends Component<
  { /** What stands in the island's place then. */ fallback: ReactNode; children: ReactNode },
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
