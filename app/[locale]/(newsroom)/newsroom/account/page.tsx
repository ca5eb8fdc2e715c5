import { cookies } from 'next/headers';
import { AccountScreen } from '@/components/newsroom/account/AccountScreen';
import { Shell } from '@/components/newsroom/Shell';
import { cookieName } from '@/lib/accounts/cookie';
import { mayManagePeople } from '@/lib/accounts/permissions';
import { isSecondFactorDemanded, readSecondFactor } from '@/lib/accounts/second-factor';
import { listSessions } from '@/lib/accounts/sessions';
import { demandAnyUser, privateLocale } from '../entry';

export default async function Page({ params }: PageProps<'/[locale]/newsroom/account'>) {
  const locale = await privateLocale(params);
  const user = await demandAnyUser(locale);
  const token = (await cookies()).get(cookieName())?.value ?? '';
  const [factor, sessions] = await Promise.all([
    readSecondFactor(user.id),
    listSessions(user.id, token),
  ]);
  const isFactorDemanded = isSecondFactorDemanded(user);
  return (
    <Shell
      locale={locale}
      user={user}
      hasPeople={mayManagePeople(user)}
      path="/account"
      isClosed={isFactorDemanded && factor === null}
    >
      <AccountScreen
        locale={locale}
        user={user}
        factor={factor && { ...factor, since: factor.since.toISOString() }}
        isFactorDemanded={isFactorDemanded}
        sessions={sessions}
      />
    </Shell>
  );
}
