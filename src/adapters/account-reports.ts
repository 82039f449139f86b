import { privacy } from '@forge/api';
import { AppError } from '../errors';
import type { AccountReports } from '../ports/personal-data';
import { say } from '../words';

/** Tells Atlassian of whom Docket keeps something: https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ */
export const forgeAccountReports: AccountReports = {
  async report(accounts) {
    try {
      const answers = await privacy.reportPersonalData([...accounts]);
      return answers.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId);
    } catch (cause) {
      throw new AppError('UPSTREAM_DOWN', say('problem.accountsRefused'), { cause });
    }
  },
};
