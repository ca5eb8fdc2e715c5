'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import { Field } from '../ui/Field.client';
import { Form } from '../ui/Form.client';
import { textOf } from '../ui/form-values';
import styles from './AccountScreen.module.css';
import { AskPassword } from './AskPassword.client';
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
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(null);
          router.refresh();
        }}
      />
    );
  }
  if (begun) {
    return <Confirmation begun={begun} onDone={show} />;
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

/** The codes, which are shown only once. */
function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations('Doors');
  return (
    <div role="status">
      <h3>{t('recoveryCodes')}</h3>
      <p>{t('recoveryCodesOnce')}</p>
      <ol className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <button type="button" className={controls.primary} onClick={onKept}>
        {t('codesKept')}
      </button>
    </div>
  );
}

/** The key as a picture and as text, and the field for the first code of the app. */
function Confirmation({
  begun,
  onDone,
}: {
  begun: Begun & { code: DrawnCode };
  onDone: (made: { codes: string[] }) => void;
}) {
  const t = useTranslations('Doors');
  return (
    <Form
      submit={t('turnOn')}
      refusedField={{ wrong_code: 'code' }}
      work={(form) => send('account/confirm-second-factor', null, { code: textOf(form, 'code') })}
      onDone={onDone}
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
