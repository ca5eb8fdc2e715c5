'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import { Field } from '../ui/Field.client';
import { Form } from '../ui/Form.client';
import { useRefusal } from '../ui/use-refusal';
import styles from './AccountScreen.module.css';
import { drawCode, type DrawnCode } from './draw-code';

interface Begun {
  key: string;
  address: string;
}

/** The second factor in its states: off, being set up, showing recovery codes once, or on. */
export function SecondFactor({
  factor,
  mayTurnOff,
}: {
  factor: { since: string; codesLeft: number } | null;
  mayTurnOff: boolean;
}) {
  const t = useTranslations('Doors');
  const router = useRouter();
  const [begun, setBegun] = useState<(Begun & { code: DrawnCode }) | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [isOff, setIsOff] = useState(false);
  const show = ({ codes: made }: { codes: string[] }) => {
    setBegun(null);
    setIsOff(false);
    setCodes(made);
  };
  if (codes) {
    return (
      <div role="status">
        <h3>{t('recoveryCodes')}</h3>
        <p>{t('recoveryCodesOnce')}</p>
        <ol className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <button
          type="button"
          className={controls.primary}
          onClick={() => {
            setCodes(null);
            router.refresh();
          }}
        >
          {t('codesKept')}
        </button>
      </div>
    );
  }
  if (begun) {
    return (
      <Form
        submit={t('turnOn')}
        refusedField={{ wrong_code: 'code' }}
        work={(form) =>
          send<{ codes: string[] }>('POST', 'account/confirm-second-factor', {
            code: form.get('code'),
          })
        }
        onDone={show}
      >
        <p>{t('scan')}</p>
        <svg
          className={styles.qr}
          viewBox={`0 0 ${begun.code.size} ${begun.code.size}`}
          shapeRendering="crispEdges"
          role="img"
          aria-label={t('qr')}
        >
          <path d={begun.code.path} fill="currentColor" />
        </svg>
        <p>
          {t('key')} <output className={styles.key}>{begun.key}</output>
        </p>
        <Field
          name="code"
          label={t('confirmCode')}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          required
          maxLength={10}
        />
      </Form>
    );
  }
  if (factor) {
    return (
      <>
        <p>{t('secondFactorIsOn', { date: factor.since, count: factor.codesLeft })}</p>
        <AskPassword
          submit={t('newCodes')}
          path="renew-recovery-codes"
          onDone={(answer) => show(answer as { codes: string[] })}
          {...(mayTurnOff && {
            other: {
              submit: t('turnOff'),
              path: 'end-second-factor',
              onDone: () => {
                setIsOff(true);
                router.refresh();
              },
            },
          })}
        />
      </>
    );
  }
  return (
    <>
      <p className={controls.note}>{t('secondFactorWhat')}</p>
      <AskPassword
        submit={t('setUp')}
        path="begin-second-factor"
        onDone={async (answer) => {
          const made = answer as Begun;
          setIsOff(false);
          setBegun({ ...made, code: await drawCode(made.address) });
        }}
      />
      <p role="status">{isOff && t('turnedOff')}</p>
    </>
  );
}

interface Deed {
  submit: string;
  path: string;
  onDone: (answer: unknown) => void;
}

/** A form for one or two actions that require the user's own password. */
function AskPassword({ submit, path, onDone, other }: Deed & { other?: Deed }) {
  const t = useTranslations('Doors');
  const refusal = useRefusal();
  const [failure, setFailure] = useState<Error | null>(null);
  return (
    <>
      <Form
        submit={submit}
        isQuiet
        refusedField={{ wrong_password: 'ownPassword' }}
        work={(form) => send('POST', `account/${path}`, Object.fromEntries(form))}
        onDone={(answer, form) => {
          form.reset();
          onDone(answer);
        }}
        more={
          other && (
            <button
              type="button"
              onClick={async ({ currentTarget: { form } }) => {
                if (!form?.reportValidity()) return;
                try {
                  const wish = Object.fromEntries(new FormData(form));
                  const answer = await send('POST', `account/${other.path}`, wish);
                  setFailure(null);
                  other.onDone(answer);
                } catch (cause) {
                  setFailure(cause as Error);
                }
              }}
            >
              {other.submit}
            </button>
          )
        }
      >
        <Field
          name="ownPassword"
          type="password"
          label={t('password')}
          autoComplete="current-password"
          required
          maxLength={200}
        />
      </Form>
      <p role="alert" className={controls.alert}>
        {refusal(failure)}
      </p>
    </>
  );
}
