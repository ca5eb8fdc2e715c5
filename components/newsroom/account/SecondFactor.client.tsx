'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import { Field } from '../ui/Field.client';
import { Form } from '../ui/Form.client';
import { textOf } from '../ui/form-values';
import { useSentence } from '../use-sentence';
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
        work={(form) => send('account/confirm-second-factor', null, { code: textOf(form, 'code') })}
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
          work={async (ownPassword) =>
            show(await send('account/renew-recovery-codes', null, { ownPassword }))
          }
          {...(mayTurnOff && {
            other: {
              submit: t('turnOff'),
              work: async (ownPassword) => {
                await send('account/end-second-factor', null, { ownPassword });
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
        work={async (ownPassword) => {
          const made = await send('account/begin-second-factor', null, { ownPassword });
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
  /** Sends the command with the password, and shows its answer. */
  work: (ownPassword: string) => Promise<void>;
}

/** A form for one or two actions that require the user's own password. */
function AskPassword({ submit, work, other }: Deed & { other?: Deed }) {
  const t = useTranslations('Doors');
  const sentence = useSentence();
  const [failure, setFailure] = useState<Error | null>(null);
  return (
    <>
      <Form
        submit={submit}
        isQuiet
        refusedField={{ wrong_password: 'ownPassword' }}
        work={(form) => work(textOf(form, 'ownPassword'))}
        onDone={(_, form) => form.reset()}
        more={
          other && (
            <button
              type="button"
              onClick={async ({ currentTarget: { form } }) => {
                if (!form?.reportValidity()) return;
                try {
                  await other.work(textOf(new FormData(form), 'ownPassword'));
                  setFailure(null);
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
        {sentence(failure)}
      </p>
    </>
  );
}
