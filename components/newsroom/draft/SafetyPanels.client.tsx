'use client';
import { useTranslations } from 'next-intl';
import { SendError } from '../send';
import { SignInPanel } from '../sign-in/SignInPanel.client';
import controls from '../ui/controls.module.css';
import { useSentence } from '../use-sentence';
import { ConflictPanel } from './ConflictPanel.client';
import { useHand, useSaveState } from './DraftProvider.client';
import { RecoveryPanel } from './RecoveryPanel.client';
import styles from './Safety.module.css';

/**
 * The problems that keep the text from being saved: each is a panel above the text, and none blocks typing.
 */
export function SafetyPanels() {
  const t = useTranslations('NewsroomSafety');
  const sentence = useSentence();
  const { keeper, article } = useHand();
  const { state } = useSaveState();
  return (
    <div className={styles.panels}>
      <RecoveryPanel />
      {state.kind === 'conflict' && <ConflictPanel theirs={state.theirs} />}
      {state.kind === 'signed_out' && (
        <div className={styles.panel}>
          <SignInPanel
            email={article.self.email}
            onSignedIn={({ id }) => {
              if (id === article.self.id) keeper.hurry();
              else location.reload();
            }}
          />
          <p>
            <a href="sign-in" target="_blank">
              {t('signInElsewhere')}
            </a>{' '}
            <button type="button" className={controls.plain} onClick={() => keeper.hurry()}>
              {t('signedInElsewhere')}
            </button>
          </p>
        </div>
      )}
      {state.kind === 'refused' && (
        <p role="alert" className={controls.alert}>
          {state.cause instanceof SendError && state.cause.code === 'invalid'
            ? t('notTaken', { reason: state.cause.message })
            : sentence(state.cause)}
        </p>
      )}
    </div>
  );
}
